/// A source cut into the pieces that a traceback shows around a line: simple statements, the headers of compound ones,
/// and what stands between them, as IPython's `stack_data` cuts them.
struct SourcePieces {
  /// Ranges of 1-based lines, in order, without blank lines at their ends.
  private let pieces: [Range<Int>]
  /// Functions and classes: the lines of each and the offsets of its body.
  private let scopes: [(lines: Range<Int>, body: Span)]

  /// - Returns: `nil` where the source does not parse.
  init?(_ source: Source) {
    guard let module = try? Parser.parse(source, mode: source.isCell ? .cell : .file) else { return nil }
    let cutter = PieceCutter(source)
    let raw = cutter.pieces(of: module.body, from: 1, to: source.lineStarts.count + 1)
    pieces = SourcePieces.cleaned(raw, source)
    scopes = cutter.scopes(of: module.body)
  }

  /// The pieces to show around a place and the one that holds it, all in the function or class that it stands in.
  ///
  /// - Parameter context: how many before and after it.
  func around(line: Int, offset: Int, context: Int) -> (shown: [Range<Int>], running: Range<Int>)? {
    let scope = scopes.last { $0.body.start <= offset && offset < $0.body.end }
    let candidates = scope.map { scope in pieces.filter { scope.lines.contains($0) } } ?? pieces
    guard let index = candidates.firstIndex(where: { $0.contains(line) }) else { return nil }
    let first = max(0, index - context)
    let last = min(candidates.count - 1, index + context)
    return (Array(candidates[first...last]), candidates[index])
  }

  /// Joins statements that share a line, and drops blank lines at the ends.
  private static func cleaned(_ raw: [Range<Int>], _ source: Source) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for piece in raw where !piece.isEmpty {
      if let last = joined.last, piece.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, piece.upperBound)
      } else {
        joined.append(piece)
      }
    }
    return joined.compactMap { piece in
      let filled = piece.filter { !source.lineText($0).trimmed.isEmpty }
      guard let first = filled.first, let last = filled.last else { return nil }
      return first..<last + 1
    }
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

private struct PieceCutter {
  let source: Source

  init(_ source: Source) { self.source = source }

  private func lines(_ span: Span) -> Range<Int> {
    source.line(at: Int(span.start))..<source.line(at: max(Int(span.end) - 1, Int(span.start))) + 1
  }

  private func lines(_ statement: Statement) -> Range<Int> {
    let own = lines(statement.span)
    let decorators = statement.decorators.map { lines($0.span).lowerBound }
    return (decorators + [own.lowerBound]).reduce(own.lowerBound, min)..<own.upperBound
  }

  /// The pieces of a block that reaches from one line to another, statements and gaps.
  func pieces(of block: [Statement], from start: Int, to end: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var position = start
    for statement in block {
      let range = lines(statement)
      for piece in pieces(of: statement, range) {
        if position < piece.lowerBound { result.append(position..<piece.lowerBound) }
        result.append(piece)
        position = piece.upperBound
      }
    }
    if position < end { result.append(position..<end) }
    return result
  }

  private func pieces(of statement: Statement, _ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var position = range.lowerBound
    for inner in statement.blocks.joined() {
      for piece in pieces(of: inner, lines(inner)) {
        if position < piece.lowerBound { result.append(position..<piece.lowerBound) }
        result.append(piece)
        position = piece.upperBound
      }
    }
    if position < range.upperBound { result.append(position..<range.upperBound) }
    return result
  }

  /// Outer ones before inner ones.
  func scopes(of block: [Statement]) -> [(lines: Range<Int>, body: Span)] {
    block.flatMap { statement -> [(lines: Range<Int>, body: Span)] in
      let inner = statement.blocks.flatMap { scopes(of: $0) }
      guard statement.isScope, let first = statement.blocks.first?.first, let last = statement.blocks.first?.last
      else { return inner }
      return [(lines(statement), Span(from: first.span, to: last.span))] + inner
    }
  }
}

extension Statement {
  var decorators: [Expression] {
    switch kind {
    case .function(let function): function.decorators
    case .classDefinition(let definition): definition.decorators
    default: []
    }
  }

  fileprivate var isScope: Bool {
    switch kind {
    case .function, .classDefinition: true
    default: false
    }
  }

  /// The blocks of a compound statement, in the order of the source.
  var blocks: [[Statement]] {
    switch kind {
    case .ifStatement(_, let body, let otherwise), .whileLoop(_, let body, let otherwise),
      .forLoop(_, _, let body, let otherwise):
      [body, otherwise]
    case .function(let function): [function.body]
    case .classDefinition(let definition): [definition.body]
    case .tryStatement(let body, let handlers, let otherwise, let final):
      [body] + handlers.map(\.body) + [otherwise, final]
    case .with(_, let body): [body]
    default: []
    }
  }
}
