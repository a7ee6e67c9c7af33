/// A function's parameters as Python's `inspect.signature` writes them.
struct CallSignature {
  /// `(x, y: int = 2, *args, key, **options) -> float`
  let text: String

  init(of function: FunctionObject, skippingFirst: Bool = false, _ interpreter: Interpreter) throws {
    let list = function.code.parameters
    let annotations = Annotations(of: function, interpreter)
    var parts: [String] = []
    func add(_ index: Int, _ defaultValue: Value, prefix: String = "") throws {
      let name = list.names[index]
      let annotation = annotations.parameters[name].map { ": \($0)" } ?? ""
      var text = prefix + name + annotation
      if !defaultValue.isUndefined {
        let shown = try interpreter.representation(defaultValue)
        text += annotation.isEmpty ? "=\(shown)" : " = \(shown)"
      }
      parts.append(text)
    }
    let firstDefault = list.positionalCount - function.defaults.count
    for index in 0..<list.positionalCount where !(skippingFirst && index == 0) {
      try add(index, index < firstDefault ? .undefined : function.defaults[index - firstDefault])
      if index + 1 == list.positionalOnlyCount { parts.append("/") }
    }
    let named = list.positionalCount + list.keywordOnlyCount
    if list.takesRest {
      try add(named, .undefined, prefix: "*")
    } else if list.keywordOnlyCount > 0 {
      parts.append("*")
    }
    for index in 0..<list.keywordOnlyCount {
      try add(list.positionalCount + index, function.keywordDefaults[index])
    }
    if list.takesKeywords { try add(named + (list.takesRest ? 1 : 0), .undefined, prefix: "**") }
    text = "(" + parts.joined(separator: ", ") + ")" + (annotations.result.map { " -> \($0)" } ?? "")
  }

  /// Of a built-in function: its defaults are not known.
  init(of function: NativeFunction, skippingFirst: Bool = false) {
    let signature = function.signature
    var parts: [String] = []
    for (index, name) in signature.names.enumerated() {
      if index == signature.positionalCount, index < signature.names.count { parts.append("*") }
      if !(skippingFirst && index == 0) { parts.append(name + (signature.isRequired[index] ? "" : "=...")) }
      if index + 1 == signature.positionalOnlyCount, !(skippingFirst && index == 0) { parts.append("/") }
    }
    if signature.takesRest {
      if let star = parts.firstIndex(of: "*") { parts[star] = "*args" } else { parts.append("*args") }
    }
    if signature.takesKeywords { parts.append("**kwargs") }
    text = "(" + parts.joined(separator: ", ") + ")"
  }
}

/// A function's annotations, which cells do not evaluate: read from its source again.
private struct Annotations {
  private(set) var parameters: [String: String] = [:]
  private(set) var result: String?

  init(of function: FunctionObject, _ interpreter: Interpreter) {
    // Looking for the definition takes a parse.
    guard function.code.name != "<lambda>", let definition = DefinitionSearch(function.code).function else { return }
    let list = definition.parameters
    let all = list.positional + list.keywordOnly + [list.variadic, list.keywordVariadic].compactMap { $0 }
    for parameter in all {
      parameters[parameter.name] = parameter.annotation.map { Self.text(of: $0, function, interpreter) }
    }
    result = definition.returnAnnotation.map { Self.text(of: $0, function, interpreter) }
  }

  private static func text(of annotation: Expression, _ function: FunctionObject, _ interpreter: Interpreter) -> String
  {
    let source = function.code.source
    let written = String(
      decoding: source.text[Int(annotation.span.start)..<Int(annotation.span.end)], as: UTF8.self)
    guard let value = try? interpreter.evaluate(written, in: function.module) else { return written }
    if let cls = value.asType {
      return (cls.moduleName.map { "\($0)." } ?? "") + cls.path
    }
    return (try? interpreter.representation(value)) ?? written
  }
}

extension Interpreter {
  /// The value of an expression's text.
  func evaluate(_ text: String, in module: ModuleObject) throws -> Value {
    let code = try compile(
      Source(name: "<string>", text), mode: .file, in: module.namespace, showsValue: true)
    return try execute(code, in: module)
  }
}
