/// An n-dimensional array: a window of strides over shared storage.
///
/// A value of this type is a *descriptor*. Copying it, slicing it or transposing it shares the elements, and writing
/// through one descriptor shows in the others, as NumPy's views do. `copy()` makes new storage.
///
/// Offsets and strides count elements, not bytes; a stride may be zero (broadcast) or negative (reversed).
public struct NDArray: @unchecked Sendable {
  public let storage: Storage
  public let dtype: DType
  /// Where element `[0, 0, ...]` stands in `storage`, in elements.
  public let offset: Int
  public let shape: Dims
  public let strides: Dims
  /// False for broadcast views, which NumPy refuses to write to.
  public let isWriteable: Bool

  /// A view on `storage`.
  @inlinable
  public init(storage: Storage, dtype: DType, offset: Int, shape: Dims, strides: Dims, isWriteable: Bool = true) {
    self.storage = storage
    self.dtype = dtype
    self.offset = offset
    self.shape = shape
    self.strides = strides
    self.isWriteable = isWriteable
  }

  /// A new C-contiguous array, of zeros or of whatever the memory holds.
  /// - Throws: `ArrayError.outOfMemory` with the shape and dtype; `.value` where the bytes cannot be counted.
  public init(_ dtype: DType, shape: Dims, zeroed: Bool = true) throws(ArrayError) {
    let bytes = try shape.byteCount(of: dtype)
    guard let storage = Storage(byteCount: bytes, zeroed: zeroed) else {
      throw .outOfMemory(shape: shape, dtype: dtype)
    }
    self.init(storage: storage, dtype: dtype, offset: 0, shape: shape, strides: shape.contiguousStrides)
  }

  /// A new array with these elements in C order.
  /// - Precondition: as many elements as `shape` has places.
  public init<T: Element>(_ elements: [T], shape: Dims) throws(ArrayError) {
    try self.init(T.dtype, shape: shape, zeroed: false)
    precondition(elements.count == shape.product)
    let pointer = self.pointer(T.self)
    for (index, element) in elements.enumerated() { pointer[index] = element }
  }

  public init<T: Element>(scalar: T) throws(ArrayError) {
    try self.init([scalar], shape: [])
  }

  /// How many axes.
  @inlinable
  public var rank: Int { shape.count }

  /// How many elements: the product of the shape.
  public var count: Int { shape.reduce(1, &*) }

  /// The address of element `[0, 0, ...]`.
  /// - Precondition: `T` is the array's element type.
  @inlinable
  public func pointer<T: Element>(_ type: T.Type) -> UnsafeMutablePointer<T> {
    precondition(T.dtype == dtype)
    return storage.base.bindMemory(to: T.self, capacity: 1) + offset
  }

  /// Whether the elements stand in C order without gaps. Axes of length 1 do not matter; an empty array is contiguous.
  public var isContiguous: Bool {
    var expected = 1
    var contiguous = true
    var axis = rank - 1
    while axis >= 0 {
      let length = shape[axis]
      if length == 0 { return true }
      if length != 1 {
        if strides[axis] != expected { contiguous = false }
        expected &*= length
      }
      axis -= 1
    }
    return contiguous
  }

  /// Whether the elements stand in Fortran order without gaps.
  public var isFortranContiguous: Bool { transposed.isContiguous }

  /// All axes in reverse order: `x.T`. A view.
  public var transposed: NDArray {
    with(shape: Dims(shape.reversed()), strides: Dims(strides.reversed()))
  }

  /// The same storage seen with another shape and other strides.
  public func with(shape: Dims, strides: Dims, offset: Int? = nil, isWriteable: Bool? = nil) -> NDArray {
    NDArray(
      storage: storage, dtype: dtype, offset: offset ?? self.offset, shape: shape, strides: strides,
      isWriteable: isWriteable ?? self.isWriteable)
  }
}
