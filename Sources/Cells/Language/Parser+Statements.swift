/// Files, and statements on one line.
extension Parser {
  mutating func file() throws(Failure) -> [Statement] {
    var statements: [Statement] = []
    while kind != .end { try statement(into: &statements) }
    return statements
  }

  mutating func statement(into statements: inout [Statement]) throws(Failure) {
    switch kind {
    case .ifStatement, .whileLoop, .forLoop, .tryStatement, .with_, .def_, .classDefinition, .at, .async_:
      statements.append(try compoundStatement())
    case .name where text(of: token, is: "match"):
      let start = position
      do {
        if isDiagnosing { try diagnoseMatch() }
        try simpleStatements(into: &statements)
      } catch {
        guard case .mismatch = error, !isDiagnosing else { throw error }
        position = start
        try diagnoseMatch()
        throw error
      }
    default: try simpleStatements(into: &statements)
    }
  }

  mutating func simpleStatements(into statements: inout [Statement]) throws(Failure) {
    while true {
      let statement = try simpleStatement()
      guard take(.semicolon) else {
        statements.append(statement)
        return try expect(.newline)
      }
      if case .expression(let value, _) = statement.kind {
        statements.append(Statement(.expression(value, endsWithSemicolon: true), statement.span))
      } else {
        statements.append(statement)
      }
      if take(.newline) { return }
    }
  }

  private mutating func simpleStatement() throws(Failure) -> Statement {
    let start = token.start
    func statement(_ kind: Statement.Kind) -> Statement { Statement(kind, span(from: start)) }
    switch kind {
    case .pass_:
      position += 1
      return statement(.pass)
    case .breakLoop:
      position += 1
      return statement(.breakLoop)
    case .continueLoop:
      position += 1
      return statement(.continueLoop)
    case .returnStatement:
      position += 1
      let value = startsExpression ? try starExpressions() : nil
      return statement(.returnStatement(value))
    case .raise_:
      position += 1
      guard startsExpression, kind != .star else { return statement(.raise(nil, from: nil)) }
      let error = try expression()
      let cause = take(.from_) ? try expression() : nil
      return statement(.raise(error, from: cause))
    case .assert_:
      position += 1
      let test = try expression()
      let message = take(.comma) ? try expression() : nil
      return statement(.assert(test, message: message))
    case .global_:
      position += 1
      let names = try names()
      return statement(.global(names))
    case .nonlocal_:
      position += 1
      let names = try names()
      return statement(.nonlocal(names))
    case .del_: return try deletion()
    case .importModules: return try importation()
    case .from_: return try importationFrom()
    case .magic:
      return statement(.expression(magic(), endsWithSemicolon: false))
    default: return try assignmentOrExpression()
    }
  }

  /// The IPython command that the current token holds.
  mutating func magic() -> Expression {
    let start = token.start
    position += 1
    return Expression(.magic(Magic(text: text(of: previous))), span(from: start))
  }

  private mutating func names() throws(Failure) -> [String] {
    var names = [try expectName()]
    while take(.comma) { names.append(try expectName()) }
    return names
  }

  private mutating func deletion() throws(Failure) -> Statement {
    let start = position
    do throws(Failure) {
      let first = token.start
      position += 1
      var targets: [Expression] = []
      repeat {
        if !targets.isEmpty, kind == .newline || kind == .semicolon { break }
        let target = try primary()
        guard Self.isDeletable(target) else { throw mismatch() }
        targets.append(target)
      } while take(.comma)
      guard kind == .newline || kind == .semicolon else { throw mismatch() }
      return Statement(.delete(targets), span(from: first))
    } catch {
      guard case .mismatch = error, isDiagnosing else { throw error }
      position = start
      try diagnose { parser throws(Failure) in
        parser.position += 1
        let target = try parser.starExpressions()
        try parser.raiseInvalidTarget(in: target, .delete)
      }
      throw error
    }
  }

  // MARK: Imports

  private mutating func dottedName() throws(Failure) -> String {
    var name = try expectName()
    while take(.dot) { name += "." + (try expectName()) }
    return name
  }

  private mutating func importation() throws(Failure) -> Statement {
    let start = token.start
    position += 1
    var names: [ImportedName] = []
    repeat {
      let first = token.start
      let name = try dottedName()
      let alias = take(.as_) ? try expectName() : nil
      names.append(ImportedName(name: name, alias: alias, span: span(from: first)))
    } while take(.comma)
    return Statement(.importModules(names), span(from: start))
  }

  private mutating func importationFrom() throws(Failure) -> Statement {
    let start = token.start
    position += 1
    var level = 0
    while kind == .dot || kind == .ellipsis {
      level += kind == .dot ? 1 : 3
      position += 1
    }
    let module = level > 0 && kind == .importModules ? "" : try dottedName()
    try expect(.importModules)
    if take(.star) {
      return Statement(.importFrom(module: module, level: level, names: []), span(from: start))
    }
    let isParenthesised = take(.leftParenthesis)
    var names: [ImportedName] = []
    repeat {
      if isParenthesised, !names.isEmpty, kind == .rightParenthesis { break }
      if !isParenthesised, !names.isEmpty, kind == .newline {
        guard isDiagnosing else { throw mismatch() }
        throw raiseAtFurthest("trailing comma not allowed without surrounding parentheses")
      }
      let first = token.start
      let name = try expectName()
      let alias = take(.as_) ? try expectName() : nil
      names.append(ImportedName(name: name, alias: alias, span: span(from: first)))
    } while take(.comma)
    if isParenthesised { try expect(.rightParenthesis) }
    return Statement(.importFrom(module: module, level: level, names: names), span(from: start))
  }
}
