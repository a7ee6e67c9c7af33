import Arrays

extension ConvolutionLanes {
  /// Lanes run along the rows of windows and filters, eight numbers of a row at a time, which are elements of
  /// gradients that do not depend on each other.
  static func backward(
    _ operands: ConvolutionGradientOperands, into sums: ConvolutionGradientSums
  ) throws(ArrayError) {
    var checkpoint = Checkpoint()
    let (shape, grid) = (operands.shape, operands.shape.grid)
    let input = UnsafePointer(operands.input.pointer(Double.self))
    let weights = UnsafePointer(operands.weightRows.pointer(Double.self))
    let (inputSum, weightSum) = (sums.input.pointer(Double.self), sums.weightRows.pointer(Double.self))
    let rowGradients = RowGradients(shape: shape)
    var gradient = UnsafePointer(operands.outputGradient.pointer(Double.self))
    for image in 0..<shape.batch {
      for h in 0..<grid.outputHeight {
        let first = image &* shape.imageSize &+ grid.origin(h, 0, channels: shape.inputChannels)
        rowGradients.addInput(inputSum + first, weights: weights, gradient: gradient)
        rowGradients.addWeights(weightSum, input: input + first, gradient: gradient)
        rowGradients.addBias(sums.bias.pointer(Double.self), gradient: gradient)
        gradient += grid.outputWidth &* shape.outputChannels
        try checkpoint.pass(operations: grid.outputWidth &* shape.termCount &* shape.outputChannels)
      }
    }
  }
}

/// The gradients of one row of windows. `gradient` is that row of dZ: (n_W, n_C).
private struct RowGradients {
  let windows: Int
  let windowSize: Int
  let filters: Int
  /// Numbers in a window's row.
  let rowLength: Int
  /// Elements from one row of the padded image to the next, and from one window to the next.
  let rowStride: Int
  let windowStride: Int

  init(shape: ConvolutionShape) {
    windows = shape.grid.outputWidth
    windowSize = shape.grid.windowSize
    filters = shape.outputChannels
    rowLength = shape.rowLength
    rowStride = shape.rowStride
    windowStride = windows > 1 ? shape.grid.stride * shape.inputChannels : 0
  }

  /// Adds, window after window, the filters times their dZ.
  func addInput(
    _ sum: UnsafeMutablePointer<Double>, weights: UnsafePointer<Double>, gradient: UnsafePointer<Double>
  ) {
    for w in 0..<windows {
      let dz = gradient + w &* filters
      for row in 0..<windowSize {
        let target = sum + (w &* windowStride &+ row &* rowStride)
        let source = weights + row &* filters &* rowLength
        var index = 0
        while index &+ Lanes.count <= rowLength {
          var lanes = Lanes(at: target + index)
          for filter in 0..<filters {
            lanes = lanes + Lanes(at: source + (filter &* rowLength &+ index)) * Lanes(repeating: dz[filter])
          }
          lanes.store(at: target + index)
          index &+= Lanes.count
        }
        for filter in 0..<filters {
          for rest in index..<rowLength { target[rest] += source[filter &* rowLength &+ rest] * dz[filter] }
        }
      }
    }
  }

  /// Adds, for each element of a filter, the numbers it met in the windows times their dZ.
  func addWeights(
    _ sum: UnsafeMutablePointer<Double>, input: UnsafePointer<Double>, gradient: UnsafePointer<Double>
  ) {
    for row in 0..<windowSize {
      let source = input + row &* rowStride
      for filter in 0..<filters {
        let target = sum + (row &* filters &+ filter) &* rowLength
        let dz = gradient + filter
        var index = 0
        while index &+ Lanes.count <= rowLength {
          var lanes = Lanes(at: target + index)
          for w in 0..<windows {
            lanes = lanes + Lanes(at: source + (w &* windowStride &+ index)) * Lanes(repeating: dz[w &* filters])
          }
          lanes.store(at: target + index)
          index &+= Lanes.count
        }
        for w in 0..<windows {
          for rest in index..<rowLength { target[rest] += source[w &* windowStride &+ rest] * dz[w &* filters] }
        }
      }
    }
  }

  func addBias(_ sum: UnsafeMutablePointer<Double>, gradient: UnsafePointer<Double>) {
    for w in 0..<windows {
      for filter in 0..<filters { sum[filter] += gradient[w &* filters &+ filter] }
    }
  }
}
