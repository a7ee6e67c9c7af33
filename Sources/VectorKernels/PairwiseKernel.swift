import KernelInterface

/// Adds the products as `np.sum` does: in pieces of at most 128 with eight accumulators, the pieces pairwise, and
/// chunks of 8192 one after the other to zero.
///
/// Two of a piece's eight accumulators are in registers at a time, so that each vector is loaded once for many rows; the
/// others wait in memory.
enum PairwiseKernel<Row: Vectors>: TileKernel {
  @inline(__always) static var tallest: Int { Registers.tallestPairwise }

  @inline(never)
  static func compute<T: Tile>(_ tile: T.Type, _ job: TileJob<T.Number>) where T.Row == Row {
    let size = T.rows &* Row.width
    let total = job.scratch + 2 &* size
    var waiting = total + size
    var terms = TileTerms<T>(job)
    if job.leaves.count > 1 { T.zero.store(at: total, step: Row.width) }
    var result = T.zero
    for leaf in job.leaves {
      var sum = terms.sum(leaf.termCount, scratch: job.scratch)
      for _ in 0..<leaf.combinations {
        waiting -= size
        sum = T(at: waiting, step: Row.width) + sum
      }
      switch leaf.end {
      case .half:
        sum.store(at: waiting, step: Row.width)
        waiting += size
      case .chunk: (T(at: total, step: Row.width) + sum).store(at: total, step: Row.width)
      case .all: result = (job.leaves.count > 1 ? T(at: total, step: Row.width) : .zero) + sum
      }
    }
    if let bias = job.bias { result.add(toEachRow: Row(at: bias)) }
    if job.isRectified { result.rectify() }
    result.finish(job)
  }
}

/// The terms that have not been added yet.
private struct TileTerms<T: Tile> {
  let numbers: UnsafePointer<T.Number>
  let step: Int
  let vectors: UnsafePointer<T.Number>
  var next: UnsafePointer<Term>

  @inline(__always)
  init(_ job: TileJob<T.Number>) {
    (numbers, step, vectors, next) = (job.numbers, job.numberStep, job.vectors, job.terms)
  }

  /// The sum of the next `count` terms, 128 at most.
  /// - Parameter scratch: room for two tiles.
  @inline(__always)
  mutating func sum(_ count: Int, scratch: UnsafeMutablePointer<T.Number>) -> T {
    var sum: T
    var index: Int
    if count < 8 {
      sum = product(0)
      index = 1
    } else {
      let (width, other) = (T.Row.width, scratch + T.rows &* T.Row.width)
      index = count & ~7
      // What waits in memory is read behind the loops, so that it takes no registers in them.
      pair(0, index).store(at: scratch, step: width)
      var next = pair(2, index)
      (T(at: scratch, step: width) + next).store(at: scratch, step: width)
      pair(4, index).store(at: other, step: width)
      next = pair(6, index)
      next = T(at: other, step: width) + next
      sum = T(at: scratch, step: width) + next
    }
    while index < count {
      add(index, to: &sum)
      index &+= 1
    }
    next += count
    return sum
  }

  /// Accumulators number `first` and `first + 1`, added.
  @inline(__always)
  private func pair(_ first: Int, _ count: Int) -> T {
    var even = product(first)
    var odd = product(first &+ 1)
    var index = first &+ 8
    while index < count {
      add(index, to: &even)
      add(index &+ 1, to: &odd)
      index &+= 8
    }
    return even + odd
  }

  @inline(__always)
  private func product(_ index: Int) -> T {
    let term = next[index]
    return T(numbers + Int(term.number), step: step, times: T.Row(at: vectors + Int(term.vector)))
  }

  @inline(__always)
  private func add(_ index: Int, to sum: inout T) {
    let term = next[index]
    sum.add(numbers + Int(term.number), step: step, times: T.Row(at: vectors + Int(term.vector)))
  }
}
