extension PrettyPrinter {
  /// `<function __main__.f(x, y=1)>`
  func signature(of function: FunctionObject) throws -> String {
    let signature = try CallSignature(of: function, interpreter).text
    return "<function \(function.module.name).\(function.code.qualifiedName)\(signature)>"
  }

  /// Python's own functions with their parameters; those of NumPy and others as `repr` has them.
  mutating func write(_ function: NativeFunction) throws {
    guard BuiltinFunctions.owns(function), !function.isMethod else {
      return try writeRepresentation(.object(function))
    }
    layout.text("<function \(function.name)\(PrettyPrinter.signatures[function.name] ?? "")>")
  }

  private static let signatures: [String: String] = [
    "abs": "(x, /)", "all": "(iterable, /)", "any": "(iterable, /)", "ascii": "(obj, /)", "bin": "(number, /)",
    "callable": "(obj, /)", "chr": "(i, /)", "delattr": "(obj, name, /)", "divmod": "(x, y, /)",
    "eval": "(source, globals=None, locals=None, /)",
    "exec": "(source, globals=None, locals=None, /, *, closure=None)", "format": "(value, format_spec='', /)",
    "globals": "()", "hasattr": "(obj, name, /)", "hash": "(obj, /)", "hex": "(number, /)", "id": "(obj, /)",
    "input": "(prompt='', /)", "isinstance": "(obj, class_or_tuple, /)", "issubclass": "(cls, class_or_tuple, /)",
    "len": "(obj, /)", "locals": "()", "oct": "(number, /)", "ord": "(c, /)", "pow": "(base, exp, mod=None)",
    "print": "(*args, sep=' ', end='\\n', file=None, flush=False)", "repr": "(obj, /)",
    "round": "(number, ndigits=None)", "setattr": "(obj, name, value, /)",
    "sorted": "(iterable, /, *, key=None, reverse=False)", "sum": "(iterable, /, start=0)",
  ]
}
