import Arrays
import KernelInterface

/// The plain loops that define a convolution's value.
enum ConvolutionReference<Value: FloatingElement> {
  /// Multiplies each window with each filter, adds the products as `np.sum` does, then the bias.
  static func forward(_ operands: ConvolutionOperands, into output: NDArray) throws(LayerError) {
    let (shape, grid) = (operands.shape, operands.shape.grid)
    let filters = shape.outputChannels
    let padded = try ZeroPadding.contiguous(operands.input, grid.margins, as: Value.dtype)
    let offsets = operands.termOffsets(rowStep: shape.rowStride)
    let weights = operands.weights.pointer(Value.self)
    let bias = operands.bias.pointer(Value.self)
    var products = [Value](repeating: 0, count: shape.termCount)
    var result = output.pointer(Value.self)
    try shape.forEachWindow { origin throws(ArrayError) in
      let window = padded.pointer(Value.self) + origin
      for filter in 0..<filters {
        for (term, offset) in offsets.enumerated() {
          products[term] = window[offset] * weights[term * filters + filter]
        }
        let sum = products.withUnsafeBufferPointer { products in
          products.baseAddress.map { numpySum(StoredTerms(start: $0), count: products.count) } ?? 0
        }
        let value = sum + bias[filter]
        result.pointee = operands.isRectified ? ReLU.rectified(value) : value
        result += 1
      }
    }
  }

  /// Adds, window by window and filter by filter, the filter times dZ to the input's gradient, the window times dZ to
  /// the filter's and dZ to the bias's.
  static func backward(_ operands: ConvolutionGradientOperands) throws(LayerError) -> Convolution.Gradients {
    let (shape, grid) = (operands.shape, operands.shape.grid)
    let (filters, channels) = (shape.outputChannels, shape.inputChannels)
    let padded = try ZeroPadding.contiguous(operands.input, grid.margins, as: Value.dtype)
    let sums = try layer { () throws(ArrayError) in
      (
        input: try NDArray(Value.dtype, shape: shape.paddedShape),
        weights: try NDArray(Value.dtype, shape: shape.weightShape),
        bias: try NDArray(Value.dtype, shape: shape.biasShape)
      )
    }
    let (input, inputSum) = (padded.pointer(Value.self), sums.input.pointer(Value.self))
    let (weights, weightSum) = (operands.weights.pointer(Value.self), sums.weights.pointer(Value.self))
    let biasSum = sums.bias.pointer(Value.self)
    var gradient = UnsafePointer(operands.outputGradient.pointer(Value.self))
    try shape.forEachWindow { window throws(ArrayError) in
      for filter in 0..<filters {
        let dz = gradient.pointee
        for row in 0..<grid.windowSize {
          for index in 0..<shape.rowLength {
            let position = window + row * shape.rowStride + index
            let weight = (row * grid.windowSize * channels + index) * filters + filter
            inputSum[position] += weights[weight] * dz
            weightSum[weight] += input[position] * dz
          }
        }
        biasSum[filter] += dz
        gradient += 1
      }
    }
    return Convolution.Gradients(
      input: try ZeroPadding.backward(sums.input, grid.margins), weights: sums.weights, bias: sums.bias)
  }
}

extension ConvolutionShape {
  /// Calls `body` with the origin of each window in the padded images.
  fileprivate func forEachWindow(_ body: (_ origin: Int) throws(ArrayError) -> Void) throws(LayerError) {
    try layer { () throws(ArrayError) in
      var checkpoint = Checkpoint()
      for image in 0..<batch {
        for h in 0..<grid.outputHeight {
          for w in 0..<grid.outputWidth {
            try body(image * imageSize + grid.origin(h, w, channels: inputChannels))
            try checkpoint.pass(operations: termCount &* outputChannels)
          }
        }
      }
    }
  }
}
