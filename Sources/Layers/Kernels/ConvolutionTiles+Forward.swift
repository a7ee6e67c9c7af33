import Arrays
import KernelInterface

extension ConvolutionTiles {
  /// A tile is some pixels of a row of the output, and filters side by side.
  func forward(_ operands: ConvolutionOperands, into output: NDArray) throws(LayerError) {
    try layer { () throws(ArrayError) in try addWindows(operands, into: output) }
  }

  private func addWindows(_ operands: ConvolutionOperands, into output: NDArray) throws(ArrayError) {
    let grid = shape.grid
    let (filters, stride) = (shape.outputChannels, grid.stride)
    let panels = Panels(filters, kernels: Number.isExact ? kernels.pairwiseSums : kernels.sums)
    let weights = operands.weights.pointer(Number.self)
    let vectors = try PackedVectors(panels, termCount: shape.termCount) { term, results, address in
      address.update(from: weights + (term &* filters &+ results.lowerBound), count: results.count)
    }
    let bias = try PackedVectors(panels, termCount: 1) { _, results, address in
      address.update(from: operands.bias.pointer(Number.self) + results.lowerBound, count: results.count)
    }
    let region = shape.inputRegion(operands.input.pointer(Number.self))
    let pass = RowPass(
      width: grid.outputWidth, offsets: operands.termOffsets(rowStep: region.rowStep), vectors: vectors, bias: bias,
      isRectified: operands.isRectified, leaves: Number.isExact ? PairwisePlan.leaves(termCount: shape.termCount) : [],
      numbers: RowSteps(result: stride * shape.inputChannels, row: stride * region.rowStep),
      outputs: RowSteps(result: filters, row: grid.outputWidth * filters))
    let bandRows = bandRows(of: grid.outputHeight, rowCount: region.rowStep * stride + grid.outputWidth * filters)
    let regionCount = region.scratchCount(rows: (bandRows - 1) * stride + grid.windowSize)
    let target = output.pointer(Number.self)
    try forEachBand(
      rows: (grid.outputHeight, bandRows), scratch: regionCount + KernelSet<Number>.scratchCount
    ) { image, rows, room in
      let first = rows.lowerBound &* stride &- grid.margins.top
      let read = first..<first &+ (rows.count &- 1) &* stride &+ grid.windowSize
      pass.run(
        rows: rows.count, from: region.rows(read, ofImage: image, scratch: room),
        into: target + (image &* grid.outputHeight &+ rows.lowerBound) &* grid.outputWidth &* filters,
        scratch: room + regionCount)
    }
  }
}

extension ConvolutionShape {
  /// The padded input.
  func inputRegion<Number: KernelElement>(_ input: UnsafeMutablePointer<Number>) -> ImageRegion<Number> {
    ImageRegion(
      UnsafePointer(input), height: grid.inputHeight, width: grid.inputWidth, channels: inputChannels,
      rows: -grid.margins.top..<grid.usedHeight - grid.margins.top,
      columns: -grid.margins.left..<grid.usedWidth - grid.margins.left)
  }
}
