/// Walks one to three operands of the same shape in C order, a run of equally spaced elements at a time.
///
/// Neighbouring axes that continue each other in all operands become one, so that contiguous operands give one
/// single run whatever their rank. Use:
///
///     var runs = StridedRuns(shape: shape, a.strides, b.strides, out.strides)
///     while try runs.next() { for i in 0..<runs.length { ... p[runs.offsets.0 + i * runs.steps.0] ... } }
///
/// A long run comes in pieces, with a `Checkpoint` behind each.
package struct StridedRuns {
  /// Elements in the present run, or in the present piece of it.
  package private(set) var length: Int
  /// Distance, in elements, between neighbours of a run, for each operand.
  package private(set) var steps: (Int, Int, Int)
  /// Where the present run starts in each operand, relative to its first element.
  package private(set) var offsets: (Int, Int, Int)

  /// Elements in each whole run, and those of the present one behind its present piece.
  private let runLength: Int
  private var rest = 0
  static let longestPiece = 1 << 16

  private let runCount: Int
  private var outer = Dims()
  private var strides: (Dims, Dims, Dims) = (Dims(), Dims(), Dims())
  private var position = Dims()
  private var remaining: Int
  private var checkpoint = Checkpoint()

  /// - Precondition: the strides have as many axes as `shape`.
  package init(shape: Dims, _ first: Dims, _ second: Dims? = nil, _ third: Dims? = nil) {
    let second = second ?? Dims(repeating: 0, count: shape.count)
    let third = third ?? Dims(repeating: 0, count: shape.count)
    length = 1
    steps = (0, 0, 0)
    offsets = (0, 0, 0)
    var count = 1
    // Innermost first; an axis joins the one inside it when all operands run on.
    for axis in stride(from: shape.count - 1, through: 0, by: -1) {
      let extent = shape[axis]
      if extent == 1 { continue }
      count &*= extent
      let here = (first[axis], second[axis], third[axis])
      if length == 1 && outer.isEmpty {
        length = extent
        steps = here
      } else if outer.isEmpty && here.0 == steps.0 &* length && here.1 == steps.1 &* length
        && here.2 == steps.2 &* length
      {
        length &*= extent
      } else {
        outer.append(extent)
        strides.0.append(here.0)
        strides.1.append(here.1)
        strides.2.append(here.2)
      }
    }
    position = Dims(repeating: 0, count: outer.count)
    runCount = count == 0 || shape.contains(0) ? 0 : count / Swift.max(length, 1)
    if runCount == 0 { length = 0 }
    runLength = length
    length = Swift.min(length, StridedRuns.longestPiece)
    remaining = runCount
  }

  /// Moves to the next run; false after the last.
  /// - Throws: `ArrayError.stopped`.
  package mutating func next() throws(ArrayError) -> Bool {
    if rest > 0 {
      try goOn()
      return true
    }
    if remaining == 0 { return false }
    defer { remaining -= 1 }
    if remaining == runCount {
      rest = runLength &- length
      return true
    }
    try checkpoint.pass(operations: length)
    if runLength > StridedRuns.longestPiece { goBack() }
    for axis in 0..<outer.count {
      position[axis] += 1
      offsets.0 &+= strides.0[axis]
      offsets.1 &+= strides.1[axis]
      offsets.2 &+= strides.2[axis]
      if position[axis] < outer[axis] { break }
      offsets.0 &-= strides.0[axis] &* outer[axis]
      offsets.1 &-= strides.1[axis] &* outer[axis]
      offsets.2 &-= strides.2[axis] &* outer[axis]
      position[axis] = 0
    }
    return true
  }

  /// To the next piece of the present run.
  private mutating func goOn() throws(ArrayError) {
    try checkpoint.pass(operations: length)
    shift(by: length)
    length = Swift.min(rest, StridedRuns.longestPiece)
    rest &-= length
  }

  /// To the first piece of the present run.
  private mutating func goBack() {
    shift(by: length &- runLength)
    length = StridedRuns.longestPiece
    rest = runLength &- length
  }

  private mutating func shift(by count: Int) {
    offsets.0 &+= count &* steps.0
    offsets.1 &+= count &* steps.1
    offsets.2 &+= count &* steps.2
  }
}
