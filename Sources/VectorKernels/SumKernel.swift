import KernelInterface

/// Adds the products term after term.
enum SumKernel<Row: Vectors>: TileKernel {
  @inline(__always) static var tallest: Int {
    Row.width > Row.Element.count ? Registers.tallestPair : Registers.tallest
  }

  @inline(never)
  static func compute<T: Tile>(_ tile: T.Type, _ job: TileJob<T.Number>) where T.Row == Row {
    var sums = T.zero
    if case .continued = job.start { sums = T(at: job.output, step: job.outputStep) }
    let (numbers, vectors, terms, step) = (job.numbers, job.vectors, job.terms, job.numberStep)
    var index = 0
    while index < job.termCount {
      let term = terms[index]
      sums.add(numbers + Int(term.number), step: step, times: Row(at: vectors + Int(term.vector)))
      index &+= 1
    }
    if case .addedTo = job.start { sums = T(at: job.output, step: job.outputStep) + sums }
    if let bias = job.bias { sums.add(toEachRow: Row(at: bias)) }
    if job.isRectified { sums.rectify() }
    sums.finish(job)
  }
}
