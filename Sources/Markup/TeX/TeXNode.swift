/// A formula, or a part of one.
package indirect enum TeXNode: Equatable, Sendable {
  /// What stands in braces, or as one argument.
  case row([TeXNode])
  /// A blank that the author wrote between two parts. TeX sees none.
  case blank
  case letter(String, isUpright: Bool)
  case number(String)
  case sign(String)
  /// `∑` and its like. Scripts of those that take limits stand over and under them where there is room.
  case largeSign(String, takesLimits: Bool)
  case bracket(String)
  /// A bracket of a size that the author set, in units of the font's size.
  case sizedBracket(String, size: String)
  /// Letters or digits of another alphabet.
  case letters(String, MathSymbols.Alphabet)
  /// `max`, `log`, and what `\operatorname` names.
  case name(String, Name)
  /// In units of the font's size.
  case space(String)
  case text(String)
  /// A mark over a part.
  case accent(TeXNode, mark: String, isWide: Bool)
  case fraction(TeXNode, TeXNode)
  case binomial(TeXNode, TeXNode)
  case root(TeXNode, index: String?)
  /// A part that counts as a relation, an operator and so on.
  case classed(TeXNode, command: String)
  /// Brackets as tall as what they hold; an empty one is not seen.
  case fenced(open: String, TeXNode, close: String)
  case table([[TeXNode]], environment: String)
  case underlined(TeXNode)
  case braced(TeXNode, isOver: Bool)
  /// A part with a smaller one over or under it.
  case stacked(TeXNode, mark: TeXNode, isOver: Bool)
  case scripts(TeXNode, lower: TeXNode?, upper: TeXNode?, primes: Int, takesLimits: Bool)
  /// A command that this program does not know, with its groups, as written.
  case unknown(String)

  package enum Name: Sendable {
    case limit, function, operatorName, limitOperatorName
  }

  /// What stands in a row, without braces.
  package var items: [TeXNode] {
    if case .row(let items) = self { items } else { [self] }
  }

  /// Whether scripts stand over and under it unless the author says otherwise.
  var takesLimits: Bool {
    switch self {
    case .largeSign(_, let takesLimits): takesLimits
    case .name(_, let name): name == .limit || name == .limitOperatorName
    case .classed(_, let command): command == "mathop"
    case .braced: true
    default: false
    }
  }
}

/// A whole formula.
package struct TeXFormula: Equatable, Sendable {
  /// Rows between `\\`, cells between `&`.
  package var rows: [[TeXNode]]
  /// Its number, without brackets.
  package var tag: String?

  package struct Malformed: Error {}

  /// - Throws: where braces, brackets or scripts do not match.
  package init(_ tex: String) throws(Malformed) {
    var reader = TeXReader(tex)
    self = try reader.formula()
  }

  init(rows: [[TeXNode]], tag: String?) {
    self.rows = rows
    self.tag = tag
  }
}
