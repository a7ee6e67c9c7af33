/// Names that the module `numpy` no longer has, and what it says about them.
enum RemovedNames {
  /// The module's `__getattr__`: asked for every name that it does not have.
  /// - Throws: `AttributeError`, with NumPy's advice where the name was an alias once; an error that says so for the
  ///   dtypes that NumPy has and this program has not.
  static let lookUp: NativeFunction = NativeFunction("__getattr__", "name") { a in
    let name = try a.text(0)
    if let value = olderValue(of: name, a.interpreter.vintage) { return value }
    if let advice = advice(name) {
      if ["bool", "object", "str"].contains(name) {
        a.interpreter.warn(
          Exceptions.futureWarning, "In the future `np.\(name)` will be defined as the corresponding NumPy scalar.")
      }
      throw Raised.attributeError(
        "module 'numpy' has no attribute '\(name)'.\n`np.\(name)` was a deprecated alias for the builtin `\(name)`. To "
          + "avoid this error in existing code, use `\(name)` by itself. Doing this will not modify any behavior and is "
          + "safe. \(advice)\nThe aliases was originally deprecated in NumPy 1.20; for more details and guidance see the "
          + "original release note at:\n    https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations")
    }
    if unsupportedClasses.contains(name) {
      throw Raised.unsupported("np.\(name) is not supported: arrays are of bool, uint8, int64, float32 or float64")
    }
    guard let module = a.interpreter.modules["numpy"] else {
      throw Raised.attributeError("module 'numpy' has no attribute '\(name)'")
    }
    throw a.interpreter.missingAttribute(.object(module), name)
  }

  /// Names of Python's own types that NumPy had until 1.24.
  static let aliases = ["bool", "int", "float", "str", "object", "long", "complex"]

  /// What a name meant in an older NumPy.
  private static func olderValue(of name: String, _ vintage: Vintage) -> Value? {
    switch name {
    case "bool" where vintage.numpy < 24: .object(Types.bool)
    case "int" where vintage.numpy < 24, "long" where vintage.numpy < 24: .object(Types.int)
    case "float" where vintage.numpy < 24: .object(Types.float)
    case "str" where vintage.numpy < 24: .object(Types.string)
    case "object" where vintage.numpy < 24: .object(Types.object)
    case "asscalar" where vintage.numpy < 23: .object(asScalar)
    case "rank" where vintage.numpy < 18: .object(rank)
    default: nil
    }
  }

  private static let asScalar: NativeFunction = NativeFunction("asscalar", "a") { a in
    try a.interpreter.call(a.interpreter.attribute(Value(a.array(0)), "item"), [])
  }

  private static let rank: NativeFunction = NativeFunction("rank", "a") { a in
    a.interpreter.warn(
      Exceptions.visibleDeprecationWarning,
      "`rank` is deprecated; use the `ndim` attribute or function instead. To find the rank of a matrix see "
        + "`numpy.linalg.matrix_rank`.")
    return .int(try a.array(0).rank)
  }

  private static func advice(_ name: String) -> String? {
    switch name {
    case "object": ""
    case "bool", "float", "str", "complex":
      "If you specifically wanted the numpy scalar type, use "
        + "`np.\(["bool": "bool_", "float": "float64", "str": "str_"][name] ?? "complex128")` here."
    case "int":
      "When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you wish "
        + "to review your current use, check the release note link for additional information."
    default: nil
    }
  }

  private static let unsupportedClasses: Set<String> = [
    "int8", "int16", "int32", "uint16", "uint32", "uint64", "uint", "float16", "float128", "half", "longdouble",
    "complex64", "complex128", "complex_", "object_", "str_", "bytes_", "datetime64", "timedelta64", "intc", "short",
    "byte", "csingle", "cdouble", "uintp", "longfloat",
  ]
}
