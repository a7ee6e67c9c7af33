/// How a value differs from what was expected: the first difference that is found.
package struct ValueDifference: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// `None`, where something is expected: a `return` is missing.
    case nothing(expected: String)
    case type(expected: String, actual: String)
    case length(expected: Int, actual: Int)
    case shape(expected: [Int], actual: [Int])
    case dtype(expected: String, actual: String)
    case numbers(NumberError)
    case text(expected: String, actual: String)
    case missingKey(String)
    case unknownKey(String)
  }

  /// `Z`, `cache[0]`; empty for the whole value.
  package let place: String
  package let kind: Kind
}

/// How numbers of one shape differ.
package struct NumberError: Sendable, Equatable {
  /// Of the first that is wrong; empty for a single number.
  package let index: [Int]
  package let expected: Double
  package let actual: Double
  /// Over all of them; infinite where one is nan or infinite and the other not.
  package let largestAbsolute: Double
  package let largestRelative: Double
  package let wrongCount: Int
  package let count: Int
}

extension ValueDifference {
  /// In words, without a full stop.
  ///
  /// - Parameter showsValues: whether to give numbers and texts, or only what kind of difference it is.
  package func text(showsValues: Bool) -> String {
    let name = place.isEmpty ? "the result" : place
    switch kind {
    case .nothing(let expected):
      return "\(name) is None where \(expected) is expected: print shows a value, only return gives it back"
    case .type(let expected, let actual): return "\(name) is \(actual), expected \(expected)"
    case .length(let expected, let actual):
      return "\(name) has \(actual) element\(actual == 1 ? "" : "s"), expected \(expected)"
    case .shape(let expected, let actual):
      return "\(name) has shape \(Self.shape(actual)), expected \(Self.shape(expected))"
    case .dtype(let expected, let actual): return "\(name) holds \(actual), expected \(expected)"
    case .numbers(let error): return text(of: error, name, showsValues)
    case .text(let expected, let actual):
      return showsValues
        ? "\(name) is '\(actual.shortened.visible)', expected '\(expected.shortened.visible)'"
        : "\(name) is another text than expected"
    case .missingKey(let key): return "\(name) has no key '\(key.shortened.visible)'"
    case .unknownKey(let key): return "\(name) has the key '\(key.shortened.visible)', which is not expected"
    }
  }

  private func text(of error: NumberError, _ name: String, _ showsValues: Bool) -> String {
    let share = error.count == 1 ? "" : " (\(error.wrongCount) of \(error.count) numbers are wrong)"
    guard showsValues else { return "\(name) has the right shape but wrong numbers\(share)" }
    let place = error.index.isEmpty ? name : "\(name)[\(error.index.map(String.init).joined(separator: ", "))]"
    return "\(place) is \(Self.number(error.actual)), expected \(Self.number(error.expected))\(share); "
      + "the largest error is \(Self.rounded(error.largestAbsolute)), relative \(Self.rounded(error.largestRelative))"
  }

  static func shape(_ shape: [Int]) -> String {
    shape.count == 1 ? "(\(shape[0]),)" : "(\(shape.map(String.init).joined(separator: ", ")))"
  }

  private static func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init)
      ?? (value.isNaN ? "nan" : value.isInfinite ? value < 0 ? "-inf" : "inf" : "\(value)")
  }

  /// Three digits.
  private static func rounded(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return number(value) }
    var scale = 1.0
    while value * scale < 100, scale < 1e300 { scale *= 10 }
    return number((value * scale).rounded() / scale)
  }
}
