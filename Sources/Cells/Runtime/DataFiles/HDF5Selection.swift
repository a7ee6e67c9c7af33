import Arrays

/// An index into a dataset, by h5py's rules: positive steps, lists in increasing order, no new axes.
struct HDF5Selection {
  private(set) var region: StoredRegion
  /// Of what the index gives: axes with a single place picked are gone.
  private(set) var shape: [Int]
  /// Whether a single element is meant, not an array of one.
  private(set) var isElement = false

  init(all shape: [Int]) {
    region = StoredRegion(all: shape)
    self.shape = shape
  }

  /// - Throws: h5py's `ValueError`, `IndexError` and `TypeError`.
  init(_ key: Value, shape lengths: [Int], _ interpreter: Interpreter) throws {
    self.init(all: lengths)
    var keys = key.asTuple?.elements ?? [key]
    if keys.contains(where: { $0.asString != nil }) {
      throw Raised.valueError("Field names only allowed for compound types")
    }
    if lengths.isEmpty {
      if keys.isEmpty {
        isElement = true
      } else if keys.count != 1 || !Value.isEllipsis(keys[0]) {
        throw Raised.valueError("Illegal slicing argument for scalar dataspace")
      }
      return
    }
    if keys.isEmpty { return }
    if keys.count(where: { Value.isEllipsis($0) }) > 1 { throw Raised.valueError("Only one ellipsis may be used.") }
    let given = keys.count { !Value.isEllipsis($0) }
    if given > lengths.count { throw Raised.valueError("\(given) indexing arguments for \(lengths.count) dimensions") }
    let place = keys.firstIndex { Value.isEllipsis($0) }
    let all = Value.object(SliceObject(start: .none, stop: .none, step: .none))
    let filling = Array(repeating: all, count: lengths.count - given)
    if let place {
      keys.replaceSubrange(place...place, with: filling)
    } else {
      keys += filling
    }
    var hasList = false
    shape = []
    for (axis, key) in keys.enumerated() {
      let length = lengths[axis]
      if let slice = key.asSlice {
        region.axes[axis] = try HDF5Selection.run(slice, length, interpreter)
        shape.append(region.axes[axis].count)
      } else if let index = try HDF5Selection.index(key, interpreter) {
        let position = index < 0 ? index + length : index
        guard position >= 0, position < length else { throw HDF5Selection.outOfRange(position, length) }
        region.axes[axis] = .run(start: position, step: 1, count: 1)
      } else {
        let places = try HDF5Selection.places(key, length, rank: lengths.count, interpreter)
        if hasList {
          throw Raised.typeError("Only one indexing vector or array is currently allowed for fancy indexing")
        }
        hasList = true
        region.axes[axis] = .places(places)
        shape.append(places.count)
      }
    }
    isElement = shape.isEmpty
  }

  private static func outOfRange(_ index: Int, _ length: Int) -> Raised {
    length == 0
      ? .indexError("Index (\(index)) out of range for empty dimension")
      : .indexError("Index (\(index)) out of range for (0-\(length - 1))")
  }

  private static func run(
    _ slice: SliceObject, _ length: Int, _ interpreter: Interpreter
  ) throws -> StoredRegion.Axis {
    let range = try interpreter.range(slice, length)
    if range.step < 1 { throw Raised.valueError("Step must be >= 1 (got \(range.step))") }
    return .run(start: range.count == 0 ? 0 : range.start, step: range.step, count: range.count)
  }

  /// `nil` for what is no single place.
  private static func index(_ key: Value, _ interpreter: Interpreter) throws -> Int? {
    if case .npBool = key { return nil }
    if let array = key.asArray?.array, array.rank > 0 { return nil }
    return interpreter.isIndex(key) ? try interpreter.index(key) : nil
  }

  private static func places(
    _ key: Value, _ length: Int, rank: Int, _ interpreter: Interpreter
  ) throws -> [Int] {
    if key.isNone { throw Raised.typeError("Indexing with None (or np.newaxis) is not supported") }
    guard key.elements != nil || key.asRange != nil || key.asArray != nil else {
      throw Raised.typeError("Selection can't process \(try interpreter.representation(key))")
    }
    let array = try interpreter.asArray(key)
    if array.dtype == .bool, array.count > 0 {
      if key.asArray == nil, rank == 1 {
        throw Raised.typeError("Use other code for boolean selection on 1D dataset")
      }
      guard array.rank == 1, array.count == length else {
        throw Raised.typeError("Boolean indexing array has incompatible shape")
      }
      return (0..<length).filter { array.element($0) == .bool(true) }
    }
    guard array.rank == 1, array.dtype.isInteger || array.count == 0 else {
      throw Raised.typeError("Selection can't process \(try interpreter.representation(key))")
    }
    let places = (0..<array.count).map { Int(array.element($0).cast(to: Int64.self)) }
      .map { $0 < 0 ? $0 + length : $0 }
    guard places.allSatisfy({ $0 >= 0 && $0 < length }) else {
      throw Raised.indexError("Fancy indexing out of range for (0-\(length - 1))")
    }
    guard zip(places, places.dropFirst()).allSatisfy(<) else {
      throw Raised.typeError("Indexing elements must be in increasing order")
    }
    return places
  }
}

extension Value {
  static func isEllipsis(_ value: Value) -> Bool {
    if case .ellipsis = value { return true }
    return false
  }
}

extension NDArray {
  /// Of an array with one axis.
  fileprivate func element(_ index: Int) -> Scalar { scalar(atOffset: index * strides[0]) }
}
