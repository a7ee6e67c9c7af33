/// The clauses of comprehensions and generator expressions.
extension Parser {
  /// Whether a comprehension's clause begins here.
  var startsClause: Bool { kind == .forLoop || kind == .async_ }

  mutating func comprehensionClauses() throws(Failure) -> [Comprehension.Clause] {
    var clauses: [Comprehension.Clause] = []
    while kind == .forLoop || kind == .async_ {
      if kind == .async_ {
        guard nextKind == .forLoop else {
          position += 1
          throw mismatch()
        }
        throw raiseUnsupported("asynchronous comprehensions are", instead: "use a plain 'for'", at: token.span)
      }
      let start = position
      position += 1
      let target: Expression
      do {
        target = try starTargets()
        try expect(.isIn)
      } catch {
        guard case .mismatch = error, isDiagnosing else { throw error }
        position = start
        try diagnoseForTarget()
        throw error
      }
      let iterable = try disjunction()
      var conditions: [Expression] = []
      while take(.ifStatement) { conditions.append(try disjunction()) }
      clauses.append(Comprehension.Clause(target: target, iterable: iterable, conditions: conditions))
    }
    guard !clauses.isEmpty else { throw mismatch() }
    return clauses
  }
}
