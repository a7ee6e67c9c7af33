import Arrays
import KernelInterface

/// Convolutions with the kernels of a processor, shared among threads. In float64 the bits are those of
/// `ConvolutionReference`.
struct ConvolutionTiles<Number: KernelElement> {
  let shape: ConvolutionShape
  let kernels: KernelSet<Number>

  /// Bytes of rows that are worked on at a time: they and the filters that meet them stay in the second cache.
  static var bandBytes: Int { 512 << 10 }

  init(_ shape: ConvolutionShape, on processor: Processor) {
    self.shape = shape
    kernels = Number.kernels(on: processor)
  }

  /// Whether all offsets of a band fit in a `Term`.
  static func fits(_ shape: ConvolutionShape) -> Bool {
    let grid = shape.grid
    let widest = 32 + max(shape.inputChannels, shape.outputChannels)
    let rows = (Double(grid.windowSize) + 1) * (Double(grid.stride) + 1)
    let band = Double(max(grid.paddedWidth, grid.outputWidth)) * Double(widest) * rows + Double(bandBytes)
    let filters = Double(shape.termCount) * Double(widest)
    return max(band, filters) < Double(Int32.max)
  }

  /// Whether gradients can be computed, too: beyond the edges of dZ filters meet zeros, which must give zeros.
  static func fits(_ operands: ConvolutionGradientOperands) -> Bool {
    guard fits(operands.shape) else { return false }
    let weights = UnsafeBufferPointer(start: operands.weights.pointer(Number.self), count: operands.weights.count)
    return weights.allSatisfy(\.isFinite)
  }

  func backward(_ operands: ConvolutionGradientOperands) throws(LayerError) -> Convolution.Gradients {
    try layer { () throws(ArrayError) in
      // Where windows do not touch, pixels between them are in none.
      let isEverywhere = shape.grid.stride <= shape.grid.windowSize
      let input = try NDArray(Number.dtype, shape: operands.input.shape, zeroed: !isEverywhere)
      try inputGradient(operands, into: input)
      let sums = try weightGradients(operands)
      return Convolution.Gradients(input: input, weights: sums.weights, bias: sums.bias)
    }
  }

  func weightGradients(
    _ operands: ConvolutionGradientOperands
  ) throws(ArrayError) -> (weights: NDArray, bias: NDArray) {
    let weights = try NDArray(Number.dtype, shape: shape.weightShape, zeroed: false)
    let bias = try NDArray(Number.dtype, shape: shape.biasShape, zeroed: false)
    try weightGradient(operands, into: weights, bias)
    return (weights, bias)
  }

  /// Calls `body` for each band of rows of each image; `room` is each thread's own.
  /// - Parameters:
  ///   - rows: how many rows an image's result has, and how many make a band.
  ///   - scratch: numbers of room that a thread needs.
  func forEachBand(
    rows: (all: Int, band: Int), scratch: Int,
    _ body: (_ image: Int, _ rows: Range<Int>, _ room: UnsafeMutablePointer<Number>) -> Void
  ) throws(ArrayError) {
    let bands = (rows.all + rows.band - 1) / rows.band
    let pieces = shape.batch * bands
    let threads = threadCount(pieces)
    let room = try ThreadRoom<Number>(threads: threads, count: scratch)
    try forEach(pieces, threads: threads) { piece, thread in
      let (image, band) = piece.quotientAndRemainder(dividingBy: bands)
      body(image, band * rows.band..<min((band + 1) * rows.band, rows.all), room[thread])
    }
  }

  /// A small convolution is done before another thread is awake.
  private var isSmall: Bool {
    shape.batch * shape.grid.outputHeight * shape.grid.outputWidth * shape.termCount * shape.outputChannels < 400_000
  }

  func threadCount(_ pieces: Int) -> Int { isSmall ? 1 : WorkerThreads.threadCount(for: pieces) }

  func forEach(
    _ pieces: Int, threads: Int, _ body: (_ piece: Int, _ thread: Int) -> Void
  ) throws(ArrayError) {
    if !isSmall { return try WorkerThreads.forEach(pieces, threads: threads, body) }
    var checkpoint = Checkpoint()
    for piece in 0..<pieces {
      body(piece, 0)
      try checkpoint.pass(operations: 1000)
    }
  }

  /// Rows of a result that make a band.
  /// - Parameter rowCount: numbers that each of them adds to what is worked on.
  func bandRows(of all: Int, rowCount: Int) -> Int {
    let fitting = max(ConvolutionTiles.bandBytes / max(rowCount * MemoryLayout<Number>.stride, 1), 1)
    // Enough bands for all threads, of nearly equal size.
    let wanted = (4 * WorkerThreads.count + shape.batch - 1) / max(shape.batch, 1)
    let bands = max((all + fitting - 1) / fitting, min(wanted, all), 1)
    return (all + bands - 1) / bands
  }
}

/// Room for numbers, some for each thread.
struct ThreadRoom<Number: KernelElement> {
  private let array: NDArray
  private let count: Int

  /// - Throws: `ArrayError.outOfMemory`.
  init(threads: Int, count: Int) throws(ArrayError) {
    // Threads that write to the same line of memory wait for each other.
    self.count = (count + 63) & ~63
    array = try NDArray(Number.dtype, shape: [threads, self.count], zeroed: false)
  }

  subscript(thread: Int) -> UnsafeMutablePointer<Number> { array.pointer(Number.self) + thread &* count }
}
