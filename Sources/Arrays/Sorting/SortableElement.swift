/// An element with NumPy's order for sorting: NaN comes last.
protocol SortableElement: CastableElement, Equatable, BitwiseCopyable {
  static func precedes(_ left: Self, _ right: Self) -> Bool
  var isNaN: Bool { get }
}

extension SortableElement where Self: Comparable {
  @inline(__always)
  static func precedes(_ left: Self, _ right: Self) -> Bool { left < right }
}

extension SortableElement where Self: BinaryFloatingPoint {
  @inline(__always)
  static func precedes(_ left: Self, _ right: Self) -> Bool { left < right || (right.isNaN && !left.isNaN) }
}

extension SortableElement {
  var isNaN: Bool { false }
}

extension Bool: SortableElement {
  @inline(__always)
  static func precedes(_ left: Bool, _ right: Bool) -> Bool { !left && right }
}
extension UInt8: SortableElement {}
extension Int64: SortableElement {}
extension Float: SortableElement {}
extension Double: SortableElement {}

extension NDArray {
  /// Calls `body` with where each lane along an axis starts, as offsets in this array and in another one of the same
  /// shape but for that axis.
  func forEachLane(along axis: Int, with other: NDArray, _ body: (Int, Int) throws(ArrayError) -> Void)
    throws(ArrayError)
  {
    // A length of 1 keeps the axis out of the walk.
    let shape = self.shape.replacing(axis, with: 1)
    var runs = StridedRuns(shape: shape, strides, other.strides)
    while try runs.next() {
      for step in 0..<runs.length {
        try body(runs.offsets.0 &+ step &* runs.steps.0, runs.offsets.1 &+ step &* runs.steps.1)
      }
    }
  }
}
