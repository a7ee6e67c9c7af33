/// Finds where in its source a function or class was defined.
struct DefinitionSearch {
  let source: Source
  private let statement: Statement?

  /// The definition that a function's code was made from.
  init(_ code: CodeObject) {
    self.init(code.source, name: code.name, around: code.span(at: 0))
  }

  /// - Parameter place: lies in the definition's body.
  private init(_ source: Source, name: String, around place: Span) {
    self.source = source
    let module = try? Parser.parse(source, mode: source.isCell ? .cell : .file)
    statement = Self.all(in: module?.body ?? []).last {
      $0.definedName == name && $0.span.start <= place.start && place.end <= $0.span.end
    }
  }

  var function: FunctionDefinition? {
    if case .function(let definition)? = statement?.kind { return definition }
    return nil
  }

  /// The lines of the definition, decorators included.
  var text: String? {
    guard let statement else { return nil }
    let first = (statement.decorators.map(\.span.start) + [statement.span.start]).min() ?? statement.span.start
    let lines = source.line(at: Int(first))...source.line(at: max(Int(statement.span.end) - 1, Int(first)))
    var texts = lines.map { source.lineText($0) }
    while let last = texts.last, last.trimmed.isEmpty { texts.removeLast() }
    return texts.joined(separator: "\n")
  }

  /// Definitions, outer ones before inner ones.
  private static func all(in body: [Statement]) -> [Statement] {
    body.flatMap { statement in
      (statement.definedName == nil ? [] : [statement]) + statement.blocks.flatMap { all(in: $0) }
    }
  }
}

extension Statement {
  fileprivate var definedName: String? {
    switch kind {
    case .function(let definition): definition.name
    case .classDefinition(let definition): definition.name
    default: nil
    }
  }
}
