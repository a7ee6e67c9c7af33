/// What functions do that have no docstring here, for `name?`. Not their `__doc__`, which is NumPy's and Python's own.
package enum FunctionSummaries {
  package struct Summary: Sendable {
    package let name: String
    package let text: String
    /// An expression and what `repr` gives for it.
    package let example: (code: String, result: String)?
  }

  package static let numpy = summaries(numpyTable)
  private static let random = summaries(randomTable)
  private static let builtins = summaries(builtinTable)

  /// - Returns: as a docstring.
  static func documentation(of value: Value, _ interpreter: Interpreter) -> String? {
    summary(of: value, interpreter).map { summary in
      guard let example = summary.example else { return summary.text }
      let result = example.result.split(separator: "\n").map { "# \($0)" }
      let line = "    \(example.code)  \(result[0])"
      let isShort = result.count == 1 && line.count < 80
      let lines = isShort ? [line] : ["    \(example.code)"] + result.map { "    \($0)" }
      return "\(summary.text)\n\nExample\n" + lines.joined(separator: "\n")
    }
  }

  private static func summary(of value: Value, _ interpreter: Interpreter) -> Summary? {
    if let method = value.asBoundMethod {
      guard let native = method.function.asNative else { return nil }
      if method.receiver.asArray != nil || method.receiver.isNumpyScalar { return numpy[native.name] }
      return method.receiver.type.name == "RandomState" ? random[native.name] : nil
    }
    if let cls = value.asType { return cls.isUserDefined ? nil : builtins[cls.name] }
    guard let function = value.asNative else { return nil }
    if BuiltinFunctions.owns(function) { return builtins[function.name] }
    let isNumpys = interpreter.modules["numpy"]?.namespace[function.name]?.object === function
    return isNumpys ? numpy[function.name] : nil
  }

  /// A line `name|text` for each, and where there is one a line `|code|result` below it.
  private static func summaries(_ table: String) -> [String: Summary] {
    var summaries: [String: Summary] = [:]
    var last = ""
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      if fields[0].isEmpty, fields.count == 3, let summary = summaries[last] {
        let result = fields[2].split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n")
        summaries[last] = Summary(name: last, text: summary.text, example: (fields[1], result))
      } else {
        last = fields[0]
        summaries[last] = Summary(name: last, text: fields.dropFirst().joined(separator: "|"), example: nil)
      }
    }
    return summaries
  }
}
