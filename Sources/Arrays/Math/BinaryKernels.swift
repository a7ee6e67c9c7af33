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
    case .bool: runBool(&operands)
    case .uint8: try runInteger(&operands, UInt8.self)
    case .int64: try runInteger(&operands, Int64.self)
    case .float32: runFloating(&operands, Float.self)
    case .float64: runFloating(&operands, Double.self)
    }
  }

  private func runFloating<T: FloatingElement>(_ operands: inout BinaryOperands, _ type: T.Type) {
    switch self {
    case .add: operands.map(T.self, to: T.self) { $0 + $1 }
    case .subtract: operands.map(T.self, to: T.self) { $0 - $1 }
    case .multiply: operands.map(T.self, to: T.self) { $0 * $1 }
    case .divide: operands.map(T.self, to: T.self) { $0 / $1 }
    case .floorDivide: operands.map(T.self, to: T.self) { T.floorDivide($0, $1) }
    case .remainder: operands.map(T.self, to: T.self) { T.remainder($0, $1) }
    case .fmod: operands.map(T.self, to: T.self) { $0.truncatingRemainder(dividingBy: $1) }
    case .power, .floatPower: operands.map(T.self, to: T.self) { T.power($0, $1) }
    case .maximum: operands.map(T.self, to: T.self) { T.larger($0, $1) }
    case .minimum: operands.map(T.self, to: T.self) { T.smaller($0, $1) }
    case .fmax: operands.map(T.self, to: T.self) { T.largerNumber($0, $1) }
    case .fmin: operands.map(T.self, to: T.self) { T.smallerNumber($0, $1) }
    case .logicalAnd: operands.map(T.self, to: Bool.self) { ($0 != 0) && ($1 != 0) }
    case .logicalOr: operands.map(T.self, to: Bool.self) { ($0 != 0) || ($1 != 0) }
    case .logicalXor: operands.map(T.self, to: Bool.self) { ($0 != 0) != ($1 != 0) }
    case .arctan2: operands.map(T.self, to: T.self) { T(atan2($0.double, $1.double)) }
    case .hypot: operands.map(T.self, to: T.self) { T(hypotenuse($0.double, $1.double)) }
    case .copysign: operands.map(T.self, to: T.self) { T(signOf: $1, magnitudeOf: $0) }
    case .logaddexp: operands.map(T.self, to: T.self) { T.logAddExp($0, $1) }
    case .heaviside: operands.map(T.self, to: T.self) { T.heaviside($0, $1) }
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: compare(&operands, T.self)
    case .bitwiseAnd, .bitwiseOr, .bitwiseXor, .leftShift, .rightShift, .gcd, .lcm:
      preconditionFailure("\(name) has no loop for floats")
    }
  }

  private func runInteger<T: IntegerElement>(_ operands: inout BinaryOperands, _ type: T.Type) throws(ArrayError) {
    switch self {
    case .add: operands.map(T.self, to: T.self) { $0 &+ $1 }
    case .subtract: operands.map(T.self, to: T.self) { $0 &- $1 }
    case .multiply: operands.map(T.self, to: T.self) { $0 &* $1 }
    case .floorDivide: operands.map(T.self, to: T.self) { T.floorDivide($0, $1) }
    case .remainder: operands.map(T.self, to: T.self) { T.remainder($0, $1) }
    case .fmod: operands.map(T.self, to: T.self) { T.truncatingModulo($0, $1) }
    case .power:
      var negative = false
      operands.map(T.self, to: T.self) {
        if $1 < 0 {
          negative = true
          return 0
        }
        return T.power($0, $1)
      }
      if negative { throw .plain(.value, "Integers to negative integer powers are not allowed.") }
    case .maximum, .fmax: operands.map(T.self, to: T.self) { $0 > $1 ? $0 : $1 }
    case .minimum, .fmin: operands.map(T.self, to: T.self) { $0 < $1 ? $0 : $1 }
    case .logicalAnd: operands.map(T.self, to: Bool.self) { ($0 != 0) && ($1 != 0) }
    case .logicalOr: operands.map(T.self, to: Bool.self) { ($0 | $1) != 0 }
    case .logicalXor: operands.map(T.self, to: Bool.self) { ($0 != 0) != ($1 != 0) }
    case .bitwiseAnd: operands.map(T.self, to: T.self) { $0 & $1 }
    case .bitwiseOr: operands.map(T.self, to: T.self) { $0 | $1 }
    case .bitwiseXor: operands.map(T.self, to: T.self) { $0 ^ $1 }
    case .leftShift: operands.map(T.self, to: T.self) { T.shiftLeft($0, $1) }
    case .rightShift: operands.map(T.self, to: T.self) { T.shiftRight($0, $1) }
    case .gcd: operands.map(T.self, to: T.self) { T.greatestCommonDivisor($0, $1) }
    case .lcm: operands.map(T.self, to: T.self) { T.leastCommonMultiple($0, $1) }
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: compare(&operands, T.self)
    case .divide, .floatPower, .arctan2, .hypot, .copysign, .logaddexp, .heaviside:
      preconditionFailure("\(name) has no loop for integers")
    }
  }

  /// Truth values are bytes that hold 0 or 1.
  private func runBool(_ operands: inout BinaryOperands) {
    switch self {
    case .add, .maximum, .fmax, .logicalOr, .bitwiseOr: operands.map(UInt8.self, to: UInt8.self) { $0 | $1 }
    case .multiply, .minimum, .fmin, .logicalAnd, .bitwiseAnd: operands.map(UInt8.self, to: UInt8.self) { $0 & $1 }
    case .logicalXor, .bitwiseXor: operands.map(UInt8.self, to: UInt8.self) { $0 ^ $1 }
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: compare(&operands, UInt8.self)
    default: preconditionFailure("\(name) has no loop for truth values")
    }
  }

  private func compare<T: Comparable>(_ operands: inout BinaryOperands, _ type: T.Type) {
    switch self {
    case .equal: operands.map(T.self, to: Bool.self) { $0 == $1 }
    case .notEqual: operands.map(T.self, to: Bool.self) { $0 != $1 }
    case .less: operands.map(T.self, to: Bool.self) { $0 < $1 }
    case .lessEqual: operands.map(T.self, to: Bool.self) { $0 <= $1 }
    case .greater: operands.map(T.self, to: Bool.self) { $0 > $1 }
    default: operands.map(T.self, to: Bool.self) { $0 >= $1 }
    }
  }
}

/// Stands outside the enumeration, whose case `hypot` hides the C function there.
@inline(__always)
private func hypotenuse(_ a: Double, _ b: Double) -> Double { hypot(a, b) }
