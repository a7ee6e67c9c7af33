#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension BinaryFunction {
  /// Runs the function's loop over operands of `type`.
  /// - Throws: NumPy's error for integers to negative powers.
  func run(_ operands: inout BinaryOperands, _ type: DType) throws(ArrayError) {
    switch type {
    case .bool: try runBool(&operands)
    case .uint8: try runInteger(&operands, UInt8.self)
    case .int64: try runInteger(&operands, Int64.self)
    case .float32: try runFloating(&operands, Float.self)
    case .float64: try runFloating(&operands, Double.self)
    }
  }

  private func runFloating<T: FloatingElement>(_ operands: inout BinaryOperands, _ type: T.Type) throws(ArrayError) {
    switch self {
    case .add: try operands.map(T.self, to: T.self) { $0 + $1 }
    case .subtract: try operands.map(T.self, to: T.self) { $0 - $1 }
    case .multiply: try operands.map(T.self, to: T.self) { $0 * $1 }
    case .divide: try operands.map(T.self, to: T.self) { $0 / $1 }
    case .floorDivide: try operands.map(T.self, to: T.self) { T.floorDivide($0, $1) }
    case .remainder: try operands.map(T.self, to: T.self) { T.remainder($0, $1) }
    case .fmod: try operands.map(T.self, to: T.self) { $0.truncatingRemainder(dividingBy: $1) }
    case .power, .floatPower: try operands.map(T.self, to: T.self) { T.power($0, $1) }
    case .maximum: try operands.map(T.self, to: T.self) { T.larger($0, $1) }
    case .minimum: try operands.map(T.self, to: T.self) { T.smaller($0, $1) }
    case .fmax: try operands.map(T.self, to: T.self) { T.largerNumber($0, $1) }
    case .fmin: try operands.map(T.self, to: T.self) { T.smallerNumber($0, $1) }
    case .logicalAnd: try operands.map(T.self, to: Bool.self) { ($0 != 0) && ($1 != 0) }
    case .logicalOr: try operands.map(T.self, to: Bool.self) { ($0 != 0) || ($1 != 0) }
    case .logicalXor: try operands.map(T.self, to: Bool.self) { ($0 != 0) != ($1 != 0) }
    case .arctan2: try operands.map(T.self, to: T.self) { T(atan2($0.double, $1.double)) }
    case .hypot: try operands.map(T.self, to: T.self) { T(hypotenuse($0.double, $1.double)) }
    case .copysign: try operands.map(T.self, to: T.self) { T(signOf: $1, magnitudeOf: $0) }
    case .logaddexp: try operands.map(T.self, to: T.self) { T.logAddExp($0, $1) }
    case .heaviside: try operands.map(T.self, to: T.self) { T.heaviside($0, $1) }
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: try compare(&operands, T.self)
    case .bitwiseAnd, .bitwiseOr, .bitwiseXor, .leftShift, .rightShift, .gcd, .lcm:
      preconditionFailure("\(name) has no loop for floats")
    }
  }

  private func runInteger<T: IntegerElement>(_ operands: inout BinaryOperands, _ type: T.Type) throws(ArrayError) {
    switch self {
    case .add: try operands.map(T.self, to: T.self) { $0 &+ $1 }
    case .subtract: try operands.map(T.self, to: T.self) { $0 &- $1 }
    case .multiply: try operands.map(T.self, to: T.self) { $0 &* $1 }
    case .floorDivide: try operands.map(T.self, to: T.self) { T.floorDivide($0, $1) }
    case .remainder: try operands.map(T.self, to: T.self) { T.remainder($0, $1) }
    case .fmod: try operands.map(T.self, to: T.self) { T.truncatingModulo($0, $1) }
    case .power:
      var negative = false
      try operands.map(T.self, to: T.self) {
        if $1 < 0 {
          negative = true
          return 0
        }
        return T.power($0, $1)
      }
      if negative { throw .plain(.value, "Integers to negative integer powers are not allowed.") }
    case .maximum, .fmax: try operands.map(T.self, to: T.self) { $0 > $1 ? $0 : $1 }
    case .minimum, .fmin: try operands.map(T.self, to: T.self) { $0 < $1 ? $0 : $1 }
    case .logicalAnd: try operands.map(T.self, to: Bool.self) { ($0 != 0) && ($1 != 0) }
    case .logicalOr: try operands.map(T.self, to: Bool.self) { ($0 | $1) != 0 }
    case .logicalXor: try operands.map(T.self, to: Bool.self) { ($0 != 0) != ($1 != 0) }
    case .bitwiseAnd: try operands.map(T.self, to: T.self) { $0 & $1 }
    case .bitwiseOr: try operands.map(T.self, to: T.self) { $0 | $1 }
    case .bitwiseXor: try operands.map(T.self, to: T.self) { $0 ^ $1 }
    case .leftShift: try operands.map(T.self, to: T.self) { T.shiftLeft($0, $1) }
    case .rightShift: try operands.map(T.self, to: T.self) { T.shiftRight($0, $1) }
    case .gcd: try operands.map(T.self, to: T.self) { T.greatestCommonDivisor($0, $1) }
    case .lcm: try operands.map(T.self, to: T.self) { T.leastCommonMultiple($0, $1) }
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: try compare(&operands, T.self)
    case .divide, .floatPower, .arctan2, .hypot, .copysign, .logaddexp, .heaviside:
      preconditionFailure("\(name) has no loop for integers")
    }
  }

  /// Truth values are bytes that hold 0 or 1.
  private func runBool(_ operands: inout BinaryOperands) throws(ArrayError) {
    switch self {
    case .add, .maximum, .fmax, .logicalOr, .bitwiseOr: try operands.map(UInt8.self, to: UInt8.self) { $0 | $1 }
    case .multiply, .minimum, .fmin, .logicalAnd, .bitwiseAnd: try operands.map(UInt8.self, to: UInt8.self) { $0 & $1 }
    case .logicalXor, .bitwiseXor: try operands.map(UInt8.self, to: UInt8.self) { $0 ^ $1 }
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: try compare(&operands, UInt8.self)
    default: preconditionFailure("\(name) has no loop for truth values")
    }
  }

  private func compare<T: Comparable>(_ operands: inout BinaryOperands, _ type: T.Type) throws(ArrayError) {
    switch self {
    case .equal: try operands.map(T.self, to: Bool.self) { $0 == $1 }
    case .notEqual: try operands.map(T.self, to: Bool.self) { $0 != $1 }
    case .less: try operands.map(T.self, to: Bool.self) { $0 < $1 }
    case .lessEqual: try operands.map(T.self, to: Bool.self) { $0 <= $1 }
    case .greater: try operands.map(T.self, to: Bool.self) { $0 > $1 }
    default: try operands.map(T.self, to: Bool.self) { $0 >= $1 }
    }
  }
}

/// Stands outside the enumeration, whose case `hypot` hides the C function there.
@inline(__always)
private func hypotenuse(_ a: Double, _ b: Double) -> Double { hypot(a, b) }
