import Arrays

/// The plain loops that define a convolution's value.
enum ConvolutionReference<Value: FloatingElement> {
  /// Multiplies each window with each filter, adds the products as `np.sum` does, then the bias.
  static func forward(
    _ operands: ConvolutionOperands, into output: NDArray
  ) throws(ArrayError) {
    var checkpoint = Checkpoint()
    let (shape, grid) = (operands.shape, operands.shape.grid)
    let filters = shape.outputChannels
    let input = operands.input.pointer(Value.self)
    let weights = operands.weights.pointer(Value.self)
    let bias = operands.bias.pointer(Value.self)
    let product = operands.scratch.pointer(Value.self)
    var result = output.pointer(Value.self)
    for image in 0..<shape.batch {
      for h in 0..<grid.outputHeight {
        for w in 0..<grid.outputWidth {
          let window = input + image * shape.imageSize + grid.origin(h, w, channels: shape.inputChannels)
          for filter in 0..<filters {
            for (term, offset) in operands.termOffsets.enumerated() {
              product[term] = window[offset] * weights[term * filters + filter]
            }
            result.pointee = numpySum(StoredTerms(start: product), count: shape.termCount) + bias[filter]
            result += 1
          }
          try checkpoint.pass(operations: shape.termCount &* filters)
        }
      }
    }
  }

  /// Adds, window by window and filter by filter, the filter times dZ to the input's gradient, the window times dZ to
  /// the filter's and dZ to the bias's.
  static func backward(
    _ operands: ConvolutionGradientOperands, into sums: ConvolutionGradientSums
  ) throws(ArrayError) {
    var checkpoint = Checkpoint()
    let (shape, grid) = (operands.shape, operands.shape.grid)
    let (filters, rowLength) = (shape.outputChannels, shape.rowLength)
    let (input, inputSum) = (operands.input.pointer(Value.self), sums.input.pointer(Value.self))
    let (weights, weightSum) = (operands.weightRows.pointer(Value.self), sums.weightRows.pointer(Value.self))
    let biasSum = sums.bias.pointer(Value.self)
    var gradient = UnsafePointer(operands.outputGradient.pointer(Value.self))
    for image in 0..<shape.batch {
      for h in 0..<grid.outputHeight {
        for w in 0..<grid.outputWidth {
          let window = image * shape.imageSize + grid.origin(h, w, channels: shape.inputChannels)
          for filter in 0..<filters {
            let dz = gradient.pointee
            for row in 0..<grid.windowSize {
              for index in 0..<rowLength {
                let position = window + row * shape.rowStride + index
                let weight = (row * filters + filter) * rowLength + index
                inputSum[position] += weights[weight] * dz
                weightSum[weight] += input[position] * dz
              }
            }
            biasSum[filter] += dz
            gradient += 1
          }
          try checkpoint.pass(operations: shape.termCount &* filters)
        }
      }
    }
  }
}
