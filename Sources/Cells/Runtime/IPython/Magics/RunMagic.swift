/// `%run FILE.py`: a file beside the notebook, as a program.
extension Magics {
  static let running: [String: Function] = ["run": Function("Run the named file as a program.", run)]

  /// The program has a namespace of its own; the cells get its names when it ends, also where it ends in an error.
  private static func run(_ call: MagicCall) throws -> Value {
    let options = try MagicOptions(call.line, allowed: "nidtN:b:pD:l:rs:T:em:G")
    for letter in "dtpm" where options.has(letter) {
      throw Raised.unsupported("%run -\(letter) is not supported: write %run and the name of a file")
    }
    let interpreter = call.interpreter
    var arguments = options.arguments
    guard let file = arguments.first else {
      throw Raised(Exceptions.exception, "you must provide at least a filename.")
    }
    let isNotebook = file.hasSuffix(".ipynb") || file.hasSuffix(".ipy") || file.hasSuffix(".cnb")
    if isNotebook {
      throw Raised.unsupported("%run of a notebook is not supported: copy its cells, or keep a .py file")
    }
    guard let (name, source) = program(file, interpreter) else {
      let error = Raised(Exceptions.exception, "File `\(TextLiteral.of(file))` not found.")
      error.exception.cause = ExceptionObject(Exceptions.osError, error.exception.arguments)
      throw error
    }
    arguments[0] = name
    let module = options.has("i") ? interpreter.main : ModuleObject("__main__")
    let ownNames = ["__name__", "__file__"]
    let outerName = interpreter.main.namespace["__name__"]
    module.namespace["__name__"] = Value(options.has("n") ? stem(of: name) : "__main__")
    module.namespace["__file__"] = Value(name)
    defer { interpreter.main.namespace["__name__"] = outerName }
    try withArguments(arguments, interpreter) {
      try call.shell.showingErrors {
        do {
          let code = try interpreter.compile(source, mode: .file, in: module.namespace, showsValue: false)
          _ = try interpreter.execute(code, in: module)
        } catch let raised as Raised where raised.exception.cls === Exceptions.systemExit {
          let status = raised.exception.arguments.first ?? .none
          if !options.has("e"), try interpreter.isTrue(status) { throw raised }
        }
      }
    }
    if !options.has("i") {
      for name in module.namespace.definedNames where !ownNames.contains(name) {
        interpreter.main.namespace[name] = module.namespace[name]
      }
    }
    return .none
  }

  /// The file's name and text, with `.py` added where it lacks.
  private static func program(_ file: String, _ interpreter: Interpreter) -> (name: String, Source)? {
    let name = file.hasSuffix(".py") ? file : file + ".py"
    let plain = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
    return interpreter.host.moduleSource(String(plain.dropLast(3))).map { (name, $0) }
  }

  private static func stem(of name: String) -> String {
    String(name.split(separator: "/").last?.dropLast(3) ?? "")
  }

  /// `sys.argv` is the program's while it runs.
  private static func withArguments(_ arguments: [String], _ interpreter: Interpreter, _ body: () throws -> Void) throws
  {
    let system = try interpreter.importModule("sys", innermost: true)
    let outer = try interpreter.attribute(system, "argv")
    try interpreter.setAttribute(system, "argv", Value(list: arguments.map { Value($0) }))
    defer { try? interpreter.setAttribute(system, "argv", outer) }
    try body()
  }
}
