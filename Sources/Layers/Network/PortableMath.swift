/// Exponentials, logarithms and powers out of additions, multiplications and divisions, which are the same everywhere. The
/// system's functions round the last digit in their own ways, also on one system with other processors, and the training of a
/// network magnifies what it is given.
package enum PortableMath {
  // ln(2) in two parts: multiples of the first by an exponent are exact.
  private static let ln2High = 0x1.62e42feep-1
  private static let ln2Low = 0x1.a39ef35793c76p-33
  /// 1 / 2!, 1 / 3!, ...
  private static let inverseFactorials: [Double] = {
    var (result, factorial) = ([Double](), 1.0)
    for n in 2...18 {
      factorial *= Double(n)
      result.append(1 / factorial)
    }
    return result
  }()

  /// exp(x), less than one unit in the last place off: 2**k exp(r) with |r| <= ln(2) / 2, and Taylor's series for that.
  package static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.79 { return .infinity }
    if x < -745.14 { return 0 }
    let k = (x / (ln2High + ln2Low)).rounded(.toNearestOrEven)
    let r = (x - k * ln2High) - k * ln2Low
    var series = 0.0
    for coefficient in inverseFactorials.reversed() { series = series * r + coefficient }
    return Double(sign: .plus, exponent: Int(k), significand: 1 + (r + r * r * series))
  }

  /// ln(x), less than one unit in the last place off: k ln(2) + ln(1 + f) with 1 + f between the square roots of 1/2 and 2;
  /// with s = f / (2 + f), ln(1 + f) is 2 (s + s**3 / 3 + s**5 / 5 + ...).
  package static func log(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    if x < 0 || x.isNaN { return .nan }
    if x == .infinity { return x }
    var (k, m) = (Double(x.exponent), x.significand)
    if m > 2.0.squareRoot() { (k, m) = (k + 1, m / 2) }
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    var series = 0.0
    for n in stride(from: 25.0, through: 3, by: -2) { series = (series + 2 / n) * z }
    // The same sum, arranged so that the exact f is its largest part.
    let half = f * f / 2
    return k * ln2High - ((half - (s * (half + series) + k * ln2Low)) - f)
  }

  /// base ** exponent: products are kept in two parts and rounded once.
  /// - Parameter exponent: 0 or more.
  package static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, factor): ((Double, Double), (Double, Double)) = ((1, 0), (base, 0))
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = product(result, factor) }
      factor = product(factor, factor)
      rest >>= 1
    }
    return result.0 + result.1
  }

  private static func product(_ a: (Double, Double), _ b: (Double, Double)) -> (Double, Double) {
    let high = a.0 * b.0
    guard high.isFinite else { return (high, 0) }
    // A fused operation's result is exact wherever it is computed.
    let low = (-high).addingProduct(a.0, b.0) + (a.0 * b.1 + a.1 * b.0)
    let sum = high + low
    return (sum, low - (sum - high))
  }
}
