import Arrays

/// Convolutions in float64, vectorised across independent results: the bits are those of `ConvolutionReference`.
enum ConvolutionLanes {
  /// A lane for each filter; fewer than eight filters are taken one by one.
  ///
  /// A window's numbers are gathered once, in the order of their addition, and meet all filters.
  static func forward(
    _ operands: ConvolutionOperands, into output: NDArray
  ) throws(ArrayError) {
    var checkpoint = Checkpoint()
    let (shape, grid) = (operands.shape, operands.shape.grid)
    let input = UnsafePointer(operands.input.pointer(Double.self))
    let window = operands.scratch.pointer(Double.self)
    let filters = try FilterBank(operands)
    var result = output.pointer(Double.self)
    for image in 0..<shape.batch {
      for h in 0..<grid.outputHeight {
        for w in 0..<grid.outputWidth {
          let origin = input + (image &* shape.imageSize &+ grid.origin(h, w, channels: shape.inputChannels))
          operands.termOffsets.withUnsafeBufferPointer { offsets in
            for term in 0..<offsets.count { window[term] = origin[offsets[term]] }
          }
          filters.apply(to: window, into: result)
          result += shape.outputChannels
          try checkpoint.pass(operations: shape.termCount &* shape.outputChannels)
        }
      }
    }
  }
}

/// All filters, laid out so that a window meets them with one pass over memory.
private struct FilterBank {
  let termCount: Int
  let filters: Int
  let bias: UnsafePointer<Double>
  /// Eight filters' weights side by side, term after term, or filter after filter where there are fewer.
  let packed: NDArray
  /// Keeps `bias` alive.
  private let operands: ConvolutionOperands

  init(_ operands: ConvolutionOperands) throws(ArrayError) {
    self.operands = operands
    termCount = operands.shape.termCount
    filters = operands.shape.outputChannels
    bias = UnsafePointer(operands.bias.pointer(Double.self))
    let groupSize = filters < Lanes.count ? 1 : Lanes.count
    let groups = (filters + groupSize - 1) / groupSize
    // The last group's spare lanes hold zeros; their results are thrown away.
    packed = try NDArray(.float64, shape: [groups, termCount, groupSize])
    let source = operands.weights.pointer(Double.self)
    let target = packed.pointer(Double.self)
    for filter in 0..<filters {
      let (group, lane) = filter.quotientAndRemainder(dividingBy: groupSize)
      for term in 0..<termCount {
        target[(group &* termCount &+ term) &* groupSize &+ lane] = source[term &* filters &+ filter]
      }
    }
  }

  func apply(to window: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>) {
    var weights = UnsafePointer(packed.pointer(Double.self))
    if filters < Lanes.count {
      for filter in 0..<filters {
        result[filter] = numpySum(Products(left: window, right: weights), count: termCount) + bias[filter]
        weights += termCount
      }
      return
    }
    var filter = 0
    while filter < filters {
      let sum = numpySum(LaneProducts(numbers: window, lanes: weights), count: termCount)
      let spare = filters &- filter
      if spare >= Lanes.count {
        (sum + Lanes(at: bias + filter)).store(at: result + filter)
      } else {
        for lane in 0..<spare { result[filter &+ lane] = sum.values[lane] + bias[filter &+ lane] }
      }
      weights += termCount &* Lanes.count
      filter &+= Lanes.count
    }
  }
}

/// Numbers, each times eight of its own.
struct LaneProducts: Terms {
  let numbers: UnsafePointer<Double>
  let lanes: UnsafePointer<Double>
  @inline(__always) subscript(index: Int) -> Lanes {
    Lanes(repeating: numbers[index]) * Lanes(at: lanes + index &* Lanes.count)
  }
}
