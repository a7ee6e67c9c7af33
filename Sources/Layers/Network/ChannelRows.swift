import Arrays

/// An array (..., n_C) as rows of channels, and what batch normalisation computes of them.
struct ChannelRows {
  let channels: Int
  let count: Int
  let epsilon: Double

  /// - Throws: `LayerError` for the first argument that does not fit.
  init(
    _ function: String, _ input: NDArray, gamma: NDArray, beta: NDArray, epsilon: Double
  ) throws(LayerError) {
    guard let channels = input.shape.last, input.rank >= 2, input.count > 0 else {
      throw .unfit(
        function: function, argument: "Z", expected: "at least 2 axes (..., n_C) and a number", actual: input.shape)
    }
    if !(epsilon > 0) {
      throw .unusable(function: function, argument: "epsilon", expected: "above 0", actual: "\(epsilon)")
    }
    self.channels = channels
    self.epsilon = epsilon
    count = input.count / channels
    try check(gamma, "gamma", function)
    try check(beta, "beta", function)
  }

  func check(_ array: NDArray, _ argument: String, _ function: String) throws(LayerError) {
    if array.count != channels {
      throw .unfit(
        function: function, argument: argument, expected: "\(channels) numbers, one for each channel of Z",
        actual: array.shape)
    }
  }

  private var rowsOfBlock: Int { max(1, Elementwise.pieceLength / 4 / channels) }

  private func forEachBlock(_ body: (_ block: Int, _ rows: Range<Int>) -> Void) throws(LayerError) {
    try layer { () throws(ArrayError) in
      try Elementwise.forEachPiece(of: count, length: rowsOfBlock) { block, rows in body(block, rows) }
    }
  }

  /// Two sums for each channel over all rows: `add` adds some rows to sums that are zero at first.
  private func sums<Value: FloatingElement>(
    _ type: Value.Type,
    _ add: (_ rows: Range<Int>, _ first: UnsafeMutablePointer<Value>, _ second: UnsafeMutablePointer<Value>) -> Void
  ) throws(LayerError) -> (first: [Double], second: [Double]) {
    let (channels, blocks) = (self.channels, (count + rowsOfBlock - 1) / rowsOfBlock)
    let partial = try layer { () throws(ArrayError) in try NDArray(Value.dtype, shape: [blocks, 2, channels]) }
    let numbers = partial.pointer(Value.self)
    try forEachBlock { block, rows in
      let first = numbers + 2 &* block &* channels
      add(rows, first, first + channels)
    }
    func total(_ offset: Int) -> [Double] {
      (0..<channels).map { channel in
        (0..<blocks).reduce(0.0) { $0 + Double(numbers[(2 &* $1 &+ offset) &* channels &+ channel]) }
      }
    }
    return (total(0), total(1))
  }

  func normalise<Value: FloatingElement>(
    _ input: NDArray, _ gamma: NDArray, _ beta: NDArray, _ type: Value.Type
  ) throws(LayerError) -> BatchNormalization.Output {
    let source = try input.contiguous(as: Value.dtype)
    let (values, channels) = (source.pointer(Value.self), channels)
    let means = try sums(type) { rows, sum, _ in
      for row in rows {
        let from = values + row &* channels
        for channel in 0..<channels { sum[channel] += from[channel] }
      }
    }.first.map { $0 / Double(count) }
    let mean = try array(means, type)
    let centre = mean.pointer(Value.self)
    let variances = try sums(type) { rows, sum, _ in
      for row in rows {
        let from = values + row &* channels
        for channel in 0..<channels {
          let distance = from[channel] - centre[channel]
          sum[channel] += distance * distance
        }
      }
    }.first.map { $0 / Double(count) }
    let variance = try array(variances, type)
    let factors = try inverseDeviations(variance, type)
    let output = try scale(source, mean: mean, factors: factors, gamma, beta, type)
    return BatchNormalization.Output(output: output, mean: mean, variance: variance)
  }

  /// `1 / sqrt(variance + epsilon)` of each channel.
  func inverseDeviations<Value: FloatingElement>(
    _ variance: NDArray, _ type: Value.Type
  ) throws(LayerError) -> NDArray {
    let epsilon = Value(epsilon)
    return try Elementwise.map(variance.viewed(as: [channels])) { (from: UnsafePointer<Value>, to, piece) in
      for index in piece { to[index] = 1 / (from[index] + epsilon).squareRoot() }
    }
  }

  /// `(Z - mean) * factors * gamma + beta`.
  func scale<Value: FloatingElement>(
    _ input: NDArray, mean: NDArray, factors: NDArray, _ gamma: NDArray, _ beta: NDArray, _ type: Value.Type
  ) throws(LayerError) -> NDArray {
    let source = try input.contiguous(as: Value.dtype)
    let (gamma, beta) = (try gamma.contiguous(as: Value.dtype), try beta.contiguous(as: Value.dtype))
    let result = try layer { () throws(ArrayError) in try NDArray(Value.dtype, shape: input.shape, zeroed: false) }
    let (values, target, channels) = (source.pointer(Value.self), result.pointer(Value.self), channels)
    let (centre, factor) = (mean.pointer(Value.self), factors.pointer(Value.self))
    let (scale, shift) = (gamma.pointer(Value.self), beta.pointer(Value.self))
    try forEachBlock { _, rows in
      for row in rows {
        let (from, to) = (values + row &* channels, target + row &* channels)
        for channel in 0..<channels {
          to[channel] = (from[channel] - centre[channel]) * factor[channel] * scale[channel] + shift[channel]
        }
      }
    }
    return result
  }

  func gradients<Value: FloatingElement>(
    _ outputGradient: NDArray, _ input: NDArray, _ gamma: NDArray, _ mean: NDArray, _ variance: NDArray,
    _ type: Value.Type
  ) throws(LayerError) -> BatchNormalization.Gradients {
    let (source, gradient) = (try input.contiguous(as: Value.dtype), try outputGradient.contiguous(as: Value.dtype))
    let (gamma, mean) = (try gamma.contiguous(as: Value.dtype), try mean.contiguous(as: Value.dtype))
    let factors = try inverseDeviations(variance, type)
    let (values, given, channels) = (source.pointer(Value.self), gradient.pointer(Value.self), channels)
    let (centre, factor) = (mean.pointer(Value.self), factors.pointer(Value.self))
    let sums = try sums(type) { rows, plain, weighted in
      for row in rows {
        let (from, change) = (values + row &* channels, given + row &* channels)
        for channel in 0..<channels {
          plain[channel] += change[channel]
          weighted[channel] += change[channel] * ((from[channel] - centre[channel]) * factor[channel])
        }
      }
    }
    let result = try layer { () throws(ArrayError) in try NDArray(Value.dtype, shape: input.shape, zeroed: false) }
    let target = result.pointer(Value.self)
    let means = try array(sums.first.map { $0 / Double(count) } + sums.second.map { $0 / Double(count) }, type)
    let (plain, weighted) = (means.pointer(Value.self), means.pointer(Value.self) + channels)
    let scale = gamma.pointer(Value.self)
    try forEachBlock { _, rows in
      for row in rows {
        let (from, change, to) = (values + row &* channels, given + row &* channels, target + row &* channels)
        for channel in 0..<channels {
          let x = (from[channel] - centre[channel]) * factor[channel]
          let rest = change[channel] - plain[channel] - x * weighted[channel]
          to[channel] = scale[channel] * factor[channel] * rest
        }
      }
    }
    return BatchNormalization.Gradients(
      input: result, gamma: try array(sums.second, type), beta: try array(sums.first, type))
  }

  private func array<Value: FloatingElement>(_ numbers: [Double], _ type: Value.Type) throws(LayerError) -> NDArray {
    try layer { () throws(ArrayError) in try NDArray(numbers.map { Value($0) }, shape: [numbers.count]) }
  }
}

extension NDArray {
  /// The elements with other axes; a copy where they are not contiguous.
  fileprivate func viewed(as shape: Dims) throws(LayerError) -> NDArray {
    try contiguous(as: dtype).viewed(shape)
  }
}
