/// What the second pass tries at expressions: mistakes that people make, and CPython's words for them.
extension Parser {
  /// Whether the current token is a name that CPython takes for a soft keyword: a beginning of `match`, `case` or `_`.
  private var isSoftKeyword: Bool {
    kind == .name && ["match", "case", "_"].contains { $0.hasPrefix(text(of: token)) }
  }

  /// Whether an expression is the name of a statement of Python 2.
  private func isLegacyStatement(_ expression: Expression) -> Bool {
    guard case .name(let name) = expression.kind else { return false }
    return name == "print" || name == "exec"
  }

  mutating func diagnoseExpression() throws(Failure) {
    let isNameThenString = kind == .name && nextKind == .string
    if !isNameThenString, !isSoftKeyword {
      try diagnose { parser throws(Failure) in
        let first = try parser.disjunction()
        let second = try parser.undiagnosedExpression()
        if !parser.isLegacyStatement(first), parser.previous.level != 0 {
          throw parser.raise(
            "invalid syntax. Perhaps you forgot a comma?", at: Span(from: first.span, to: second.span))
        }
        parser.hasNeighbours = true
      }
    }
    try diagnose { parser throws(Failure) in
      let value = try parser.disjunction()
      try parser.expect(.ifStatement)
      let test = try parser.disjunction()
      if parser.kind != .else_, parser.kind != .colon {
        throw parser.raise(
          "expected 'else' after 'if' expression", at: Span(from: value.span, to: test.span))
      }
    }
    guard kind == .name, nextKind != .leftParenthesis else { return }
    try diagnose { parser throws(Failure) in
      let name = parser.text(of: parser.token)
      let start = parser.token.start
      parser.position += 1
      _ = try parser.starExpressions()
      if name == "print" || name == "exec" {
        throw parser.raise(
          "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?", at: parser.span(from: start))
      }
    }
  }

  /// An expression in which no mistakes are looked for.
  private mutating func undiagnosedExpression() throws(Failure) -> Expression {
    isDiagnosing = false
    isSuspended = true
    isLenient = true
    defer {
      isDiagnosing = true
      isSuspended = false
      isLenient = false
    }
    return try plainExpression()
  }

  /// CPython tries its rules for mistakes in dictionaries in the first pass too, and where such a rule has been tried the
  /// others are tried again.
  mutating func undiagnosedBraced() throws(Failure) -> Expression {
    let start = position
    do throws(Failure) {
      return try braced()
    } catch {
      guard case .mismatch = error else { throw error }
      position = start
      let wasLenient = isLenient
      isLenient = true
      defer { isLenient = wasLenient }
      try diagnoseDictionary()
      guard isSuspended, !hasNeighbours, retriedSets < 8 else { throw error }
      retriedSets += 1
      isDiagnosing = true
      defer { isDiagnosing = false }
      memo = [:]
      if let set = try diagnosedSet(from: list.tokens[start].start) { return set }
      throw error
    }
  }

  mutating func diagnoseNamedExpression() throws(Failure) {
    try diagnose { parser throws(Failure) in
      let target = try parser.expression()
      try parser.expect(.walrus)
      _ = try parser.expression()
      throw parser.raise(
        "cannot use assignment expressions with \(parser.describe(target))", at: target.span)
    }
    if kind == .name, nextKind == .assign {
      try diagnose { parser throws(Failure) in
        let start = parser.token.start
        parser.position += 2
        _ = try parser.bitwise()
        guard parser.kind != .assign, parser.kind != .walrus else { throw parser.mismatch() }
        throw parser.raise(
          "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", at: parser.span(from: start))
      }
    }
    if try startsWithDisplay() { return }
    try diagnose { parser throws(Failure) in
      let target = try parser.bitwise()
      try parser.expect(.assign)
      _ = try parser.bitwise()
      guard parser.kind != .assign, parser.kind != .walrus else { throw parser.mismatch() }
      throw parser.raise(
        "cannot assign to \(parser.describe(target)) here. Maybe you meant '==' instead of '='?", at: target.span)
    }
  }

  /// Whether a list, a tuple, a generator expression, `True`, `False` or `None` stands here.
  private mutating func startsWithDisplay() throws(Failure) -> Bool {
    switch kind {
    case .true_, .false_, .none_: return true
    case .leftParenthesis, .leftBracket: break
    default: return false
    }
    let start = position
    defer { position = start }
    guard let display = try attempt({ parser throws(Failure) in try parser.atom() }) else { return false }
    // A group's span leaves its brackets out.
    guard display.span.start == list.tokens[start].start else { return false }
    switch display.kind {
    case .list, .tuple: return true
    case .comprehension(let comprehension): return comprehension.kind == .generator
    default: return false
    }
  }

  /// `(*a)` and `(**a)`.
  mutating func diagnoseGroup() throws(Failure) {
    try diagnose { parser throws(Failure) in
      try parser.expect(.leftParenthesis)
      let mark = parser.token
      switch mark.kind {
      case .star:
        let starred = try parser.starredElement()
        try parser.expect(.rightParenthesis)
        throw parser.raise("cannot use starred expression here", at: starred.span, looksAhead: false)
      case .doubleStar:
        parser.position += 1
        _ = try parser.expression()
        try parser.expect(.rightParenthesis)
        throw parser.raise("cannot use double starred expression here", at: mark.span, looksAhead: false)
      default: throw parser.mismatch()
      }
    }
  }

  /// `*value`, where the value may be any expression.
  mutating func starredElement() throws(Failure) -> Expression {
    let start = token.start
    try expect(.star)
    let value = try expression()
    return Expression(.starred(value), span(from: start))
  }

  /// A comprehension of several elements without brackets, or of a starred one. At the opening bracket.
  mutating func diagnoseComprehension() throws(Failure) {
    let isParenthesis = kind == .leftParenthesis
    try diagnose { parser throws(Failure) in
      parser.position += 1
      let starred = try parser.starredElement()
      _ = try parser.comprehensionClauses()
      throw parser.raise("iterable unpacking cannot be used in comprehension", at: starred.span)
    }
    if isParenthesis { return }
    try diagnose { parser throws(Failure) in
      parser.position += 1
      let start = parser.token.start
      _ = try parser.starNamedExpression()
      try parser.expect(.comma)
      while parser.kind != .forLoop {
        _ = try parser.starNamedExpression()
        guard parser.take(.comma) else { break }
      }
      let span = parser.span(from: start)
      _ = try parser.comprehensionClauses()
      throw parser.raise("did you forget parentheses around the comprehension target?", at: span)
    }
  }

  /// The alternatives of a brace, one after the other, each with its mistakes. At the brace.
  mutating func diagnosedBraced() throws(Failure) -> Expression {
    let start = token.start
    if let dictionary = try attempt({ parser throws(Failure) in try parser.bracedItems(from: start) }) {
      return dictionary
    }
    try diagnoseDictionary()
    if let set = try diagnosedSet(from: start) { return set }
    let opening = position
    if let comprehension = try attempt({ parser throws(Failure) in
      parser.position += 1
      let (key, value) = try parser.pair()
      let clauses = try parser.comprehensionClauses()
      try parser.expect(.rightBrace)
      return parser.comprehension(.dict, key, value: value, clauses, from: start)
    }) {
      return comprehension
    }
    try diagnose { parser throws(Failure) in
      parser.position += 1
      let mark = parser.token
      try parser.expect(.doubleStar)
      _ = try parser.bitwise()
      _ = try parser.comprehensionClauses()
      try parser.expect(.rightBrace)
      throw parser.raise("dict unpacking cannot be used in dict comprehension", at: mark.span)
    }
    if let comprehension = try attempt({ parser throws(Failure) in
      parser.position += 1
      let element = try parser.namedExpression()
      let clauses = try parser.comprehensionClauses()
      try parser.expect(.rightBrace)
      return parser.comprehension(.set, element, clauses, from: start)
    }) {
      return comprehension
    }
    position = opening
    try diagnoseComprehension()
    throw mismatch()
  }

  private mutating func diagnosedSet(from start: Int32) throws(Failure) -> Expression? {
    try attempt { parser throws(Failure) in
      parser.position += 1
      var elements = [try parser.starNamedExpression()]
      while parser.take(.comma), parser.kind != .rightBrace { elements.append(try parser.starNamedExpression()) }
      try parser.expect(.rightBrace)
      return Expression(.set(elements), parser.span(from: start))
    }
  }

  private mutating func bracedItems(from start: Int32) throws(Failure) -> Expression {
    position += 1
    var items: [DictItem] = []
    while kind != .rightBrace {
      items.append(try dictionaryItem())
      guard take(.comma) else { break }
    }
    try expect(.rightBrace)
    return Expression(.dict(items), span(from: start))
  }

  private mutating func diagnoseDictionary() throws(Failure) {
    try diagnose { parser throws(Failure) in
      parser.position += 1
      _ = try parser.dictionaryItem()
      while true {
        try parser.expect(.comma)
        if try parser.attempt({ parser throws(Failure) in try parser.dictionaryItem() }) == nil { break }
      }
      let start = parser.position
      let key = try parser.expression()
      guard parser.kind == .colon else {
        throw parser.raise("':' expected after dictionary key", at: parser.lastColumn(of: key.span))
      }
      parser.position = start
      try parser.diagnoseDictionaryValue()
    }
    try diagnose { parser throws(Failure) in
      parser.position += 1
      try parser.diagnoseDictionaryValue()
    }
  }

  /// The column in which a key ends, on the line on which it begins, as CPython has it.
  private func lastColumn(of span: Span) -> Span {
    let first = source.lineStarts[source.line(at: Int(span.start)) - 1]
    let last = source.lineStarts[source.line(at: Int(span.end)) - 1]
    let end = first + Int(span.end) - last
    return Span(max(first, end - 1), end)
  }

  private mutating func diagnoseDictionaryValue() throws(Failure) {
    _ = try expression()
    let colon = token
    try expect(.colon)
    switch kind {
    case .star:
      let mark = token
      position += 1
      _ = try bitwise()
      throw raise("cannot use a starred expression in a dictionary value", at: mark.span)
    case .rightBrace, .comma:
      throw raise("expression expected after dictionary key and ':'", at: colon.span)
    default: throw mismatch()
    }
  }
}
