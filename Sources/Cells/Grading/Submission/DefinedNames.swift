/// The functions that a piece of code defines at its top level.
package struct DefinedNames: Sendable, Equatable {
  package private(set) var functions: [String] = []
  /// What the parser says of code that it does not accept; then `functions` are those that its lines seem to define.
  package private(set) var problem: String?

  package init(_ code: String) {
    do throws(SyntaxProblem) {
      let module = try Parser.parse(Source(name: "cell", code, isCell: true))
      collect(module.body)
    } catch {
      problem = "\(error.className): \(error.message)"
      for line in code.split(separator: "\n") where line.hasPrefix("def ") {
        let name = line.dropFirst(4).drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        if !name.isEmpty { functions.append(String(name)) }
      }
    }
  }

  private mutating func collect(_ statements: [Statement]) {
    for statement in statements {
      switch statement.kind {
      case .function(let definition): functions.append(definition.name)
      case .ifStatement(_, let body, let otherwise): collect(body + otherwise)
      case .tryStatement(let body, let handlers, let otherwise, let finally):
        collect(body + handlers.flatMap(\.body) + otherwise + finally)
      case .with(_, let body): collect(body)
      case .assign(let targets, let value):
        // f = lambda x: ...
        if case .lambda = value.kind {
          for case .name(let name) in targets.map(\.kind) { functions.append(name) }
        }
      default: break
      }
    }
  }
}
