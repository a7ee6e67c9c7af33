/// The commands behind `name?`, and those that tell a part of it.
extension Magics {
  static let help: [String: Function] = [
    "pinfo": Function("Provide detailed information about an object.") { call in
      try ObjectHelp.write(call.line, isDetailed: false, call.shell)
      return .none
    },
    "pinfo2": Function("Provide extra detailed information about an object.") { call in
      try ObjectHelp.write(call.line, isDetailed: true, call.shell)
      return .none
    },
    "lsmagic": Function("List the commands.") { try list($0, MagicListing.names) },
    "quickref": Function("Tell what each command does.") { try list($0, MagicListing.summaries) },
    "magic": Function("Tell what each command does.") { try list($0, MagicListing.summaries) },
    "psearch": Function("Search for object in namespaces by wildcard.") { call in
      try ObjectHelp.write(call.line, isDetailed: false, call.shell)
      return .none
    },
    "pdef": Function("Print the call signature for any callable object.") { call in
      try describe(call) { value, name in
        guard call.interpreter.isCallable(value) else { return "Object is not callable.\n" }
        let signature = try ObjectHelp.signature(of: value, call.interpreter)
        return signature.map { " \(name)\($0) " } ?? "No definition header found for \(name)\n"
      }
    },
    "pdoc": Function("Print the docstring for an object.") { call in
      try describe(call) { value, name in
        let parts = try documentation(of: value, call.interpreter)
        if parts.isEmpty { return "No documentation found for \(name)\n" }
        return parts.map { "\($0):\n\(indented($1))\n" }.joined()
      }
    },
    "psource": Function("Print the source code for an object.") { call in
      try describe(call) { value, name in (ObjectHelp.source(of: value) ?? "No source found for \(name)") + "\n" }
    },
  ]

  /// For people only: a notebook's recorded output would have IPython's commands.
  private static func list(_ call: MagicCall, _ text: String) throws -> Value {
    guard call.interpreter.suggestsNames else { throw RefusedMagics.refusal(ofLine: call.name, call.line) }
    call.interpreter.write(text)
    return .none
  }

  /// Prints what `text` makes of the object that the command names.
  private static func describe(_ call: MagicCall, _ text: (Value, String) throws -> String) throws -> Value {
    let name = call.line.trimmed
    guard let value = ObjectHelp.object(named: name, call.interpreter) else {
      return ObjectHelp.notFound(name, call.shell)
    }
    call.interpreter.write(try text(value, name))
    return .none
  }

  private static func documentation(of value: Value, _ interpreter: Interpreter) throws -> [(String, String)] {
    var parts: [(String, String)] = []
    if let own = try ObjectHelp.documentation(of: value, interpreter) { parts.append(("Class docstring", own)) }
    if let cls = value.asType {
      let initialiser = cls.lookUp("__init__")?.asFunction
      let text = try initialiser.map { try ObjectHelp.documentation(of: .object($0), interpreter) }
      if let text = text ?? "Initialize self.  See help(type(self)) for accurate signature." {
        parts.append(("Init docstring", text))
      }
    } else if interpreter.isCallable(value) {
      let call = value.asInstance?.cls.lookUp("__call__")?.asFunction
      let text = try call.map { try ObjectHelp.documentation(of: .object($0), interpreter) }
      if let text = text ?? "Call self as a function." { parts.append(("Call docstring", text)) }
    }
    return parts
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(separator: "\n")
  }
}
