import Arrays

extension Interpreter {
  /// What NumPy says where a text is an operand of a function of numbers.
  func refusal(of function: BinaryFunction, _ left: Value, _ right: Value) -> Raised {
    switch function.refusalOfTexts {
    case .byInputs:
      return .typeError(
        "ufunc '\(function.name)' not supported for the input types, and the inputs could not be safely coerced to any "
          + "supported types according to the casting rule ''safe''")
    case .byDTypes: return noLoop(of: function, [left, right].map { "dtype('\(dtypeName($0))')" })
    case .byClasses: return noLoop(of: function, [left, right].map { "<class 'numpy.dtypes.\(dtypeClassName($0))'>" })
    }
  }

  private func noLoop(of function: BinaryFunction, _ types: [String]) -> Raised {
    Raised(
      Exceptions.ufuncNoLoopError,
      "ufunc '\(function.name)' did not contain a loop with signature matching types (\(types[0]), \(types[1])) -> None"
    )
  }

  private func dtypeName(_ value: Value) -> String {
    if let text = value.asString?.value { return "<U\(max(text.unicodeScalars.count, 1))" }
    return (try? asArray(value).dtype.name) ?? "object"
  }

  private func dtypeClassName(_ value: Value) -> String {
    if value.asString != nil { return "StrDType" }
    return switch try? asArray(value).dtype {
    case .bool: "BoolDType"
    case .uint8: "UInt8DType"
    case .int64: "Int64DType"
    case .float32: "Float32DType"
    case .float64: "Float64DType"
    case nil: "ObjectDType"
    }
  }
}

extension BinaryFunction {
  fileprivate enum RefusalOfTexts { case byInputs, byDTypes, byClasses }

  fileprivate var refusalOfTexts: RefusalOfTexts {
    switch self {
    case .arctan2, .hypot, .copysign, .logaddexp, .floatPower, .heaviside, .fmod, .remainder, .bitwiseAnd, .bitwiseOr,
      .bitwiseXor, .leftShift, .rightShift, .power, .divide, .floorDivide:
      .byInputs
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .logicalAnd, .logicalOr, .logicalXor:
      .byClasses
    default: .byDTypes
    }
  }
}
