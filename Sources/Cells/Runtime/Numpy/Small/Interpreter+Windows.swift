import Arrays

/// Subscripts of integers and slices, on the registers: elements of float64 arrays, and windows that are made in one
/// allocation. Everything else, and every mistake, is left to `arrayItems` and `setArrayItems`.
extension Interpreter {
  /// `R[a] = R[b][index]`; false where nothing was done.
  func loadWindow(_ a: UnsafeMutablePointer<Value>, _ b: UnsafeMutablePointer<Value>, _ index: Subscript) -> Bool {
    guard let source = b.rawArray else { return false }
    if index.slices == 0, index.count == source.rank {
      guard let offset = index.offset(in: source), let value = source.float64(at: offset) else { return false }
      a.storeDouble(value, tag: ValueLayout.npFloat64)
      return true
    }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: ArrayWindow.room) { room in
      guard let start = room.baseAddress, let window = index.window(on: source, start), window.rank > 0 else {
        return false
      }
      a.storeOwned(ArrayObject(window, of: b.rawObject))
      return true
    }
  }

  /// `R[b][index] = R[a]` of a number into a float64 array, or of the window itself after `window += x`.
  func storeWindow(_ a: UnsafeMutablePointer<Value>, _ b: UnsafeMutablePointer<Value>, _ index: Subscript) -> Bool {
    guard let target = b.rawArray, target.isWriteable else { return false }
    if index.slices == 0, index.count == target.rank {
      guard let value = a.rawNumber, let offset = index.offset(in: target) else { return false }
      return target.storeFloat64(value, at: offset)
    }
    guard let value = a.rawArray else { return false }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: ArrayWindow.room) { room in
      guard let start = room.baseAddress, let window = index.window(on: target, start) else { return false }
      return window.rank > 0 && window.shows(value, of: target)
    }
  }
}

extension Subscript {
  /// Where the element lies that integers name, from the storage's start.
  @inline(__always)
  fileprivate func offset(in array: ArrayPointer) -> Int? {
    var offset = array.offset
    var operands = operands
    var axis = 0
    while axis < count {
      let register = operands.next()
      guard register.tag == ValueLayout.int || register.tag == ValueLayout.npInt64 else { return nil }
      let (position, length) = (register.rawInt, array.lengths[axis])
      let place = position < 0 ? position &+ length : position
      guard UInt(bitPattern: place) < UInt(bitPattern: length) else { return nil }
      offset &+= place &* array.steps[axis]
      axis &+= 1
    }
    return offset
  }

  @inline(__always)
  fileprivate func window(on array: ArrayPointer, _ room: UnsafeMutablePointer<Int>) -> ArrayWindow? {
    let rank = array.rank
    guard count <= rank else { return nil }
    var window = ArrayWindow(array, room)
    var operands = operands
    var axis = 0
    while axis < count {
      let (length, step) = (array.lengths[axis], array.steps[axis])
      let register = operands.next()
      if slices &>> UInt8(axis) & 1 == 1 {
        guard let start = Subscript.bound(register, length, absent: 0),
          let stop = Subscript.bound(operands.next(), length, absent: length), operands.next().isRawNone
        else { return nil }
        let extent = stop > start ? stop &- start : 0
        // The start of an empty slice may be past the end.
        if extent > 0 { window.offset &+= start &* step }
        window.append(extent, step)
      } else {
        guard register.tag == ValueLayout.int || register.tag == ValueLayout.npInt64 else { return nil }
        let position = register.rawInt
        let place = position < 0 ? position &+ length : position
        guard UInt(bitPattern: place) < UInt(bitPattern: length) else { return nil }
        window.offset &+= place &* step
      }
      axis &+= 1
    }
    while axis < rank {
      window.append(array.lengths[axis], array.steps[axis])
      axis &+= 1
    }
    return window
  }

  @inline(__always)
  private static func bound(_ register: UnsafeMutablePointer<Value>, _ length: Int, absent: Int) -> Int? {
    if register.isRawNone { return absent }
    guard register.tag == ValueLayout.int else { return nil }
    let bound = register.rawInt
    let place = bound < 0 ? bound &+ length : bound
    return min(max(place, 0), length)
  }
}
