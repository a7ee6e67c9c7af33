import Arrays
import KernelInterface

extension ConvolutionTiles {
  /// A pixel of the input is in windows that stand `stride` apart: those pixels that are met at the same places of a
  /// window are a convolution of their own, of dZ with some of the filters' elements in reverse.
  ///
  /// Its terms go through the windows, rows first, and through the filters of each: the order of the plain loops.
  ///
  /// - Parameter sum: (m, n_H_prev, n_W_prev, n_C_prev), zeros where pixels are in no window.
  /// - Precondition: the weights are finite: they meet zeros beyond the edges of dZ.
  func inputGradient(_ operands: ConvolutionGradientOperands, into sum: NDArray) throws(ArrayError) {
    let size = min(shape.grid.stride, shape.grid.windowSize)
    for row in 0..<size {
      for column in 0..<size {
        if let phase = InputPhase(shape, row: row, column: column) {
          try add(phase, operands, into: sum)
        }
      }
    }
  }

  private func add(
    _ phase: InputPhase, _ operands: ConvolutionGradientOperands, into sum: NDArray
  ) throws(ArrayError) {
    let grid = shape.grid
    let (filters, channels) = (shape.outputChannels, shape.inputChannels)
    let region = ImageRegion(
      UnsafePointer(operands.outputGradient.pointer(Number.self)), height: grid.outputHeight,
      width: grid.outputWidth, channels: filters, rows: phase.windowRows(of: phase.rows),
      columns: phase.windowColumns)
    let panels = Panels(channels, kernels: kernels.sums)
    let weights = operands.weights.pointer(Number.self)
    let places = phase.places(windowSize: grid.windowSize)
    let vectors = try PackedVectors(panels, termCount: places.count * filters) { term, results, address in
      let (place, filter) = term.quotientAndRemainder(dividingBy: filters)
      let first = weights + (places[place].weight &* channels &* filters &+ filter)
      for (lane, channel) in results.enumerated() { address[lane] = first[channel &* filters] }
    }
    var offsets: [Int] = []
    for place in places {
      let first = place.row * region.rowStep + place.column * filters
      offsets += first..<first + filters
    }
    let pass = RowPass(
      width: phase.columns.count, offsets: offsets,
      vectors: vectors, numbers: RowSteps(result: filters, row: region.rowStep),
      outputs: RowSteps(result: grid.stride * channels, row: grid.stride * grid.inputWidth * channels))
    let bandRows = bandRows(of: phase.rows.count, rowCount: region.rowStep + phase.columns.count * channels)
    let regionCount = region.scratchCount(rows: bandRows + phase.heights - 1)
    let x = phase.columns.lowerBound * grid.stride + phase.column - grid.margins.left
    let target = sum.pointer(Number.self)
    try forEachBand(
      rows: (phase.rows.count, bandRows), scratch: regionCount + KernelSet<Number>.scratchCount
    ) { image, rows, room in
      let steps = phase.rows.lowerBound &+ rows.lowerBound..<phase.rows.lowerBound &+ rows.upperBound
      let y = steps.lowerBound &* grid.stride &+ phase.row &- grid.margins.top
      pass.run(
        rows: rows.count, from: region.rows(phase.windowRows(of: steps), ofImage: image, scratch: room),
        into: target + ((image &* grid.inputHeight &+ y) &* grid.inputWidth &+ x) &* channels,
        scratch: room + regionCount)
    }
  }
}

/// The pixels of the input in rows `row + stride * step` and columns `column + stride * step` of the padded image.
private struct InputPhase {
  let row: Int
  let column: Int
  /// The steps whose pixels are in the image itself.
  let rows: Range<Int>
  let columns: Range<Int>
  /// In how many windows, above each other and beside each other, they are.
  let heights: Int
  let widths: Int
  private let stride: Int

  /// `nil` where there are no such pixels.
  init?(_ shape: ConvolutionShape, row: Int, column: Int) {
    let grid = shape.grid
    self.row = row
    self.column = column
    stride = grid.stride
    func steps(_ first: Int, _ margin: Int, _ length: Int) -> Range<Int> {
      let start = max(margin - first + grid.stride - 1, 0) / grid.stride
      let end = (margin + length - first + grid.stride - 1) / grid.stride
      return start..<max(start, end)
    }
    rows = steps(row, grid.margins.top, grid.inputHeight)
    columns = steps(column, grid.margins.left, grid.inputWidth)
    heights = (grid.windowSize - row + grid.stride - 1) / grid.stride
    widths = (grid.windowSize - column + grid.stride - 1) / grid.stride
    if rows.isEmpty || columns.isEmpty { return nil }
  }

  /// Rows of windows that pixels at these steps are in.
  func windowRows(of steps: Range<Int>) -> Range<Int> { steps.lowerBound &- heights &+ 1..<steps.upperBound }

  var windowColumns: Range<Int> { columns.lowerBound - widths + 1..<columns.upperBound }

  /// The windows of a pixel, from the first one on, and which of a filter's elements meets it there.
  func places(windowSize: Int) -> [(row: Int, column: Int, weight: Int)] {
    (0..<heights).flatMap { down in
      (0..<widths).map { right in
        let weightRow = row + stride * (heights - 1 - down)
        return (down, right, weightRow * windowSize + column + stride * (widths - 1 - right))
      }
    }
  }
}
