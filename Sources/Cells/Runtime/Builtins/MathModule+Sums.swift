import Arrays

extension MathModule {
  /// Sums, products and distances.
  static let sums: [(String, Value)] = [
    function("fsum", "seq, /") { a in
      var sum = ExactSum()
      let interpreter = a.interpreter
      try interpreter.forEach(a[0]) { try sum.add(try interpreter.double($0)) }
      return .float(try sum.result())
    },
    function("prod", "iterable, /, *, start=") { a in
      var result: Value = a[1].isUndefined ? .int(1) : a[1]
      let interpreter = a.interpreter
      try interpreter.forEach(a[0]) { result = try interpreter.binary(.multiply, result, $0) }
      return result
    },
    function("hypot", "*coordinates") { a in
      let interpreter = a.interpreter
      return .float(norm(try a.rest.map { try interpreter.double($0) }))
    },
    function("dist", "p, q, /") { a in
      let interpreter = a.interpreter
      let p = try interpreter.collect(a[0]).map { try interpreter.double($0) }
      let q = try interpreter.collect(a[1]).map { try interpreter.double($0) }
      guard p.count == q.count else {
        throw Raised.valueError("both points must have the same number of dimensions")
      }
      return .float(norm(zip(p, q).map { $0 - $1 }))
    },
  ]

  /// The Euclidean norm, correctly rounded but for rare ties: squares and their sum are kept in twice the precision.
  private static func norm(_ vector: [Double]) -> Double {
    if vector.contains(where: \.isInfinite) { return .infinity }
    if vector.contains(where: \.isNaN) { return .nan }
    let largest = vector.reduce(0) { max($0, $1.magnitude) }
    if vector.count == 1 || largest == 0 { return largest }
    // Scaled by a power of two so that no square overflows or vanishes.
    let exponent = Int(largest.exponent)
    var high = 0.0
    var low = 0.0
    for element in vector {
      let x = scaled(element, by: -exponent)
      let square = x * x
      let error = (-square).addingProduct(x, x)
      let sum = high + square
      let part = sum - high
      low += (high - (sum - part)) + (square - part) + error
      high = sum
    }
    // One Newton step on the root of the high part takes in the rest.
    let root = (high + low).squareRoot()
    let square = root * root
    let squareError = (-square).addingProduct(root, root)
    let correction = ((high - square) - squareError + low) / (2 * root)
    return scaled(root + correction, by: exponent)
  }

  private static func scaled(_ x: Double, by exponent: Int) -> Double {
    // In two steps, since a power of two may lie outside the range of floats where the product does not.
    let half = exponent / 2
    return x * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: exponent - half, significand: 1)
  }
}

/// A sum of floats without any rounding but the last: partial sums that do not overlap (Shewchuk).
private struct ExactSum {
  private var partials: [Double] = []
  private var special = 0.0
  private var infinities = 0.0

  mutating func add(_ value: Double) throws {
    var x = value
    var count = 0
    for partial in partials {
      var y = partial
      if x.magnitude < y.magnitude { swap(&x, &y) }
      let high = x + y
      let low = y - (high - x)
      if low != 0 {
        partials[count] = low
        count += 1
      }
      x = high
    }
    partials.removeSubrange(count...)
    guard x != 0 else { return }
    if x.isFinite {
      partials.append(x)
    } else {
      if value.isFinite { throw Raised.overflow("intermediate overflow in fsum") }
      if value.isInfinite { infinities += value }
      special += value
      partials = []
    }
  }

  func result() throws -> Double {
    if special != 0 || special.isNaN {
      if infinities.isNaN { throw Raised.valueError("-inf + inf in fsum") }
      return special
    }
    guard var high = partials.last else { return 0 }
    var index = partials.count - 1
    var low = 0.0
    while index > 0 {
      index -= 1
      let x = high
      high = x + partials[index]
      low = partials[index] - (high - x)
      if low != 0 { break }
    }
    // Half an ulp was cut off: what lies below decides whether it is a tie.
    if index > 0, (low < 0 && partials[index - 1] < 0) || (low > 0 && partials[index - 1] > 0) {
      let doubled = low * 2
      let next = high + doubled
      if doubled == next - high { high = next }
    }
    return high
  }
}
