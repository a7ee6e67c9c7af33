/// Names that the module `numpy` no longer has, and what it says about them.
enum RemovedNames {
  /// The module's `__getattr__`: asked for every name that it does not have.
  /// - Throws: `AttributeError`, with NumPy's advice where the name was an alias once; an error that says so for the
  ///   dtypes that NumPy has and this program has not.
  static let lookUp: NativeFunction = NativeFunction("__getattr__", "name") { a in
    let name = try a.text(0)
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
    throw Raised.attributeError("module 'numpy' has no attribute '\(name)'")
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
