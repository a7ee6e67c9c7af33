/// An array's descriptor where it lies, read a number at a time.
///
/// A descriptor is 176 bytes and holds a reference: to hand one on by value takes longer than what is done with a small
/// array. The offsets are those that the compiler chooses, which a test holds them to.
public typealias ArrayPointer = UnsafePointer<NDArray>

public enum ArrayLayout {
  @inlinable public static var shape: Int { 24 }
  @inlinable public static var strides: Int { 96 }
  /// Where `Dims` keeps its count.
  @inlinable public static var count: Int { 64 }
}

extension UnsafePointer<NDArray> {
  @inlinable @inline(__always) public var raw: UnsafeRawPointer { UnsafeRawPointer(self) }

  @inlinable @inline(__always) public var rank: Int {
    raw.load(fromByteOffset: ArrayLayout.shape &+ ArrayLayout.count, as: Int.self)
  }
  @inlinable @inline(__always) public var dtype: DType { pointee.dtype }
  /// Lengths and strides of the axes.
  @inlinable @inline(__always) public var lengths: UnsafePointer<Int> {
    (raw + ArrayLayout.shape).assumingMemoryBound(to: Int.self)
  }
  @inlinable @inline(__always) public var steps: UnsafePointer<Int> {
    (raw + ArrayLayout.strides).assumingMemoryBound(to: Int.self)
  }
  @inlinable @inline(__always) public var offset: Int { pointee.offset }
  @inlinable @inline(__always) public var isWriteable: Bool { pointee.isWriteable }
  /// What identifies the storage.
  @inlinable @inline(__always) public var storageAddress: Int { raw.load(as: Int.self) }
  /// The memory of the storage.
  @inlinable @inline(__always) public var base: UnsafeMutableRawPointer { pointee.storage.base }

  @inlinable @inline(__always) public var count: Int {
    var result = 1
    var axis = 0
    while axis < rank {
      result &*= lengths[axis]
      axis &+= 1
    }
    return result
  }

  @inlinable @inline(__always) public func hasShape(of other: ArrayPointer) -> Bool {
    guard rank == other.rank else { return false }
    var axis = 0
    while axis < rank {
      if lengths[axis] != other.lengths[axis] { return false }
      axis &+= 1
    }
    return true
  }

  /// Whether NumPy visits the elements in C order: no axis steps further than one outside it, and none backwards.
  @inlinable @inline(__always) public var isInCOrder: Bool {
    var largest = 0
    var axis = rank &- 1
    while axis >= 0 {
      if lengths[axis] != 1 {
        let step = steps[axis]
        if step < largest { return false }
        largest = step
      }
      axis &-= 1
    }
    return true
  }

  /// The number at an offset, in elements, from the storage's start; `nil` for other dtypes.
  @inlinable @inline(__always) public func float64(at offset: Int) -> Double? {
    dtype == .float64 ? base.load(fromByteOffset: offset &* 8, as: Double.self) : nil
  }

  /// Stores a number there; false for other dtypes.
  @inlinable @inline(__always) public func storeFloat64(_ value: Double, at offset: Int) -> Bool {
    guard dtype == .float64 else { return false }
    base.storeBytes(of: value, toByteOffset: offset &* 8, as: Double.self)
    return true
  }
}

/// A window on an array, before it is made an array of its own: what a subscript of integers and slices names.
public struct ArrayWindow {
  public var offset: Int
  public var rank: Int
  /// Lengths, then strides.
  @usableFromInline let lengths: UnsafeMutablePointer<Int>
  @usableFromInline let steps: UnsafeMutablePointer<Int>

  /// - Parameter room: for twice as many numbers as the array has axes.
  @inlinable @inline(__always)
  public init(_ array: ArrayPointer, _ room: UnsafeMutablePointer<Int>) {
    offset = array.offset
    rank = 0
    lengths = room
    steps = room + 8
  }

  @inlinable public static var room: Int { 16 }

  @inlinable @inline(__always)
  public mutating func append(_ length: Int, _ step: Int) {
    lengths[rank] = length
    steps[rank] = step
    rank &+= 1
  }

  /// Whether an array is this window already.
  public func shows(_ array: ArrayPointer, of source: ArrayPointer) -> Bool {
    guard array.storageAddress == source.storageAddress, array.offset == offset, array.rank == rank,
      array.dtype == source.dtype
    else { return false }
    var axis = 0
    while axis < rank {
      if array.lengths[axis] != lengths[axis] || array.steps[axis] != steps[axis] { return false }
      axis &+= 1
    }
    return true
  }

  @inlinable public var shape: Dims { @inline(__always) get { Dims(lengths, rank) } }
  @inlinable public var strides: Dims { @inline(__always) get { Dims(steps, rank) } }
}

extension Dims {
  /// - Precondition: at most `maxCount`.
  @inlinable @inline(__always)
  public init(_ elements: UnsafePointer<Int>, _ count: Int) {
    values = InlineArray(repeating: 0)
    length = count
    var axis = 0
    while axis < count {
      values[unchecked: axis] = elements[axis]
      axis &+= 1
    }
  }
}
