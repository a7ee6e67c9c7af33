import Arrays

/// The module `numpy`, made when a session first imports it.
enum NumpyModule {
  static func make(_ interpreter: Interpreter) -> ModuleObject {
    let module = ModuleObject("numpy")
    let namespace = module.namespace
    namespace["__name__"] = Value("numpy")
    namespace["__version__"] = Value("1.26.4")
    UniversalFunction.install(in: namespace)
    ArrayFunction.install(in: namespace)
    for (name, value) in constants + classes + IndexExpression.all { namespace[name] = value }
    let submodules: [(String, ModuleObject)] = [
      ("linalg", LinearAlgebraModule.make()), ("testing", TestingModule.make()),
      ("random", RandomModule.make(interpreter)), ("version", version),
    ]
    for (name, submodule) in submodules { namespace[name] = .object(submodule) }
    namespace["__getattr__"] = .object(RemovedNames.lookUp)
    return module
  }

  private static var version: ModuleObject {
    let module = ModuleObject("numpy.version")
    for name in ["version", "full_version", "short_version"] { module.namespace[name] = Value("1.26.4") }
    return module
  }

  private static let constants: [(String, Value)] =
    [
      ("pi", .float(.pi)), ("e", .float(2.718281828459045)), ("euler_gamma", .float(0.5772156649015329)),
      ("newaxis", .none), ("True_", .npBool(true)), ("False_", .npBool(false)), ("little_endian", .bool(true)),
      ("NZERO", .float(-0.0)), ("PZERO", .float(0.0)),
      ("NINF", .float(-.infinity)),
    ]
    + ["inf", "Inf", "Infinity", "PINF", "infty"].map { ($0, .float(.infinity)) }
    + ["nan", "NaN", "NAN"].map { ($0, .float(.nan)) }

  private static var classes: [(String, Value)] {
    let names: [(TypeObject, [String])] = [
      (Types.ndarray, ["ndarray"]), (Types.dtype, ["dtype"]), (Types.npGeneric, ["generic"]),
      (Types.npNumber, ["number"]), (Types.npInteger, ["integer"]), (Types.npInexact, ["inexact"]),
      (Types.npFloating, ["floating"]),
      (Types.npBool, ["bool_", "bool8"]), (Types.npUInt8, ["uint8", "ubyte"]),
      (Types.npInt64, ["int64", "int_", "intp", "longlong"]), (Types.npFloat32, ["float32", "single"]),
      (Types.npFloat64, ["float64", "float_", "double"]), (MachineLimits.floats, ["finfo"]),
      (MachineLimits.integers, ["iinfo"]), (Exceptions.axisError, ["AxisError"]),
      (Exceptions.visibleDeprecationWarning, ["VisibleDeprecationWarning"]),
    ]
    return names.flatMap { cls, names in names.map { ($0, .object(cls)) } }
  }
}
