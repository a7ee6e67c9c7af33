#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The gamma function by Lanczos' approximation with 13 terms, in the form that CPython evaluates, so that the last
/// digits agree with it; C libraries differ there.
enum GammaFunction {
  private static let g = 6.024680040776729583740234375
  private static let halfLessG = 5.524680040776729583740234375

  private static let numerator = [
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
  ]
  private static let denominator = [
    0.0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
  ]

  /// The rational function that approximates gamma's smooth part.
  private static func sum(_ x: Double) -> Double {
    var top = 0.0
    var bottom = 0.0
    if x < 5 {
      for index in numerator.indices.reversed() {
        top = top * x + numerator[index]
        bottom = bottom * x + denominator[index]
      }
    } else {
      for index in numerator.indices {
        top = top / x + numerator[index]
        bottom = bottom / x + denominator[index]
      }
    }
    return top / bottom
  }

  /// `sin(pi x)`, exact at multiples of a half.
  private static func sinPi(_ x: Double) -> Double {
    let y = fmod(x.magnitude, 2)
    let result: Double
    switch Int((2 * y).rounded(.toNearestOrAwayFromZero)) {
    case 0: result = sin(.pi * y)
    case 1: result = cos(.pi * (y - 0.5))
    case 2: result = sin(.pi * (1 - y))
    case 3: result = -cos(.pi * (y - 1.5))
    default: result = sin(.pi * (y - 2))
    }
    return copysign(1, x) * result
  }

  /// - Throws: `ValueError` at the poles, `OverflowError` where the result is too large.
  static func gamma(_ x: Double) throws -> Double {
    if !x.isFinite {
      if x == -.infinity { throw MathModule.domainError }
      return x
    }
    if x == 0 { throw MathModule.domainError }
    if x == x.rounded(.down) {
      if x < 0 { throw MathModule.domainError }
      if x <= 23 { return stride(from: 2.0, to: x, by: 1).reduce(1, *) }
    }
    let magnitude = x.magnitude
    if magnitude < 1e-20 {
      let result = 1 / x
      if result.isInfinite { throw MathModule.rangeError }
      return result
    }
    if magnitude > 200 {
      if x < 0 { return 0 / sinPi(x) }
      throw MathModule.rangeError
    }
    let y = magnitude + halfLessG
    // What rounding cost in y.
    let z =
      magnitude > halfLessG
      ? (y - magnitude) - halfLessG : (y - halfLessG) - magnitude
    let correction = z * g / y
    var result: Double
    if x < 0 {
      result = -Double.pi / sinPi(magnitude) / magnitude * exp(y) / sum(magnitude)
      result -= correction * result
      if magnitude < 140 {
        result /= pow(y, magnitude - 0.5)
      } else {
        let root = pow(y, magnitude / 2 - 0.25)
        result /= root
        result /= root
      }
    } else {
      result = sum(magnitude) / exp(y)
      result += correction * result
      if magnitude < 140 {
        result *= pow(y, magnitude - 0.5)
      } else {
        let root = pow(y, magnitude / 2 - 0.25)
        result *= root
        result *= root
      }
    }
    if result.isInfinite { throw MathModule.rangeError }
    return result
  }

  /// The natural logarithm of the absolute value of gamma.
  /// - Throws: `ValueError` at the poles, `OverflowError` where the result is too large.
  static func logarithm(_ x: Double) throws -> Double {
    if !x.isFinite { return x.isNaN ? x : .infinity }
    if x == x.rounded(.down), x <= 2 {
      if x <= 0 { throw MathModule.domainError }
      return 0
    }
    let magnitude = x.magnitude
    if magnitude < 1e-20 { return -log(magnitude) }
    var result = log(sum(magnitude)) - g
    result += (magnitude - 0.5) * (log(magnitude + g - 0.5) - 1)
    if x < 0 { result = log(.pi) - log(sinPi(magnitude).magnitude) - log(magnitude) - result }
    if result.isInfinite { throw MathModule.rangeError }
    return result
  }
}
