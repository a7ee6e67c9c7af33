import Arrays

/// Methods and properties of NumPy's scalars: those of arrays, on a single element.
enum NumpyScalarMethods {
  static let all: [String: Value] = ArrayFunction.methods
    .merging(ArrayMethods.ofBoth) { $1 }
    .merging(ArrayMethods.properties) { $1 }
    .merging(own) { $1 }

  private static let own: [String: Value] = table([
    property("shape") { _, _ in .object(TupleObject.empty) },
    property("flat") { value, interpreter in .object(FlatIterator(ArrayObject(try interpreter.asArray(value)))) },
    method("fill", "value, /") { _ in .none },
    method("is_integer", "") { a in
      switch a[0].scalar {
      case .float64(let value)?: .bool(value.isFinite && value.rounded(.towardZero) == value)
      case .float32(let value)?: .bool(value.isFinite && value.rounded(.towardZero) == value)
      default: .bool(true)
      }
    },
    property("numerator") { value, _ in value },
    property("denominator") { _, _ in .npInt64(1) },
  ])

  /// `np.float64(x)`: a scalar of one number or text, an array of more.
  static func constructor(_ name: String, _ dtype: DType) -> NativeFunction {
    NativeFunction(name, "x=, /") { a in
      let value = a[0]
      if value.isUndefined { return Value(Scalar.bool(false).cast(to: dtype)) }
      if let scalar = value.scalar {
        return Value(try a.interpreter.stored(scalar, of: value, as: dtype))
      }
      if value.asString != nil || value.asBigInt != nil || value.isNone {
        return Value(try a.interpreter.number(value, as: dtype))
      }
      // NumPy's float64 is a Python float too, and `float(array)` takes an array of one element.
      if dtype == .float64, let array = value.asArray?.array, array.count == 1 {
        return .npFloat64(try a.interpreter.double(value))
      }
      return Value(unwrapping: try ArrayFunction.array(value, dtype, a.interpreter))
    }
  }
}

extension Interpreter {
  /// A number converted to a dtype. NumPy 1.26 warns of Python integers that do not fit, and lets them wrap round.
  func element(_ scalar: Scalar, of value: Value, as dtype: DType) -> Scalar {
    if dtype == .uint8, case .int(let number) = value, number < 0 || number > 255 {
      warn(
        Exceptions.deprecationWarning,
        "NumPy will stop allowing conversion of out-of-bound Python integers to integer arrays.  The conversion of "
          + "\(number) to uint8 will fail in the future.\nFor the old behavior, usually:\n"
          + "    np.array(value).astype(dtype)\nwill give the desired result (the cast overflows).")
    }
    return scalar.cast(to: dtype)
  }

  /// A number as an element of an array of a dtype.
  /// - Throws: as `storable`, for Python's own numbers; NumPy's are cast, whatever that gives.
  func stored(_ scalar: Scalar, of value: Value, as dtype: DType) throws -> Scalar {
    element(value.isNumpyScalar ? scalar : try storable(scalar, in: dtype), of: value, as: dtype)
  }

  /// What `float(value)` or `int(value)` makes of a text, `None` or a large integer, as a dtype.
  func number(_ value: Value, as dtype: DType) throws -> Scalar {
    if dtype == .bool { return .bool(try isTrue(value)) }
    if dtype.isFloating {
      if value.isNone { return Scalar.float64(.nan).cast(to: dtype) }
      if let text = value.asString {
        guard let number = NumberText.float(text.value) else {
          throw Raised.valueError("could not convert string to float: \(try representation(value))")
        }
        return Scalar.float64(number).cast(to: dtype)
      }
      guard let number = try call(.object(NumberMethods.float), [value]).scalar else { return Scalar.float64(.nan) }
      return number.cast(to: dtype)
    }
    if value.asBigInt != nil { throw Raised.overflow("Python int too large to convert to C long") }
    let number = try call(.object(NumberMethods.int), [value])
    guard let scalar = number.scalar else { throw Raised.overflow("Python int too large to convert to C long") }
    return element(scalar, of: number, as: dtype)
  }
}
