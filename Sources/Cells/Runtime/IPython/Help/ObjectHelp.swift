/// What `name?` and `name??` tell about an object, in IPython's layout.
enum ObjectHelp {
  /// - Parameter isDetailed: `??`: the source of functions and classes that cells defined.
  static func write(_ name: String, isDetailed: Bool, _ shell: InteractiveShell) throws {
    let interpreter = shell.interpreter
    var name = name.trimmed
    while name.hasPrefix("?") { name.removeFirst() }
    if name.isEmpty { return interpreter.write(introduction) }
    if name.contains("*") { return writeNames(matching: name, interpreter) }
    if name.hasPrefix("%") {
      let magic = String(name.drop { $0 == "%" })
      if let summary = MagicListing.summary(of: magic) {
        return interpreter.write("Docstring: \(summary)\n")
      }
    }
    guard let value = object(named: name, interpreter) else {
      if let summary = MagicListing.summary(of: name) { return interpreter.write("Docstring: \(summary)\n") }
      _ = notFound(name, shell)
      return
    }
    let fields = try fields(of: value, name, isDetailed: isDetailed, interpreter)
    let width = fields.map { $0.title.count }.max() ?? 0
    let lines = fields.map { title, text in
      let text = text.trimmingLineEnds
      let gap = String(repeating: " ", count: width - title.count)
      return "\(title):\(gap)\(text.contains("\n") ? "\n" : " ")\(text)"
    }
    interpreter.write(lines.joined(separator: "\n") + "\n")
  }

  /// What `?` alone tells.
  private static let introduction = """
    Cells are Python with NumPy; the layers conv_forward, pool_forward and so on are predefined.

    name?       what is known of a name, an example with it; name?? the source as well
    np.*pad*?   the names that fit
    Tab         completes names, attributes, arguments, keys, commands and files
    Control-R   searches the cells of earlier sessions
    %quickref   all commands

    """

  static func notFound(_ name: String, _ shell: InteractiveShell) -> Value {
    shell.interpreter.write("Object `\(name)` not found.\n")
    return .none
  }

  /// The object of a dotted name, which may have constant indices; `nil` where there is none.
  static func object(named name: String, _ interpreter: Interpreter) -> Value? {
    let isName = name.unicodeScalars.allSatisfy {
      $0 == "_" || $0 == "." || $0 == "[" || $0 == "]" || $0 == "'" || $0 == "\"" || $0 == "-"
        || $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    guard isName, name.first?.isLetter ?? false || name.hasPrefix("_") else { return nil }
    return try? interpreter.evaluate(name, in: interpreter.main)
  }

  private static func fields(
    of value: Value, _ name: String, isDetailed: Bool, _ interpreter: Interpreter
  ) throws -> [(title: String, text: String)] {
    var fields: [(title: String, text: String)] = []
    func add(_ title: String, _ text: String?) { if let text { fields.append((title, text)) } }
    let signature = try signature(of: value, interpreter).map { name + $0 }
    let documentation =
      try documentation(of: value, interpreter) ?? FunctionSummaries.documentation(of: value, interpreter)
    let source = isDetailed ? source(of: value) : nil
    // The source shows its docstring itself.
    let shownDocumentation = source != nil && documentation != nil ? nil : documentation ?? "<no docstring>"
    if let cls = value.asType {
      add("Init signature", signature)
      add("Docstring", shownDocumentation)
      add(
        "Init docstring",
        try cls.lookUp("__init__")?.asFunction.flatMap { try self.documentation(of: .object($0), interpreter) })
      add("Type", value.type.name)
      add("Subclasses", "")
    } else if value.isFunction {
      add("Signature", signature)
      add("Docstring", shownDocumentation)
      add("Source", source)
      add("File", file(of: value))
      add("Type", value.type.name)
    } else {
      add("Signature", signature)
      add("Type", value.type.name)
      add("String form", shortened(try interpreter.text(value), isDetailed: isDetailed))
      let owner = String(name.prefix { $0 != "." && $0 != "[" })
      if interpreter.main.namespace[owner] == nil { add("Namespace", "Python builtin") }
      add("Length", (try? interpreter.length(value)).map(String.init))
      if let array = value.asArray?.array {
        add("Shape", try interpreter.representation(Value(array.shape)))
        add("Dtype", array.dtype.name)
      }
      add("Docstring", shownDocumentation)
      let call = value.asInstance?.cls.lookUp("__call__")?.asFunction
      add("Call docstring", try call.flatMap { try self.documentation(of: .object($0), interpreter) })
    }
    return fields
  }

  private static func shortened(_ text: String, isDetailed: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    if isDetailed || scalars.count <= 200 { return text }
    let (start, end) = (String.UnicodeScalarView(scalars.prefix(97)), String.UnicodeScalarView(scalars.suffix(97)))
    return "\(String(start)) <...> \(String(end))".split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).trimmed }.joined(separator: "\n" + String(repeating: " ", count: 11))
  }

  /// `(x, y=2)`; `nil` for what cannot be called or whose parameters nobody knows.
  static func signature(of value: Value, _ interpreter: Interpreter) throws -> String? {
    if let method = value.asBoundMethod {
      if let function = method.function.asFunction {
        return try CallSignature(of: function, skippingFirst: true, interpreter).text
      }
      return method.function.asNative.map { CallSignature(of: $0, skippingFirst: true).text }
    }
    if let function = value.asFunction { return try CallSignature(of: function, interpreter).text }
    if let function = value.asNative { return CallSignature(of: function).text }
    if let cls = value.asType {
      guard cls.isUserDefined else { return cls.constructor.map { CallSignature(of: $0).text } }
      guard let initialiser = cls.lookUp("__init__")?.asFunction else { return "()" }
      return try CallSignature(of: initialiser, skippingFirst: true, interpreter).text
    }
    if let method = value.asInstance?.cls.lookUp("__call__")?.asFunction {
      return try CallSignature(of: method, skippingFirst: true, interpreter).text
    }
    return nil
  }

  /// The docstring without its indentation.
  static func documentation(of value: Value, _ interpreter: Interpreter) throws -> String? {
    // A module may have a `__getattr__` that knows no `__doc__`.
    if value.asModule != nil { return nil }
    guard let text = try interpreter.findAttribute(value, "__doc__")?.asString?.value else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.contains("\t") ? line.map { $0 == "\t" ? "        " : String($0) }.joined() : String(line)
    }
    let indent = lines.dropFirst().filter { !$0.trimmed.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    for index in lines.indices {
      lines[index] = String(index == 0 ? lines[index].drop { $0 == " " } : lines[index].dropFirst(indent))
    }
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    while let first = lines.first, first.isEmpty { lines.removeFirst() }
    return lines.joined(separator: "\n")
  }

  /// The text of a function that cells or files beside the notebook define.
  static func source(of value: Value) -> String? { value.ownFunction.flatMap { DefinitionSearch($0.code).text } }

  private static func file(of value: Value) -> String? { value.ownFunction?.code.source.name }

  /// `np.*pad*?`: the names that fit, each on a line.
  private static func writeNames(matching pattern: String, _ interpreter: Interpreter) {
    let parts = pattern.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let owner = parts.dropLast().joined(separator: ".")
    guard let last = parts.last else { return }
    let names: [String]
    if owner.isEmpty {
      names = interpreter.main.namespace.definedNames + BuiltinFunctions.names
    } else {
      guard let value = object(named: owner, interpreter) else { return }
      names = interpreter.attributeNames(of: value)
    }
    let fitting = Set(names).filter {
      (last.hasPrefix("_") || !$0.hasPrefix("_")) && $0.lowercased().fits(last.lowercased())
    }
    for name in fitting.sorted() { interpreter.write((owner.isEmpty ? "" : owner + ".") + name + "\n") }
  }
}

extension Value {
  /// A function or method, written in Swift or in a cell.
  fileprivate var isFunction: Bool { asFunction != nil || asNative != nil || asBoundMethod != nil }

  /// A function written in the cell language, or the one behind a method.
  fileprivate var ownFunction: FunctionObject? { asFunction ?? asBoundMethod?.function.asFunction }
}

extension String {
  fileprivate var trimmingLineEnds: String {
    var text = self[...]
    while text.last == "\n" { text.removeLast() }
    while text.first == "\n" { text.removeFirst() }
    return String(text)
  }

  /// Whether the text fits a pattern in which `*` stands for any text. O(length of both).
  fileprivate func fits(_ pattern: String) -> Bool {
    let (text, pattern) = (Array(utf8), Array(pattern.utf8))
    var (position, place) = (0, 0)
    var star: (place: Int, position: Int)?
    while position < text.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        star = (place, position)
        place += 1
      } else if place < pattern.count, pattern[place] == text[position] {
        place += 1
        position += 1
      } else if let last = star {
        star = (last.place, last.position + 1)
        (place, position) = (last.place + 1, last.position + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
