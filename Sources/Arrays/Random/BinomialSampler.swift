/// Draws from one binomial distribution: by inversion where few successes are expected, by rejection otherwise.
struct BinomialSampler {
  let trials: Int64
  let probability: Double
  private let method: Method

  private enum Method {
    case inversion(BinomialInversion)
    case rejection(BinomialRejection)
  }

  /// - Precondition: `trials >= 0`, `probability` in 0...1.
  init(trials: Int64, probability: Double) {
    self.trials = trials
    self.probability = probability
    // Both methods count the rarer outcome.
    let rare = probability <= 0.5 ? probability : 1 - probability
    method =
      rare * Double(trials) <= 30
      ? .inversion(BinomialInversion(trials, rare)) : .rejection(BinomialRejection(trials, rare))
  }

  func draw(_ bits: MersenneTwister) -> Int64 {
    let count =
      switch method {
      case .inversion(let inversion): inversion.draw(bits)
      case .rejection(let rejection): rejection.draw(bits)
      }
    return probability <= 0.5 ? count : trials - count
  }
}

/// Adds up probabilities until they exceed a uniform number.
private struct BinomialInversion {
  let n: Double
  let p: Double
  let q: Double
  let probabilityOfNone: Double
  let bound: Int64

  init(_ trials: Int64, _ probability: Double) {
    n = Double(trials)
    p = probability
    q = 1 - p
    probabilityOfNone = exp(n * log(q))
    let mean = n * p
    bound = Int64(casting: min(n, mean + 10 * sqrt(mean * q + 1)))
  }

  func draw(_ bits: MersenneTwister) -> Int64 {
    var count: Int64 = 0
    var probability = probabilityOfNone
    var u = bits.nextDouble()
    while u > probability {
      count += 1
      if count > bound {
        count = 0
        probability = probabilityOfNone
        u = bits.nextDouble()
      } else {
        u -= probability
        probability = ((n - Double(count) + 1) * p * probability) / (Double(count) * q)
      }
    }
    return count
  }
}

/// The algorithm BTPE of Kachitvichyanukul and Schmeiser (1988): a hat of a triangle, two parallelograms and two
/// exponential tails.
private struct BinomialRejection {
  let n: Double
  let r: Double
  let q: Double
  let mode: Double
  let p1: Double
  let p2: Double
  let p3: Double
  let p4: Double
  let xm: Double
  let xl: Double
  let xr: Double
  let c: Double
  let leftRate: Double
  let rightRate: Double

  init(_ trials: Int64, _ probability: Double) {
    n = Double(trials)
    r = min(probability, 1 - probability)
    q = 1 - r
    let peak = n * r + r
    mode = floor(peak)
    p1 = floor(2.195 * sqrt(n * r * q) - 4.6 * q) + 0.5
    xm = mode + 0.5
    xl = xm - p1
    xr = xm + p1
    c = 0.134 + 20.5 / (15.3 + mode)
    let left = (peak - xl) / (peak - xl * r)
    leftRate = left * (1 + left / 2)
    let right = (xr - peak) / (xr * q)
    rightRate = right * (1 + right / 2)
    p2 = p1 * (1 + 2 * c)
    p3 = p2 + c / leftRate
    p4 = p3 + c / rightRate
  }

  func draw(_ bits: MersenneTwister) -> Int64 {
    while true {
      let u = bits.nextDouble() * p4
      var v = bits.nextDouble()
      let y: Double
      if u <= p1 {
        return Int64(casting: floor(xm - p1 * v + u))
      } else if u <= p2 {
        let x = xl + (u - p1) / c
        v = v * c + 1 - abs(mode - x + 0.5) / p1
        if v > 1 { continue }
        y = floor(x)
      } else if u <= p3 {
        y = floor(xl + log(v) / leftRate)
        if y < 0 || v == 0 { continue }
        v = v * (u - p2) * leftRate
      } else {
        y = floor(xr - log(v) / rightRate)
        if y > n || v == 0 { continue }
        v = v * (u - p3) * rightRate
      }
      if accepts(y, v) { return Int64(casting: y) }
    }
  }

  private func accepts(_ y: Double, _ v: Double) -> Bool {
    let variance = n * r * q
    let k = abs(y - mode)
    if !(k > 20 && k < variance / 2 - 1) { return v <= ratio(of: y) }
    let rho = (k / variance) * ((k * (k / 3 + 0.625) + 0.16666666666666666) / variance + 0.5)
    let t = -k * k / (2 * variance)
    let logV = log(v)
    if logV < t - rho { return true }
    if logV > t + rho { return false }
    return logV <= stirlingLimit(y)
  }

  /// The probability of `y` over that of the mode.
  private func ratio(of y: Double) -> Double {
    let s = r / q
    let a = s * (n + 1)
    var result = 1.0
    var i = min(mode, y) + 1
    while i <= max(mode, y) {
      if mode < y {
        result *= a / i - s
      } else {
        result /= a / i - s
      }
      i += 1
    }
    return result
  }

  /// The logarithm of that ratio, by Stirling's formula.
  private func stirlingLimit(_ y: Double) -> Double {
    func tail(_ x: Double) -> Double {
      let square = x * x
      return (13680 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166320
    }
    let (x1, f1, z, w) = (y + 1, mode + 1, n + 1 - mode, n - y + 1)
    let main = xm * log(f1 / x1) + (n - mode + 0.5) * log(z / w) + (y - mode) * log(w * r / (x1 * q))
    return main + tail(f1) + tail(z) + tail(x1) + tail(w)
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
