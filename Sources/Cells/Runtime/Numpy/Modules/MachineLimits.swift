import Arrays

/// `np.finfo` and `np.iinfo`: the limits of the dtypes.
package final class MachineLimits: Object, @unchecked Sendable {
  private let dtype: DType

  private init(_ dtype: DType) {
    self.dtype = dtype
    super.init(.host)
  }

  package override var type: TypeObject { dtype.isFloating ? MachineLimits.floats : MachineLimits.integers }

  static let floats: TypeObject = TypeObject(
    "finfo", module: "numpy",
    constructor: NativeFunction("finfo", "dtype") { a in
      let dtype = try a[0].scalar?.dtype ?? a[0].asArray?.array.dtype ?? a.interpreter.dtype(a[0])
      guard dtype.isFloating else {
        throw Raised.valueError("data type <class 'numpy.\(dtype.scalarClass.name)'> not inexact")
      }
      return .object(MachineLimits(dtype))
    },
    attributes: table(
      [
        number("eps", 0x1p-52, 0x1p-23), number("epsneg", 0x1p-53, 0x1p-24),
        number("max", .greatestFiniteMagnitude, .greatestFiniteMagnitude),
        number("min", -.greatestFiniteMagnitude, -.greatestFiniteMagnitude),
        number("tiny", .leastNormalMagnitude, .leastNormalMagnitude),
        number("smallest_normal", .leastNormalMagnitude, .leastNormalMagnitude),
        number("smallest_subnormal", .leastNonzeroMagnitude, .leastNonzeroMagnitude), number("resolution", 1e-15, 1e-6),
        integer("bits", 64, 32), integer("iexp", 11, 8), integer("machep", -52, -23), integer("maxexp", 1024, 128),
        integer("minexp", -1022, -126), integer("negep", -53, -24), integer("nexp", 11, 8), integer("nmant", 52, 23),
        integer("precision", 15, 6),
      ], shared,
      [
        method("__repr__", "") { a in
          let double = try of(a[0]).dtype == .float64
          let limit = double ? "1.7976931348623157e+308" : "3.4028235e+38"
          return Value(
            "finfo(resolution=\(double ? "1e-15" : "1e-06"), min=-\(limit), max=\(limit), "
              + "dtype=\(try of(a[0]).dtype.name))")
        },
        method("__str__", "") { a in Value(try of(a[0]).dtype == .float64 ? doubleText : singleText) },
      ]))

  static let integers: TypeObject = TypeObject(
    "iinfo", module: "numpy",
    constructor: NativeFunction("iinfo", "type") { a in
      let dtype = try a[0].scalar?.dtype ?? a[0].asArray?.array.dtype ?? a.interpreter.dtype(a[0])
      guard dtype.isInteger else {
        throw Raised.valueError("Invalid integer data type '\(dtype == .bool ? "b" : "f")'.")
      }
      return .object(MachineLimits(dtype))
    },
    attributes: table(
      [
        property("min") { value, _ in .int(try of(value).dtype == .uint8 ? 0 : .min) },
        property("max") { value, _ in .int(try of(value).dtype == .uint8 ? 255 : .max) },
        property("bits") { value, _ in .int(try of(value).dtype.itemSize * 8) },
        property("kind") { value, _ in Value(try of(value).dtype == .uint8 ? "u" : "i") },
      ], shared,
      [
        method("__repr__", "") { a in
          let dtype = try of(a[0]).dtype
          let (low, high) = dtype == .uint8 ? (0, 255) : (Int.min, Int.max)
          return Value("iinfo(min=\(low), max=\(high), dtype=\(dtype.name))")
        },
        method("__str__", "") { a in
          let dtype = try of(a[0]).dtype
          let (low, high) = dtype == .uint8 ? (0, 255) : (Int.min, Int.max)
          let line = String(repeating: "-", count: 63)
          return Value("Machine parameters for \(dtype.name)\n\(line)\nmin = \(low)\nmax = \(high)\n\(line)\n")
        },
      ]))

  private static let shared: [(String, Value)] = [
    property("dtype") { value, _ in Value(try of(value).dtype) }
  ]

  private static let doubleText = """
    Machine parameters for float64
    ---------------------------------------------------------------
    precision =  15   resolution = 1.0000000000000001e-15
    machep =    -52   eps =        2.2204460492503131e-16
    negep =     -53   epsneg =     1.1102230246251565e-16
    minexp =  -1022   tiny =       2.2250738585072014e-308
    maxexp =   1024   max =        1.7976931348623157e+308
    nexp =       11   min =        -max
    smallest_normal = 2.2250738585072014e-308   smallest_subnormal = 4.9406564584124654e-324
    ---------------------------------------------------------------

    """

  private static let singleText = """
    Machine parameters for float32
    ---------------------------------------------------------------
    precision =   6   resolution = 1.0000000e-06
    machep =    -23   eps =        1.1920929e-07
    negep =     -24   epsneg =     5.9604645e-08
    minexp =   -126   tiny =       1.1754944e-38
    maxexp =    128   max =        3.4028235e+38
    nexp =        8   min =        -max
    smallest_normal = 1.1754944e-38   smallest_subnormal = 1.4012985e-45
    ---------------------------------------------------------------

    """

  private static func number(_ name: String, _ double: Double, _ single: Float) -> (String, Value) {
    property(name) { value, _ in try of(value).dtype == .float64 ? .npFloat64(double) : .npFloat32(single) }
  }

  private static func integer(_ name: String, _ double: Int, _ single: Int) -> (String, Value) {
    property(name) { value, _ in .int(try of(value).dtype == .float64 ? double : single) }
  }

  private static func of(_ value: Value) throws -> MachineLimits {
    guard let limits = value.object as? MachineLimits else {
      throw Raised.typeError("descriptor requires a 'numpy.finfo' object")
    }
    return limits
  }
}
