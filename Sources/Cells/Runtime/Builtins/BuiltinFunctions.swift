/// Python's built-in names.
///
/// They are looked up when a cell first uses them, so that starting a session costs nothing.
enum BuiltinFunctions {
  static func install(in builtins: Namespace) {}

  /// What a built-in name means; `nil` where it is none.
  static func value(of name: String) -> Value? {
    if let cls = cls(named: name) { return .object(cls) }
    switch name {
    case "Ellipsis": return .ellipsis
    case "NotImplemented": return .notImplemented
    case "EnvironmentError", "IOError": return .object(Exceptions.osError)
    default: break
    }
    return functions[name] ?? Exceptions.all.first { $0.name == name }.map { .object($0) }
  }

  /// In the order of Python's own table, which decides between equally near names for a misspelt one.
  static let names: [String] =
    [
      "abs", "all", "any", "ascii", "bin", "callable", "chr", "delattr", "dir", "divmod", "format", "getattr",
      "globals", "hasattr", "hash", "hex", "id", "isinstance", "issubclass", "iter", "len", "locals", "max", "min",
      "next", "oct", "ord", "pow", "print", "repr", "round", "setattr", "sorted", "sum", "vars", "Ellipsis",
      "NotImplemented", "bool", "bytes", "classmethod", "dict", "enumerate", "filter", "float", "frozenset",
      "property", "int", "list", "map", "object", "range", "reversed", "set", "slice", "staticmethod", "str", "super",
      "tuple", "type", "zip",
    ] + Exceptions.all.map(\.name) + ["EnvironmentError", "IOError", "exit", "quit", "help"]

  private static let functions: [String: Value] = table(
    output, numbers, sequences, aggregates, iteration, attributes, classes, scopes, unsupported)

  private static func cls(named name: String) -> TypeObject? {
    switch name {
    case "bool": Types.bool
    case "bytes": Types.bytes
    case "classmethod": Types.classMethod
    case "dict": Types.dict
    case "enumerate": Types.enumerate
    case "filter": Types.filter
    case "float": Types.float
    case "frozenset": Types.frozenset
    case "int": Types.int
    case "list": Types.list
    case "map": Types.map
    case "object": Types.object
    case "property": Types.property
    case "range": Types.range
    case "reversed": Types.reversed
    case "set": Types.set
    case "slice": Types.slice
    case "staticmethod": Types.staticMethod
    case "str": Types.string
    case "super": Types.superType
    case "tuple": Types.tuple
    case "type": Types.type
    case "zip": Types.zip
    default: nil
    }
  }

  /// Whether a function is one of Python's own: those word some errors in their own way.
  static func owns(_ function: NativeFunction) -> Bool {
    functions[function.name]?.asNative === function || cls(named: function.name)?.constructor === function
  }

  /// What Python has and cells do not.
  private static let unsupported: [(String, Value)] =
    ["open": "cells have no access to files", "input": "cells run without a keyboard"].map {
      refuse($0, because: $1)
    }
    + ["eval", "exec", "compile", "__import__"].map { refuse($0, because: "write the code into the cell") }
    + ["breakpoint"].map { refuse($0, because: "there is no debugger") }
    + ["memoryview", "bytearray", "complex", "aiter", "anext"].map { refuse($0, because: "cells have no such values") }

  private static func refuse(_ name: String, because reason: String) -> (String, Value) {
    function(name, "*args, **keywords") { _ in throw Raised.unsupported("\(name) is not supported: \(reason)") }
  }
}
