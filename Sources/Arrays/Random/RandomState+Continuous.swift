extension RandomState {
  /// `random_sample`, `rand`: uniform in [0, 1).
  public func randomSample() -> Double { bits.nextDouble() }

  public func randomSample(_ size: Dims) throws(ArrayError) -> NDArray {
    try filled(size) { bits.nextDouble() }
  }

  /// `standard_normal`, `randn`: mean 0, standard deviation 1.
  ///
  /// Marsaglia's polar method makes two numbers at a time; the second waits for the next call.
  public func standardNormal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    var (x, y, square) = (0.0, 0.0, 0.0)
    repeat {
      x = 2 * bits.nextDouble() - 1
      y = 2 * bits.nextDouble() - 1
      square = x * x + y * y
    } while square >= 1 || square == 0
    let factor = sqrt(-2 * log(square) / square)
    spareNormal = factor * x
    return factor * y
  }

  public func standardNormal(_ size: Dims) throws(ArrayError) -> NDArray {
    try filled(size) { standardNormal() }
  }

  /// - Throws: "scale < 0", and where shapes do not fit.
  public func normal(
    loc: RandomParameter = 0, scale: RandomParameter = 1, size: Dims? = nil
  ) throws(ArrayError) -> RandomSample {
    try sample(NamedParameter("loc", loc), NamedParameter("scale", scale, .notNegative), size) { loc, scale in
      loc + scale * standardNormal()
    }
  }

  /// Uniform in [low, high); `high` may be the smaller one.
  /// - Throws: "Range exceeds valid bounds", and where shapes do not fit.
  public func uniform(
    low: RandomParameter = 0, high: RandomParameter = 1, size: Dims? = nil
  ) throws(ArrayError) -> RandomSample {
    if low.scalarValue == nil || high.scalarValue == nil {
      let (lows, highs) = (try low.doubles(), try high.doubles())
      let shape = try NDArray.broadcastShape([highs.shape, lows.shape])
      try checkRange(lows, highs, shape)
    } else if let low = low.scalarValue, let high = high.scalarValue, !(high - low).isFinite {
      throw outOfRange
    }
    return try sample(NamedParameter("low", low), NamedParameter("high", high), size) { low, high in
      low + (high - low) * bits.nextDouble()
    }
  }

  private var outOfRange: ArrayError { .plain(.overflow, "Range exceeds valid bounds") }

  private func checkRange(_ lows: NDArray, _ highs: NDArray, _ shape: Dims) throws(ArrayError) {
    guard let lowStrides = lows.broadcastStrides(to: shape), let highStrides = highs.broadcastStrides(to: shape) else {
      throw .cannotBroadcast([highs.shape, lows.shape])
    }
    let (low, high) = (lows.pointer(Double.self), highs.pointer(Double.self))
    var runs = StridedRuns(shape: shape, lowStrides, highStrides)
    while try runs.next() {
      for index in 0..<runs.length {
        let range = high[runs.offsets.1 + index * runs.steps.1] - low[runs.offsets.0 + index * runs.steps.0]
        if !range.isFinite { throw outOfRange }
      }
    }
  }

  /// The exponential distribution with mean 1.
  public func standardExponential() -> Double { -log(1 - bits.nextDouble()) }

  public func standardExponential(_ size: Dims) throws(ArrayError) -> NDArray {
    try filled(size) { standardExponential() }
  }

  /// - Throws: "scale < 0", and where shapes do not fit.
  public func exponential(scale: RandomParameter = 1, size: Dims? = nil) throws(ArrayError) -> RandomSample {
    try sample(NamedParameter("scale", scale, .notNegative), size) { $0 * standardExponential() }
  }

  /// - Throws: "shape < 0", and where shapes do not fit.
  public func standardGamma(shape: RandomParameter, size: Dims? = nil) throws(ArrayError) -> RandomSample {
    try gamma(shape: shape, scale: 1, size: size)
  }

  /// - Throws: "shape < 0", "scale < 0", and where shapes do not fit.
  public func gamma(
    shape: RandomParameter, scale: RandomParameter = 1, size: Dims? = nil
  ) throws(ArrayError) -> RandomSample {
    try refuseNaN(shape, "shape")
    return try sample(
      NamedParameter("shape", shape, .notNegative), NamedParameter("scale", scale, .notNegative), size
    ) { $1 * gammaVariate($0) }
  }

  /// - Throws: "a <= 0", "b <= 0", and where shapes do not fit.
  public func beta(a: RandomParameter, b: RandomParameter, size: Dims? = nil) throws(ArrayError) -> RandomSample {
    try refuseNaN(a, "a")
    try refuseNaN(b, "b")
    return try sample(NamedParameter("a", a, .positive), NamedParameter("b", b, .positive), size) {
      betaVariate($0, $1)
    }
  }

  /// NumPy would draw for ever.
  private func refuseNaN(_ parameter: RandomParameter, _ name: String) throws(ArrayError) {
    let values = try parameter.doubles().copy()
    let numbers = UnsafeBufferPointer(start: values.pointer(Double.self), count: values.count)
    if numbers.contains(where: \.isNaN) { throw .plain(.unsupported, "\(name) is NaN") }
  }

  /// Ahrens and Dieter's method below 1, Marsaglia and Tsang's above.
  private func gammaVariate(_ shape: Double) -> Double {
    if shape == 0 { return 0 }
    if shape == 1 { return standardExponential() }
    if shape < 1 {
      while true {
        let u = bits.nextDouble()
        let limit = standardExponential()
        if u <= 1 - shape {
          let x = pow(u, 1 / shape)
          if x <= limit { return x }
        } else {
          let y = -log((1 - u) / shape)
          let x = pow(1 - shape + shape * y, 1 / shape)
          if x <= limit + y { return x }
        }
      }
    }
    let b = shape - 1.0 / 3
    let c = 1 / sqrt(9 * b)
    while true {
      var (x, v) = (0.0, 0.0)
      repeat {
        x = standardNormal()
        v = 1 + c * x
      } while v <= 0
      v = v * v * v
      let u = bits.nextDouble()
      if u < 1 - 0.0331 * (x * x) * (x * x) { return b * v }
      if log(u) < 0.5 * x * x + b * (1 - v + log(v)) { return b * v }
    }
  }

  /// Jöhnk's method for small parameters, two gamma variates otherwise.
  private func betaVariate(_ a: Double, _ b: Double) -> Double {
    if a > 1 || b > 1 {
      let left = gammaVariate(a)
      let right = gammaVariate(b)
      return left / (left + right)
    }
    while true {
      let (u, v) = (bits.nextDouble(), bits.nextDouble())
      let (x, y) = (pow(u, 1 / a), pow(v, 1 / b))
      if x + y > 1 { continue }
      if x + y > 0 { return x / (x + y) }
      // Both powers have become zero: go on with their logarithms.
      let (logX, logY) = (log(u) / a, log(v) / b)
      let larger = logX > logY ? logX : logY
      return exp((logX - larger) - log(exp(logX - larger) + exp(logY - larger)))
    }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
