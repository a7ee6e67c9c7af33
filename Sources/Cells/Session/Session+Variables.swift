extension Session: NotebookSession {
  /// Looks at values only: nothing of the cells runs, no `__repr__`.
  package var variables: [Variable] {
    let namespace = interpreter.main.namespace
    return namespace.definedNames.compactMap { name -> Variable? in
      guard !name.hasPrefix("_"), let value = namespace[name] else { return nil }
      if let initial = shell?.initialNames[name], initial.isIdentical(to: value) { return nil }
      return Variable(name: name, type: value.type.name, summary: summary(of: value))
    }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private func summary(of value: Value) -> String {
    if let array = value.asArray?.array {
      let shape = array.shape.map { String($0) }
      return "(\(shape.joined(separator: ", "))\(shape.count == 1 ? "," : "")) \(array.dtype.name)"
    }
    if let function = value.asFunction {
      return (try? CallSignature(of: function, interpreter).text) ?? ""
    }
    if value.asModule != nil || value.asType != nil || value.isPlain {
      return ((try? interpreter.representation(value)) ?? "").shortenedToLine
    }
    if let count = value.elements?.count ?? value.asDict?.table.count {
      return count == 1 ? "1 element" : "\(count) elements"
    }
    return ""
  }
}

extension Value {
  /// Whether its text comes from the program itself, whatever the cells define.
  fileprivate var isPlain: Bool {
    switch self {
    case .object: asString != nil
    default: true
    }
  }
}

extension String {
  /// At most 60 characters, without line ends.
  fileprivate var shortenedToLine: String {
    let line = visible
    return line.count <= 60 ? line : String(line.prefix(57)) + "..."
  }
}
