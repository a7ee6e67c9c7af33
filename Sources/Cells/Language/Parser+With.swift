/// `with`, with and without brackets round its items.
extension Parser {
  mutating func withStatement() throws(Failure) -> Statement {
    let header = token
    position += 1
    var items: [WithItem]?
    if kind == .leftParenthesis {
      items = try attempt { parser throws(Failure) in
        parser.position += 1
        var items: [WithItem] = []
        repeat {
          if !items.isEmpty, parser.kind == .rightParenthesis { break }
          items.append(try parser.withItem())
        } while parser.take(.comma)
        try parser.expect(.rightParenthesis)
        guard parser.kind == .colon || parser.isDiagnosing && parser.kind == .newline else { throw parser.mismatch() }
        return items
      }
    }
    if items == nil {
      var plain: [WithItem] = []
      repeat { plain.append(try withItem()) } while take(.comma)
      items = plain
    }
    try headerColon()
    let body = try block(of: header, "'with' statement")
    return Statement(.with(items ?? [], body), blockSpan(from: header.start))
  }

  private mutating func withItem() throws(Failure) -> WithItem {
    let context = try expression()
    guard take(.as_) else { return WithItem(context: context, target: nil) }
    let start = position
    let target = try attempt { parser throws(Failure) in
      let target = try parser.starTarget()
      switch parser.kind {
      case .comma, .rightParenthesis, .colon: return target
      case .newline where parser.isDiagnosing: return target
      default: throw parser.mismatch()
      }
    }
    if let target { return WithItem(context: context, target: target) }
    if isDiagnosing {
      position = start
      try diagnose { parser throws(Failure) in
        let target = try parser.expression()
        switch parser.kind {
        case .comma, .rightParenthesis, .colon: try parser.raiseInvalidTarget(in: target, .assign)
        default: throw parser.mismatch()
        }
      }
    }
    throw mismatch()
  }
}
