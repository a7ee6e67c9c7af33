extension BuiltinFunctions {
  static let output: [(String, Value)] = [
    function("print", "*values, sep=, end=, file=, flush=") { a in
      let separator = try ending(a[0], "sep", default: " ")
      let end = try ending(a[1], "end", default: "\n")
      if a.has(2) {
        try print(a.rest, separator, end, to: a[2], a.interpreter)
      } else {
        try print(a.rest, separator, end, a.interpreter)
      }
      if try a.interpreter.isTrue(a.given(3)) { try flush(a.given(2), a.interpreter) }
      return .none
    },
    function("repr", "object, /") { a in Value(try a.interpreter.representation(a[0])) },
    function("ascii", "object, /") { a in Value(try a.interpreter.ascii(a[0])) },
    function("format", "value, specification=, /") { a in
      Value(try a.interpreter.format(a[0], a[1].isUndefined ? "" : a.text(1)))
    },
    function("help", "object=, /") { a in
      a.interpreter.write(try helpText(a[0], a.interpreter))
      return .none
    },
    function("exit", "code=") { a in throw Raised(ExceptionObject(Exceptions.systemExit, [a.given(0)])) },
    function("quit", "code=") { a in throw Raised(ExceptionObject(Exceptions.systemExit, [a.given(0)])) },
  ]

  /// - Parameter file: what was printed to; `None` for the standard output.
  private static func flush(_ file: Value, _ interpreter: Interpreter) throws {
    if file.isNone { return interpreter.host.flush() }
    _ = try interpreter.call(interpreter.attribute(file, "flush"), [])
  }

  private static func ending(_ value: Value, _ name: String, default text: String) throws -> String {
    if value.isAbsent { return text }
    if let text = value.asString?.value { return text }
    throw Raised.typeError("\(name) must be None or a string, not \(value.type.qualifiedName)")
  }

  private static func print(
    _ values: [Value], _ separator: String, _ end: String, _ interpreter: Interpreter
  ) throws {
    var line = ""
    do {
      for (index, value) in values.enumerated() {
        try interpreter.tickOnce()
        if index > 0 { line += separator }
        line += try interpreter.text(value)
      }
    } catch {
      // What came before the mistake was printed.
      if !line.isEmpty { interpreter.write(line) }
      throw error
    }
    interpreter.write(line + end)
  }

  /// Prints to whatever has a method `write`, piece by piece as Python does.
  private static func print(
    _ values: [Value], _ separator: String, _ end: String, to file: Value, _ interpreter: Interpreter
  ) throws {
    let write = try interpreter.attribute(file, "write")
    for (index, value) in values.enumerated() {
      if index > 0 { _ = try interpreter.call(write, [Value(separator)]) }
      _ = try interpreter.call(write, [Value(interpreter.text(value))])
    }
    _ = try interpreter.call(write, [Value(end)])
  }

  private static func helpText(_ value: Value, _ interpreter: Interpreter) throws -> String {
    if value.isUndefined { throw Raised.unsupported("help without an object is not supported") }
    let name = try interpreter.findAttribute(value, "__name__")?.asString?.value
    let doc = try interpreter.findAttribute(value, "__doc__")?.asString?.value
    let title = name ?? interpreter.typeName(value)
    return doc.map { "\(title)\n\n\($0)\n" } ?? "\(title)\n"
  }
}
