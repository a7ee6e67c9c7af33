import Arrays
import KernelInterface

extension ConvolutionTiles {
  /// A tile is some neighbouring elements of a window's row, and filters side by side; its terms are pixels of the output.
  ///
  /// Each thread has elements of its own and goes through all images for them, so that their sums are added in the order
  /// of the plain loops.
  ///
  /// - Parameters:
  ///   - weightSum: contiguous, (f, f, n_C_prev, n_C).
  ///   - biasSum: contiguous, (1, 1, 1, n_C).
  func weightGradient(
    _ operands: ConvolutionGradientOperands, into weightSum: NDArray, _ biasSum: NDArray
  ) throws(ArrayError) {
    let (elements, filters) = (shape.termCount, shape.outputChannels)
    let blocks = PixelBlocks<Number>(shape, operands, Panels(filters, kernels: kernels.sums))
    // One row more than the weights have: the bias's.
    let sums = try NDArray(Number.dtype, shape: [elements + 1, blocks.panels.width])
    let threads = threadCount(elements)
    let room = try ThreadRoom<Number>(threads: threads, count: blocks.roomCount)
    // The threads meet now and then, where the computation can be stopped.
    let together = max(1, 50_000_000 / max(blocks.pixelCount * elements * filters, 1))
    var first = 0
    while first < blocks.count {
      let group = first..<min(first + together, blocks.count)
      try forEach(threads, threads: threads) { part, thread in
        let own = elements &* part / threads..<elements &* (part &+ 1) / threads
        for block in group {
          blocks.add(block, own, withBias: part == 0, to: sums.pointer(Number.self), room: room[thread])
        }
      }
      first = group.upperBound
    }
    try weightSum.with(shape: [elements, filters], strides: [filters, 1])
      .assign(sums.with(shape: [elements, filters], strides: sums.strides))
    try biasSum.with(shape: [filters], strides: [1])
      .assign(sums.with(shape: [filters], strides: [1], offset: elements * blocks.panels.width))
  }
}

/// Some rows of dZ at a time, and the rows of the input that their windows lie in.
private struct PixelBlocks<Number: KernelElement> {
  let panels: Panels<Kernel<Number>>
  /// Blocks of all images together.
  let count: Int
  /// Pixels of a block, the last one of an image has fewer.
  let pixelCount: Int

  private let shape: ConvolutionShape
  private let region: ImageRegion<Number>
  private let gradient: UnsafePointer<Number>
  private let rows: Int
  private let blocksOfImage: Int
  /// A block's pixels in a row of the input and in dZ.
  private let terms: [Term]
  /// As many, with the same number for all.
  private let ones: [Term]
  /// Whether dZ is copied, so that a panel's vectors stand side by side.
  private let isGradientCopied: Bool

  init(_ shape: ConvolutionShape, _ operands: ConvolutionGradientOperands, _ panels: Panels<Kernel<Number>>) {
    self.shape = shape
    self.panels = panels
    let (grid, filters) = (shape.grid, shape.outputChannels)
    let region = shape.inputRegion(operands.input.pointer(Number.self))
    self.region = region
    gradient = UnsafePointer(operands.outputGradient.pointer(Number.self))
    let rowBytes = (region.rowStep * grid.stride + grid.outputWidth * panels.width) * MemoryLayout<Number>.stride
    rows = max(1, min(grid.outputHeight, (512 << 10) / max(rowBytes, 1)))
    blocksOfImage = (grid.outputHeight + rows - 1) / rows
    count = shape.batch * blocksOfImage
    pixelCount = rows * grid.outputWidth
    // A panel's lines of memory, so far apart, do not stay in the first cache together.
    let isFarApart = filters * MemoryLayout<Number>.stride >= 2048 && shape.termCount >= 512
    isGradientCopied = panels.width != filters || isFarApart
    let step = isGradientCopied ? panels.widest : filters
    terms = (0..<pixelCount).map { pixel in
      let (row, column) = pixel.quotientAndRemainder(dividingBy: grid.outputWidth)
      return Term(
        number: grid.stride * (row * region.rowStep + column * shape.inputChannels), vector: pixel * step)
    }
    ones = (0..<pixelCount).map { Term(number: 0, vector: $0 * step) }
  }

  private var inputCount: Int { region.scratchCount(rows: (rows - 1) * shape.grid.stride + shape.grid.windowSize) }
  private var gradientCount: Int { isGradientCopied ? panels.all.count * pixelCount * panels.widest : 0 }

  /// Numbers of room that a thread needs.
  var roomCount: Int { inputCount + gradientCount + KernelSet<Number>.scratchCount }

  /// Adds what a block has for some of the elements of the filters.
  func add(
    _ block: Int, _ elements: Range<Int>, withBias: Bool, to sums: UnsafeMutablePointer<Number>,
    room: UnsafeMutablePointer<Number>
  ) {
    let (grid, rowLength) = (shape.grid, shape.rowLength)
    let (image, band) = block.quotientAndRemainder(dividingBy: blocksOfImage)
    let outputRows = band &* rows..<min((band &+ 1) &* rows, grid.outputHeight)
    let first = outputRows.lowerBound &* grid.stride &- grid.margins.top
    let read = first..<first &+ (outputRows.count &- 1) &* grid.stride &+ grid.windowSize
    let input = region.rows(read, ofImage: image, scratch: room)
    let pixels = outputRows.count &* grid.outputWidth
    let vectors = self.vectors(image, outputRows.lowerBound, pixels, room: room + inputCount)
    let gradient = gradientRows(image, outputRows.lowerBound)
    withTerms(of: gradient, pixels, input, rows: read.count) { terms in
      var one: Number = 1
      withUnsafePointer(to: &one) { one in
        for (index, panel) in panels.all.enumerated() {
          var job = TileJob(
            numbers: input, vectors: vectors + (isGradientCopied ? index &* pixels &* panels.widest : panel.first),
            terms: terms.numbers, output: sums, scratch: room + (inputCount &+ gradientCount))
          job.termCount = terms.count
          job.outputStep = panels.width
          job.lanes = panel.kernel.width
          job.start = Number.isExact ? .continued : .addedTo
          job.numberStep = 1
          var element = elements.lowerBound
          while element < elements.upperBound {
            let (row, index) = element.quotientAndRemainder(dividingBy: rowLength)
            job.rows = min(rowLength &- index, elements.upperBound &- element)
            job.numbers = input + (row &* region.rowStep &+ index)
            job.output = sums + (element &* panels.width &+ panel.first)
            panel.kernel.compute(job)
            element &+= job.rows
          }
          guard withBias else { continue }
          (job.numbers, job.terms, job.rows) = (one, terms.ones, 1)
          job.output = sums + (shape.termCount &* panels.width &+ panel.first)
          panel.kernel.compute(job)
        }
      }
    }
  }

  /// The terms of a block: its pixels, and as many times one.
  private struct BlockTerms {
    let numbers: UnsafePointer<Term>
    let ones: UnsafePointer<Term>
    let count: Int
  }

  /// Calls `body` with the terms of a block's pixels: all, or where most of dZ is zero, as it is behind a max pooling,
  /// those whose dZ is not. Products with zeros change no sum as long as the input is finite.
  private func withTerms(
    of gradient: UnsafePointer<Number>, _ pixels: Int, _ input: UnsafePointer<Number>, rows: Int,
    _ body: (BlockTerms) -> Void
  ) {
    terms.withUnsafeBufferPointer { terms in
      ones.withUnsafeBufferPointer { ones in
        guard let all = terms.baseAddress, let allOnes = ones.baseAddress else { return }
        guard isMostlyZero(gradient, pixels), isFinite(input, count: rows &* region.rowStep) else {
          return body(BlockTerms(numbers: all, ones: allOnes, count: pixels))
        }
        withUnsafeTemporaryAllocation(of: Term.self, capacity: pixels) { room in
          guard let chosen = room.baseAddress else { return }
          let chosenOnes = chosen + pixels / 2
          var count = 0
          for pixel in 0..<pixels where !isZero(gradient + pixel &* shape.outputChannels) {
            chosen[count] = all[pixel]
            chosenOnes[count] = allOnes[pixel]
            count &+= 1
          }
          body(BlockTerms(numbers: chosen, ones: chosenOnes, count: count))
        }
      }
    }
  }

  /// Whether dZ is zero for more than half of the pixels: where it is not, that is known after about as many.
  private func isMostlyZero(_ gradient: UnsafePointer<Number>, _ pixels: Int) -> Bool {
    var others = 0
    var pixel = 0
    while pixel < pixels, 2 &* others < pixels {
      others &+= isZero(gradient + pixel &* shape.outputChannels) ? 0 : 1
      pixel &+= 1
    }
    return 2 &* others < pixels
  }

  /// Whether dZ of a pixel is zero in all filters: whether no bit but signs is set.
  @inline(__always)
  private func isZero(_ gradient: UnsafePointer<Number>) -> Bool {
    let words = UnsafeRawPointer(gradient)
    let bytes = shape.outputChannels &* MemoryLayout<Number>.stride
    var offset = 0
    while offset &+ 8 <= bytes {
      let bits = words.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if bits & Number.magnitudeBits != 0 { return false }
      offset &+= 8
    }
    return offset == bytes || gradient[shape.outputChannels &- 1] == 0
  }

  private func isFinite(_ numbers: UnsafePointer<Number>, count: Int) -> Bool {
    var others = 0
    // Infinities less themselves are no numbers.
    for index in 0..<count where numbers[index] - numbers[index] != 0 { others &+= 1 }
    return others == 0
  }

  /// dZ from a row of an image on.
  private func gradientRows(_ image: Int, _ row: Int) -> UnsafePointer<Number> {
    gradient + (image &* shape.grid.outputHeight &+ row) &* shape.grid.outputWidth &* shape.outputChannels
  }

  /// dZ of a block's pixels, panel after panel where it is copied.
  private func vectors(
    _ image: Int, _ row: Int, _ pixels: Int, room: UnsafeMutablePointer<Number>
  ) -> UnsafePointer<Number> {
    let filters = shape.outputChannels
    let source = gradientRows(image, row)
    if !isGradientCopied { return source }
    var target = room
    for panel in panels.all {
      for pixel in 0..<pixels {
        target.update(from: source + (pixel &* filters &+ panel.first), count: panel.lanes)
        (target + panel.lanes).update(repeating: 0, count: panels.widest &- panel.lanes)
        target += panels.widest
      }
    }
    return UnsafePointer(room)
  }
}
