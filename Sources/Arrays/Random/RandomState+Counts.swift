extension RandomState {
  /// How many of `n` trials succeed with probability `p`. Fractions of `n` are dropped.
  /// - Throws: "n < 0", "p < 0, p > 1 or p is NaN", and where shapes do not fit.
  public func binomial(n: RandomParameter, p: RandomParameter, size: Dims? = nil) throws(ArrayError) -> RandomSample {
    var sampler: BinomialSampler?
    let bits = self.bits
    return try sample(NamedParameter("p", p, .probability), NamedParameter("n", n, .notNegative), size) { p, n in
      let trials = Int64(casting: n)
      let ready = sampler.flatMap { $0.trials == trials && $0.probability == p ? $0 : nil }
      let current = ready ?? BinomialSampler(trials: trials, probability: p)
      sampler = current
      return current.draw(bits)
    }
  }

  /// How many events happen when `lam` are expected.
  /// - Throws: "lam < 0 or lam is NaN", "lam value too large", and where shapes do not fit.
  public func poisson(lam: RandomParameter = 1, size: Dims? = nil) throws(ArrayError) -> RandomSample {
    try sample(NamedParameter("lam", lam, .poissonRate), size) { poissonVariate($0) }
  }

  private func poissonVariate(_ rate: Double) -> Int64 {
    if rate == 0 { return 0 }
    return rate >= 10 ? poissonByRejection(rate) : poissonByProducts(rate)
  }

  /// Knuth's method: multiplies uniform numbers until the product is small.
  private func poissonByProducts(_ rate: Double) -> Int64 {
    let limit = exp(-rate)
    var count: Int64 = 0
    var product = bits.nextDouble()
    while product > limit {
      count += 1
      product *= bits.nextDouble()
    }
    return count
  }

  /// Hörmann's transformed rejection PTRS.
  private func poissonByRejection(_ rate: Double) -> Int64 {
    let logRate = log(rate)
    let b = 0.931 + 2.53 * sqrt(rate)
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let acceptance = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = bits.nextDouble() - 0.5
      let v = bits.nextDouble()
      let us = 0.5 - abs(u)
      let count = floor((2 * a / us + b) * u + rate + 0.43)
      if us >= 0.07 && v <= acceptance { return Int64(casting: count) }
      if count < 0 || (us < 0.013 && v > us) { continue }
      let isAccepted =
        log(v) + log(inverseAlpha) - log(a / (us * us) + b) <= -rate + count * logRate - logGamma(count + 1)
      if isAccepted { return Int64(casting: count) }
    }
  }
}

/// The logarithm of the gamma function, by Stirling's series: Zhang and Jin, Computation of Special Functions (1996).
private func logGamma(_ x: Double) -> Double {
  if x == 1 || x == 2 { return 0 }
  let steps = x < 7 ? Int(7 - x) : 0
  var shifted = x + Double(steps)
  let inverseSquare = (1 / shifted) * (1 / shifted)
  var series = stirlingCoefficients[stirlingCoefficients.count - 1]
  for coefficient in stirlingCoefficients.dropLast().reversed() {
    series *= inverseSquare
    series += coefficient
  }
  let logTwoPi = 1.8378770664093453
  var result = series / shifted + 0.5 * logTwoPi + (shifted - 0.5) * log(shifted) - shifted
  for _ in 0..<steps {
    result -= log(shifted - 1)
    shifted -= 1
  }
  return result
}

private let stirlingCoefficients = [
  8.333333333333333e-02, -2.777777777777778e-03, 7.936507936507937e-04, -5.952380952380952e-04, 8.417508417508418e-04,
  -1.917526917526918e-03, 6.410256410256410e-03, -2.955065359477124e-02, 1.796443723688307e-01, -1.39243221690590e+00,
]

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
