/// Makes the view of a basic subscript, an entry at a time and without allocating: what `x[i, a:b, :]` costs is a few
/// additions. Axes that no entry names stay whole.
///
///     var view = try ViewBuilder(x, consuming: 2)
///     try view.integer(i)
///     try view.slice(start: a, stop: b, step: nil)
///     let window = view.finish()
package struct ViewBuilder {
  private let array: NDArray
  private let consumed: Int
  /// The array's next axis.
  package private(set) var axis = 0
  private var offset: Int
  private var shape = Dims()
  private var strides = Dims()
  private var hasEllipsis = false

  /// - Parameter consuming: how many integers and slices there are.
  /// - Throws: "too many indices for array".
  package init(_ array: NDArray, consuming count: Int) throws(ArrayError) {
    if count > array.rank { throw .tooManyIndices(count, rank: array.rank) }
    self.array = array
    consumed = count
    offset = array.offset
  }

  package mutating func integer(_ index: Int) throws(ArrayError) {
    let length = array.shape[axis]
    let position = index < 0 ? index &+ length : index
    guard position >= 0, position < length else { throw .outOfBounds(index, axis: axis, size: length) }
    offset &+= position &* array.strides[axis]
    axis += 1
  }

  package mutating func slice(start: Int?, stop: Int?, step: Int?) throws(ArrayError) {
    guard let range = SliceRange(start: start, stop: stop, step: step, length: array.shape[axis]) else {
      throw .zeroStep
    }
    let stride = array.strides[axis]
    try append(range.count, stride: range.stride(over: stride))
    // The start of an empty slice may be past the end.
    if range.count > 0 { offset &+= range.start &* stride }
    axis += 1
  }

  /// The next axis, whole.
  package mutating func whole() throws(ArrayError) {
    try append(array.shape[axis], stride: array.strides[axis])
    axis += 1
  }

  package mutating func newAxis() throws(ArrayError) {
    try append(1, stride: 0)
  }

  /// As many whole axes as the other entries leave over.
  package mutating func ellipsis() throws(ArrayError) {
    if hasEllipsis { throw .plain(.index, "an index can only have a single ellipsis ('...')") }
    hasEllipsis = true
    for _ in 0..<(array.rank - consumed) { try whole() }
  }

  /// Leaves the next axis out, at its element 0: an index array will add to that.
  mutating func skip() { axis += 1 }

  private mutating func append(_ length: Int, stride: Int) throws(ArrayError) {
    if shape.count == Dims.maxCount { throw .tooManyAxes(Dims.maxCount + 1) }
    shape.append(length)
    strides.append(stride)
  }

  /// How many axes the view has so far.
  var rank: Int { shape.count }

  package consuming func finish() throws(ArrayError) -> NDArray {
    while axis < array.rank { try whole() }
    return array.with(shape: shape, strides: strides, offset: offset)
  }
}

extension NDArray {
  /// The view that integers, slices, an ellipsis and new axes give; of rank 0 where integers name all axes.
  /// - Precondition: all entries are basic.
  public func view(_ indices: [ArrayIndex]) throws(ArrayError) -> NDArray {
    var builder = try ViewBuilder(self, consuming: indices.reduce(0) { $0 + $1.consumedAxes })
    for index in indices {
      switch index {
      case .integer(let value): try builder.integer(value)
      case .slice(let start, let stop, let step): try builder.slice(start: start, stop: stop, step: step)
      case .ellipsis: try builder.ellipsis()
      case .newAxis: try builder.newAxis()
      case .array, .boolean: preconditionFailure("not a basic index")
      }
    }
    return try builder.finish()
  }

  /// A view with a slice along one axis, the others whole.
  package func sliced(axis: Int, start: Int?, stop: Int?, step: Int? = nil) throws(ArrayError) -> NDArray {
    guard let range = SliceRange(start: start, stop: stop, step: step, length: shape[axis]) else { throw .zeroStep }
    return with(
      shape: shape.replacing(axis, with: range.count),
      strides: strides.replacing(axis, with: range.stride(over: strides[axis])),
      offset: range.count > 0 ? offset &+ range.start &* strides[axis] : offset)
  }

  /// The offset, in elements from the first, of the element that integers name: for `scalar(atOffset:)` and `store`.
  /// Fewer integers than axes give where that part of the array begins.
  package func offset(ofIndices indices: UnsafeBufferPointer<Int>) throws(ArrayError) -> Int {
    if indices.count > rank { throw .tooManyIndices(indices.count, rank: rank) }
    var result = 0
    for axis in 0..<indices.count {
      let index = indices[axis]
      let length = shape[axis]
      let position = index < 0 ? index &+ length : index
      guard position >= 0, position < length else { throw .outOfBounds(index, axis: axis, size: length) }
      result &+= position &* strides[axis]
    }
    return result
  }
}
