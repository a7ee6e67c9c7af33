/// What a draw gives: one number where no size was asked for, else an array.
public enum RandomSample: Sendable {
  case scalar(Scalar)
  case array(NDArray)
}

/// A parameter of a distribution: one number for all draws, or an array that is broadcast over them.
public enum RandomParameter: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  case scalar(Double)
  case array(NDArray)

  public init(floatLiteral value: Double) { self = .scalar(value) }
  public init(integerLiteral value: Int) { self = .scalar(Double(value)) }

  /// The value, for an array without axes too.
  var scalarValue: Double? {
    switch self {
    case .scalar(let value): value
    case .array(let array): array.rank == 0 ? array.scalar().cast(to: Double.self) : nil
    }
  }

  /// The parameter as doubles.
  func doubles() throws(ArrayError) -> NDArray {
    switch self {
    case .scalar(let value): try NDArray(scalar: value)
    case .array(let array): array.dtype == .float64 ? array : try array.copy(as: .float64)
    }
  }
}

/// What a parameter may be; NumPy's words for what it may not.
enum RandomConstraint {
  case none, notNegative, positive, probability, poissonRate

  func check(_ value: Double, _ name: String) throws(ArrayError) {
    switch self {
    case .none: break
    case .notNegative: if isMinus(value) { throw .plain(.value, "\(name) < 0") }
    case .positive: if value <= 0 { throw .plain(.value, "\(name) <= 0") }
    case .probability:
      if !(value >= 0 && value <= 1) { throw .plain(.value, "\(name) < 0, \(name) > 1 or \(name) is NaN") }
    case .poissonRate:
      if !(value >= 0) { throw .plain(.value, "\(name) < 0 or \(name) is NaN") }
      if value > largestPoissonRate { throw .plain(.value, "\(name) value too large") }
    }
  }

  /// For arrays NumPy's words differ a little.
  func check(_ values: UnsafeBufferPointer<Double>, _ name: String) throws(ArrayError) {
    switch self {
    case .none: break
    case .notNegative: if values.contains(where: isMinus) { throw .plain(.value, "\(name) < 0") }
    case .positive: if values.contains(where: { $0 <= 0 }) { throw .plain(.value, "\(name) <= 0") }
    case .probability:
      if !values.allSatisfy({ $0 >= 0 && $0 <= 1 }) {
        throw .plain(.value, "\(name) < 0, \(name) > 1 or \(name) contains NaNs")
      }
    case .poissonRate:
      if !values.allSatisfy({ $0 <= largestPoissonRate }) { throw .plain(.value, "\(name) value too large") }
      if values.contains(where: { $0 < 0 }) { throw .plain(.value, "\(name) < 0 or \(name) contains NaNs") }
    }
  }
}

/// Minus zero too.
private func isMinus(_ value: Double) -> Bool { !value.isNaN && value.sign == .minus }

/// Larger rates could give numbers beyond 64 bits.
private let largestPoissonRate = Double(Int64.max) - Double(Int64.max).squareRoot() * 10

/// A parameter with its name in error messages.
struct NamedParameter {
  let name: String
  let value: RandomParameter
  let constraint: RandomConstraint

  init(_ name: String, _ value: RandomParameter, _ constraint: RandomConstraint = .none) {
    self.name = name
    self.value = value
    self.constraint = constraint
  }
}
