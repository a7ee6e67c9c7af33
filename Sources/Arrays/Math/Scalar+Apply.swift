extension Scalar {
  /// The function of two scalars, as Python's operators on NumPy scalars compute it: ordinary promotion of the dtypes,
  /// and warnings that say "scalar" ("overflow encountered in scalar add", for integers too).
  /// - Throws: as `NDArray.apply`.
  public static func apply(
    _ function: BinaryFunction, _ a: Scalar, _ b: Scalar, warn: WarningSink? = nil
  ) throws(ArrayError) -> Scalar {
    switch (a, b) {
    case (.float64(let x), .float64(let y)):
      if let result = try fast(function, x, y, warn) { return result }
    case (.int64(let x), .int64(let y)):
      if let result = fast(function, x, y, warn) { return result }
    case (.uint8(let x), .uint8(let y)):
      if let warn, overflows(function, x, y) { warn("overflow encountered in scalar \(function.name)") }
    default: break
    }
    let signature = try function.signature(
      PromotionOperand(dtype: a.dtype, value: a), PromotionOperand(dtype: b.dtype, value: b))
    // One word each for the operands and the result. Their bytes are written and read untyped, as the kernels' types vary.
    var words = (a.bits(as: signature.operand), b.bits(as: signature.operand), UInt64(0))
    return try FloatingPointFlags.reporting(
      "scalar \(function.name)", to: function.isSilent ? nil : warn
    ) { () throws(ArrayError) in
      try withUnsafeMutablePointer(to: &words) { (words) throws(ArrayError) in
        let bytes = UnsafeMutableRawPointer(words)
        var operands = BinaryOperands(
          left: bytes, right: bytes + 8, result: bytes + 16, runs: StridedRuns(shape: Dims(), Dims()))
        try function.run(&operands, signature.operand)
        return Scalar(bits: bytes.load(fromByteOffset: 16, as: UInt64.self), signature.result)
      }
    }
  }

  /// The function of a scalar.
  /// - Parameter isOperator: whether Python's operator asks (`-x`), whose warnings say "scalar".
  public static func apply(
    _ function: UnaryFunction, to operand: Scalar, isOperator: Bool = false, warn: WarningSink? = nil
  ) throws(ArrayError) -> Scalar {
    let signature = try function.signature(for: operand.dtype)
    if isOperator, function == .negative || function == .absolute, let warn {
      switch operand {
      case .int64(.min): warn("overflow encountered in scalar \(function.name)")
      case .uint8(let value) where value != 0 && function == .negative:
        warn("overflow encountered in scalar negative")
      default: break
      }
    }
    var words = (operand.bits(as: signature.operand), UInt64(0))
    return try FloatingPointFlags.reporting(function.name, to: function.isSilent ? nil : warn) {
      () throws(ArrayError) in
      try withUnsafeMutablePointer(to: &words) { (words) throws(ArrayError) in
        let bytes = UnsafeMutableRawPointer(words)
        var operands = UnaryOperands(operand: bytes, result: bytes + 8, runs: StridedRuns(shape: Dims(), Dims()))
        try function.run(&operands, signature.operand)
        return Scalar(bits: bytes.load(fromByteOffset: 8, as: UInt64.self), signature.result)
      }
    }
  }

  /// The everyday functions of two floats.
  @inline(__always)
  private static func fast(
    _ function: BinaryFunction, _ x: Double, _ y: Double, _ warn: WarningSink?
  ) throws(ArrayError) -> Scalar? {
    let result: Double
    switch function {
    case .less: return .bool(x < y)
    case .lessEqual: return .bool(x <= y)
    case .greater: return .bool(x > y)
    case .greaterEqual: return .bool(x >= y)
    case .equal: return .bool(x == y)
    case .notEqual: return .bool(x != y)
    case .add: result = x + y
    case .subtract: result = x - y
    case .multiply: result = x * y
    case .divide: result = x / y
    default: return nil
    }
    // A finite result raised nothing; the rest is left to the slow way, which asks the processor.
    return result.isFinite || warn == nil ? .float64(result) : nil
  }

  @inline(__always)
  private static func fast(_ function: BinaryFunction, _ x: Int64, _ y: Int64, _ warn: WarningSink?) -> Scalar? {
    let (result, overflow): (Int64, Bool)
    switch function {
    case .less: return .bool(x < y)
    case .lessEqual: return .bool(x <= y)
    case .greater: return .bool(x > y)
    case .greaterEqual: return .bool(x >= y)
    case .equal: return .bool(x == y)
    case .notEqual: return .bool(x != y)
    case .add: (result, overflow) = x.addingReportingOverflow(y)
    case .subtract: (result, overflow) = x.subtractingReportingOverflow(y)
    case .multiply: (result, overflow) = x.multipliedReportingOverflow(by: y)
    default: return nil
    }
    if overflow, let warn { warn("overflow encountered in scalar \(function.name)") }
    return .int64(result)
  }

  private static func overflows(_ function: BinaryFunction, _ x: UInt8, _ y: UInt8) -> Bool {
    switch function {
    case .add: x.addingReportingOverflow(y).overflow
    case .subtract: x.subtractingReportingOverflow(y).overflow
    case .multiply: x.multipliedReportingOverflow(by: y).overflow
    default: false
    }
  }

  /// The scalar's bytes once converted, at the low end of a word.
  private func bits(as dtype: DType) -> UInt64 {
    switch cast(to: dtype) {
    case .bool(let value): value ? 1 : 0
    case .uint8(let value): UInt64(value)
    case .int64(let value): UInt64(bitPattern: value)
    case .float32(let value): UInt64(value.bitPattern)
    case .float64(let value): value.bitPattern
    }
  }

  private init(bits: UInt64, _ dtype: DType) {
    switch dtype {
    case .bool: self = .bool(bits & 1 == 1)
    case .uint8: self = .uint8(UInt8(truncatingIfNeeded: bits))
    case .int64: self = .int64(Int64(bitPattern: bits))
    case .float32: self = .float32(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .float64: self = .float64(Double(bitPattern: bits))
    }
  }
}
