import Arrays
import KernelInterface

/// Pooling with the kernels of a processor, shared among threads. The bits are those of `PoolingReference`.
struct PoolingTiles<Number: KernelElement> {
  private let operands: PoolingOperands
  private let runs: [(panel: Panels<PoolKernel<Number>>.Panel, count: Int)]

  private var shape: PoolingShape { operands.shape }

  init(_ operands: PoolingOperands, on processor: Processor) {
    self.operands = operands
    runs = Panels(operands.shape.channels, kernels: Number.kernels(on: processor).pools).runs
  }

  func forward(mode: Pooling.Mode, into output: NDArray) throws(ArrayError) {
    let delivery = delivery(to: output, read: [operands.input])
    try forEachRow(output, gradient: nil, delivery) { mode == .max ? $0.largest : $0.mean }
  }

  /// - Parameter sum: as large as the input; zeros, unless each number of the input is in one window.
  /// - Parameter isRectified: whether a ReLU made the input, and its gradient is wanted behind it.
  func backward(
    _ gradient: NDArray, mode: Pooling.Mode, isRectified: Bool = false, into sum: NDArray
  ) throws(ArrayError) {
    let overlaps = shape.grid.stride < shape.grid.windowSize
    let delivery = overlaps ? .added : delivery(to: sum, read: mode == .max ? [operands.input, gradient] : [gradient])
    try forEachRow(gradient, gradient: sum, delivery, isRectified: isRectified) {
      mode == .max ? $0.toLargest : $0.toEach
    }
  }

  /// A pass that reads and writes as much as caches hold writes past them: they would not keep it.
  private static var streamedBytes: Int { 32 << 20 }

  /// - Parameter read: what is read meanwhile.
  private func delivery(to result: NDArray, read: [NDArray]) -> PoolJob<Number>.Delivery {
    let size = MemoryLayout<Number>.stride
    let bytes = read.reduce(result.count) { $0 + $1.count } * size
    let isLines = shape.channels * size % 64 == 0 && Int(bitPattern: result.pointer(Number.self)) % 64 == 0
    return isLines && bytes >= Self.streamedBytes ? .streamed : .written
  }

  /// - Parameter results: a number for each window and channel.
  private func forEachRow(
    _ results: NDArray, gradient: NDArray?, _ delivery: PoolJob<Number>.Delivery, isRectified: Bool = false,
    _ pass: (PoolKernel<Number>) -> PoolKernel<Number>.Pass
  ) throws(ArrayError) {
    let grid = shape.grid
    let (input, results) = (UnsafePointer(operands.input.pointer(Number.self)), results.pointer(Number.self))
    let gradient = gradient?.pointer(Number.self)
    // Rows of windows whose shares are added to the same numbers follow each other.
    let rows = delivery == .added ? grid.outputHeight : 1
    let pieces = shape.batch * grid.outputHeight / rows
    let passes = runs.map { (first: $0.panel.first, vectors: $0.count, run: pass($0.panel.kernel)) }
    try operands.offsets.withUnsafeBufferPointer { (offsets) throws(ArrayError) in
      try forEach(pieces) { piece in
        for row in piece &* rows..<(piece &+ 1) &* rows {
          let (image, h) = row.quotientAndRemainder(dividingBy: grid.outputHeight)
          let first = image &* shape.imageSize &+ grid.origin(h, 0, channels: shape.channels)
          for pass in passes {
            var job = PoolJob(
              input: input + (first &+ pass.first), offsets: offsets,
              results: results + (row &* grid.outputWidth &* shape.channels &+ pass.first))
            job.windows = grid.outputWidth
            job.windowStep = grid.stride &* shape.channels
            job.resultStep = shape.channels
            job.gradient = gradient.map { $0 + (first &+ pass.first) }
            job.delivery = delivery
            job.isRectified = isRectified
            job.vectors = pass.vectors
            pass.run(job)
          }
        }
      }
    }
  }

  private func forEach(_ pieces: Int, _ body: (Int) -> Void) throws(ArrayError) {
    let work = shape.batch * shape.grid.outputHeight * shape.grid.outputWidth * shape.channels * operands.offsets.count
    if work >= 100_000 {
      let threads = WorkerThreads.threadCount(for: pieces)
      return try WorkerThreads.forEach(pieces, threads: threads) { piece, _ in body(piece) }
    }
    var checkpoint = Checkpoint()
    for piece in 0..<pieces {
      body(piece)
      try checkpoint.pass(operations: work / pieces)
    }
  }
}
