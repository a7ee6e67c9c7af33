/// A position in a reduction's walk over its joined axes.
struct ReductionWalk {
  private let plan: ReductionPlan
  let total: Int
  private(set) var index = 0
  private(set) var position: Dims
  private(set) var sourceOffset = 0
  private(set) var resultOffset = 0

  /// What NumPy carries over from one buffer to the next.
  private var innerLength = 0
  private var outerAxis = 0
  private var reusesLoops = false

  init(_ plan: ReductionPlan) {
    self.plan = plan
    total = plan.extents.reduce(1, &*)
    position = Dims(repeating: 0, count: plan.extents.count)
  }

  /// Elements to the end of the present row.
  var rowRemainder: Int { plan.extents[0] - position[0] }

  /// - Precondition: `count` is at most `rowRemainder`.
  mutating func advance(by count: Int) {
    index &+= count
    position[0] &+= count
    sourceOffset &+= count &* plan.sourceStrides[0]
    resultOffset &+= count &* plan.resultStrides[0]
    var axis = 0
    while position[axis] == plan.extents[axis], axis + 1 < plan.extents.count {
      sourceOffset &-= plan.extents[axis] &* plan.sourceStrides[axis]
      resultOffset &-= plan.extents[axis] &* plan.resultStrides[axis]
      position[axis] = 0
      axis += 1
      position[axis] &+= 1
      sourceOffset &+= plan.sourceStrides[axis]
      resultOffset &+= plan.resultStrides[axis]
    }
  }

  /// The next buffer: how many pieces it holds and how long each is. A piece is what NumPy hands to its inner loop.
  ///
  /// Two levels: pieces end where the result's stride changes between zero and non-zero; a buffer holds as many whole
  /// pieces as fit.
  mutating func nextBuffer() -> (pieces: Int, length: Int) {
    let room = Swift.min(ReductionPlan.bufferSize, total - index)
    if reusesLoops {
      let pieces = plan.extents[outerAxis] - position[outerAxis]
      if pieces &* innerLength > ReductionPlan.bufferSize { return (room / innerLength, innerLength) }
      return (pieces, innerLength)
    }
    let count = cut(room)
    return (count / innerLength, innerLength)
  }

  private func isReduced(_ axis: Int) -> Bool { plan.resultStrides[axis] == 0 }

  /// How many elements a buffer may take from here; sets `innerLength` and `outerAxis`.
  private mutating func cut(_ room: Int) -> Int {
    let axes = plan.extents.count
    outerAxis = 0
    if axes == 1 {
      innerLength = room
      return room
    }
    var space = plan.extents[0] - position[0]
    var factor = plan.extents[0]
    var startsInside = position[0] != 0
    var axis = 1
    while axis < axes, space < room, isReduced(axis) == isReduced(0) {
      if position[axis] != 0 { startsInside = true }
      space &+= (plan.extents[axis] - position[axis] - 1) &* factor
      factor &*= plan.extents[axis]
      axis += 1
    }
    if startsInside || room < space || axis == axes {
      innerLength = Swift.min(room, space)
      reusesLoops = false
      return innerLength
    }
    reusesLoops = position[axis] == 0
    innerLength = space
    let pieces = room / space
    outerAxis = axis
    space = plan.extents[axis] - position[axis]
    factor = plan.extents[axis]
    var outer = axis + 1
    while outer < axes, space < pieces, isReduced(outer) == isReduced(outerAxis) {
      space &+= (plan.extents[outer] - position[outer] - 1) &* factor
      factor &*= plan.extents[outer]
      outer += 1
    }
    return Swift.min(pieces, space) &* innerLength
  }
}
