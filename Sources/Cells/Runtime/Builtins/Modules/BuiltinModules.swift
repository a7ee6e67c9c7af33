/// The modules that can be imported without a file beside the notebook.
package enum BuiltinModules {
  /// Those that have modules inside.
  package static let packages: Set<String> = ["collections", "matplotlib", "numpy", "IPython", "IPython.core"]

  /// All names that `make` knows.
  package static let names = [
    "abc", "builtins", "collections", "copy", "functools", "h5py", "itertools", "math", "numpy", "operator", "random",
    "string", "sys", "time", "types", "typing", "warnings",
  ]

  /// A new module; `nil` where there is none of that name.
  package static func make(_ name: String, _ interpreter: Interpreter) -> ModuleObject? {
    switch name {
    case "IPython": DisplayModule.makePackage()
    case "numpy": NumpyModule.make(interpreter)
    case "math": MathModule.make()
    case "abc": AbstractClassModule.make()
    case "builtins": builtins()
    case "collections": CollectionsModule.make()
    case "copy": CopyModule.make()
    case "functools": FunctoolsModule.make()
    case "h5py": HDF5Module.make()
    case "itertools": ItertoolsModule.make()
    case "matplotlib": MatplotlibModule.make(interpreter)
    case "operator": OperatorModule.make()
    case "random": PythonRandomModule.make(interpreter)
    case "string": StringModule.make()
    case "sys": SysModule.make(interpreter)
    case "time": TimeModule.make()
    case "types": TypesModule.make()
    case "typing": TypingModule.make()
    case "warnings": WarningsModule.make()
    default: nil
    }
  }

  private static func builtins() -> ModuleObject {
    ModuleObject(
      "builtins", BuiltinFunctions.names.compactMap { name in BuiltinFunctions.value(of: name).map { (name, $0) } })
  }

  /// Names that Python's module has and this one has not: using one says so.
  static func notOffered(_ module: String, _ names: String...) -> [(String, Value)] {
    names.map { name in
      function(name, "*args, **keywords") { _ in throw Raised.unsupported("\(module).\(name) is not supported") }
    }
  }
}
