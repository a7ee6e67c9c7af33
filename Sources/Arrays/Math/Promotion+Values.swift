/// An operand as NumPy 1.x sees it when it looks for a common dtype: its dtype and, for 0-dimensional ones, its value.
///
/// NumPy lets a 0-dimensional operand (Python scalar, NumPy scalar or 0-d array alike) count only as much as its value
/// needs when it meets arrays of the same kind or a higher one: `uint8 array + 5` stays uint8, `float32 array + 0.1`
/// stays float32.
package struct PromotionOperand {
  package let dtype: DType
  /// The value of a 0-dimensional operand; `nil` for arrays.
  package let value: Scalar?

  package init(dtype: DType, value: Scalar? = nil) {
    self.dtype = dtype
    self.value = value
  }

  package init(_ array: NDArray) {
    self.init(dtype: array.dtype, value: array.rank == 0 ? array.scalar() : nil)
  }
}

extension DType {
  /// The order in which kinds beat each other: truth values, integers, floats.
  var kindRank: Int { self == .bool ? 0 : isInteger ? 1 : 2 }

  /// NumPy's `np.result_type` of an operation's two operands.
  /// - Parameter function: the operation's name, for the message.
  /// - Throws: `ArrayError.plain(.unsupported, ...)` where NumPy would give a dtype that does not exist here.
  package static func result(
    _ a: PromotionOperand, _ b: PromotionOperand, for function: @autoclosure () -> String
  ) throws(ArrayError) -> DType {
    if let value = b.value, a.value == nil {
      return try result(array: a.dtype, scalar: value, for: function())
    }
    if let value = a.value, b.value == nil {
      return try result(array: b.dtype, scalar: value, for: function())
    }
    return try promote(a.dtype, b.dtype)
  }

  /// `np.result_type` of any number of operands.
  public static func result(of operands: [NDArray]) throws(ArrayError) -> DType {
    var arrays: DType?
    var scalars: [Scalar] = []
    for operand in operands {
      if operand.rank == 0 {
        scalars.append(operand.scalar())
      } else {
        arrays = try promote(arrays ?? operand.dtype, operand.dtype)
      }
    }
    guard let first = arrays ?? scalars.first?.dtype else { return .float64 }
    var result = first
    if let arrays {
      for scalar in scalars {
        result = try promote(result, self.result(array: arrays, scalar: scalar, for: "result_type"))
      }
    } else {
      for scalar in scalars { result = try promote(result, scalar.dtype) }
    }
    return result
  }

  private static func result(
    array: DType, scalar: Scalar, for function: @autoclosure () -> String
  ) throws(ArrayError) -> DType {
    if scalar.dtype.kindRank > array.kindRank { return try promote(array, scalar.dtype) }
    switch (array, scalar) {
    case (.uint8, .int64(let value)):
      if value >= 0 && value <= 255 { return .uint8 }
      if value < -2_147_483_648 { return .int64 }
      throw .unsupportedResult(smallestInteger(joining: value), of: function(), fix: ".astype(int)")
    case (.float32, .int64(let value)):
      // float32 holds 16-bit integers; wider ones need float64.
      return value >= -32768 && value <= 65535 ? .float32 : .float64
    case (.float32, .float64(let value)):
      return value.isFinite && abs(value) >= 3.4e38 ? .float64 : .float32
    default:
      return array
    }
  }

  /// The integer dtype that NumPy gives for a uint8 array and a value that is no uint8.
  private static func smallestInteger(joining value: Int64) -> String {
    if value >= 0 {
      return value <= 65535 ? "uint16" : value <= 4_294_967_295 ? "uint32" : "uint64"
    }
    return value >= -32768 ? "int16" : "int32"
  }
}

extension ArrayError {
  /// NumPy would give a dtype that does not exist here.
  static func unsupportedResult(_ dtype: String, of function: String, fix: String) -> ArrayError {
    .plain(.unsupported, "\(function) gives \(dtype) here, which is not supported: convert with \(fix) first")
  }
}
