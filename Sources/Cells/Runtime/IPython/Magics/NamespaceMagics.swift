import Arrays

/// Commands about the cells' names.
extension Magics {
  static let names: [String: Function] = [
    "who_ls": Function("Return a sorted list of all interactive variables.") { call in
      Value(list: listed(call).map { Value($0) })
    },
    "who": Function("Print all interactive variables, with some minimal formatting.") { call in
      let names = listed(call)
      if writeNothing(names, call) { return .none }
      var text = ""
      for (index, name) in names.enumerated() { text += name + "\t " + (index % 9 == 8 ? "\n" : "") }
      call.interpreter.write(text + "\n")
      return .none
    },
    "whos": Function("Like %who, but gives some extra information about each variable.") { call in
      let names = listed(call)
      if writeNothing(names, call) { return .none }
      call.interpreter.write(try VariableTable(names, call.interpreter).text)
      return .none
    },
    "reset": Function("Resets the namespace by removing all names defined by the user.", reset),
  ]

  /// Names of the user's, sorted; only of some types where the command names them.
  private static func listed(_ call: MagicCall) -> [String] {
    let namespace = call.interpreter.main.namespace
    let types = Set(call.line.split { $0.isWhitespace }.map(String.init))
    return namespace.definedNames.filter { name in
      guard !name.hasPrefix("_"), let value = namespace[name] else { return false }
      if let initial = call.shell.initialNames[name], initial.isIdentical(to: value) { return false }
      return types.isEmpty || types.contains(value.type.name)
    }.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  private static func writeNothing(_ names: [String], _ call: MagicCall) -> Bool {
    if names.isEmpty {
      call.interpreter.write(
        call.line.isEmpty ? "Interactive namespace is empty.\n" : "No variables match your requested type.\n")
    }
    return names.isEmpty
  }

  private static func reset(_ call: MagicCall) throws -> Value {
    let options = try MagicOptions(call.line, allowed: "sf")
    let namespace = call.interpreter.main.namespace
    let targets = options.arguments.filter { $0 != "--aggressive" }.map { $0.lowercased() }
    if options.has("s") {
      for name in listed(MagicCall(name: "who_ls", line: "", cell: nil, shell: call.shell)) { namespace[name] = nil }
    } else if targets.isEmpty {
      call.shell.reset()
    }
    for target in targets {
      switch target {
      case "out":
        call.interpreter.write("Flushing output cache (\(call.shell.outputs.count) entries)\n")
        call.shell.outputs.clear()
      case "in":
        call.interpreter.write("Flushing input history\n")
        call.shell.inputs.clear(upTo: call.shell.executionCount)
      case "array":
        for name in namespace.definedNames where namespace[name]?.asArray != nil { namespace[name] = nil }
      case "dhist": call.interpreter.write("Flushing directory history\n")
      default: call.interpreter.write("Don't know how to reset  \(target), please run `%reset?` for details\n")
      }
    }
    return .none
  }
}

/// The table that `%whos` prints.
private struct VariableTable {
  let text: String

  init(_ names: [String], _ interpreter: Interpreter) throws {
    let namespace = interpreter.main.namespace
    let rows = names.map { ($0, namespace[$0]?.type.name ?? "") }
    func width(_ title: String, _ texts: [String]) -> Int {
      (texts + [title]).map { $0.unicodeScalars.count }.reduce(0, max) + 3
    }
    let nameWidth = width("Variable", names)
    let typeWidth = width("Type", rows.map(\.1))
    var lines = [
      Self.padded("Variable", nameWidth) + Self.padded("Type", typeWidth) + " Data/Info",
      String(repeating: "-", count: nameWidth + typeWidth + 10),
    ]
    for (name, type) in rows {
      let info = try Self.info(namespace[name] ?? .none, type, interpreter)
      lines.append(Self.padded(name, nameWidth) + Self.padded(type, typeWidth) + " " + info)
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }

  private static func info(_ value: Value, _ type: String, _ interpreter: Interpreter) throws -> String {
    if ["dict", "list", "tuple"].contains(type) { return "n=\(try interpreter.length(value))" }
    if let array = value.asArray?.array { return info(array) }
    let shown: String
    do {
      shown = try interpreter.text(value)
    } catch let raised as Raised where raised.exception.cls.isSubclass(of: Exceptions.exception) {
      shown = "<object (str() failed)>"
    }
    let text = shown.unicodeScalars.flatMap { $0 == "\n" ? Array("\\n".unicodeScalars) : [$0] }
    func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(scalars))
    }
    return text.count < 50 ? string(text) : string(text.prefix(25)) + "<...>" + string(text.suffix(25))
  }

  /// `2x3: 6 elems, type `float64`, 48 bytes`
  private static func info(_ array: NDArray) -> String {
    let bytes = array.count * array.dtype.itemSize
    let shape = array.shape.map { String($0) }.joined(separator: "x")
    let text = "\(shape): \(array.count) elems, type `\(array.dtype.name)`, \(bytes) bytes"
    if bytes < 100_000 { return text }
    return bytes < 1 << 20
      ? "\(text) (\(FloatFormat.repr(Double(bytes) / 1024)) kb)"
      : "\(text) (\(FloatFormat.repr(Double(bytes) / 1_048_576)) Mb)"
  }
}
