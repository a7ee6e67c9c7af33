/// A lexical element: what it is and where it stands.
struct Token {
  enum Kind: UInt8 {
    case end, newline, indent, dedent
    /// Where the lexer stopped; `TokenList.problem` says why.
    case problem
    /// An IPython command, up to the end of its line (a cell magic: of the cell).
    case magic
    /// An ASCII character that Python has no use for: `$`, `?`, `!`, a back-quote.
    case unknown
    case name, integer, real, imaginary, string

    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, colon, semicolon, dot, ellipsis, arrow, assign, walrus
    case plus, minus, star, slash, doubleSlash, percent, at, doubleStar
    case leftShift, rightShift, ampersand, bar, caret, tilde
    case equal, notEqual, less, lessEqual, greater, greaterEqual
    /// `<>`, which Python reads only to refuse it.
    case lessGreater

    case plusAssign, minusAssign, starAssign, slashAssign, doubleSlashAssign, percentAssign, atAssign
    case doubleStarAssign, leftShiftAssign, rightShiftAssign, ampersandAssign, barAssign, caretAssign

    // Keywords have an underscore behind them, as in the syntax tree.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case false_, none_, true_, and_, as_, assert_, async_, await_, breakLoop, classDefinition, continueLoop, def_, del_,
      elif_, else_
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case except_, finally_, forLoop, from_, global_, ifStatement, importModules, isIn, isSame, lambda_, nonlocal_, not_,
      or_, pass_, raise_
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case returnStatement, tryStatement, whileLoop, with_, yield_
  }

  let kind: Kind
  /// How many brackets are open behind this token.
  let level: UInt8
  let start: Int32
  let end: Int32

  var span: Span { Span(Int(start), Int(end)) }
}

extension Token.Kind {
  /// The operator of an augmented assignment.
  var augmentedOperator: BinaryOperator? {
    switch self {
    case .plusAssign: .add
    case .minusAssign: .subtract
    case .starAssign: .multiply
    case .slashAssign: .divide
    case .doubleSlashAssign: .floorDivide
    case .percentAssign: .modulo
    case .atAssign: .matrixMultiply
    case .doubleStarAssign: .power
    case .leftShiftAssign: .leftShift
    case .rightShiftAssign: .rightShift
    case .ampersandAssign: .bitAnd
    case .barAssign: .bitOr
    case .caretAssign: .bitXor
    default: nil
    }
  }

  /// A binary operator below the comparisons, with its precedence; a higher one binds tighter.
  var binaryOperator: (BinaryOperator, precedence: Int)? {
    switch self {
    case .bar: (.bitOr, 1)
    case .caret: (.bitXor, 2)
    case .ampersand: (.bitAnd, 3)
    case .leftShift: (.leftShift, 4)
    case .rightShift: (.rightShift, 4)
    case .plus: (.add, 5)
    case .minus: (.subtract, 5)
    case .star: (.multiply, 6)
    case .slash: (.divide, 6)
    case .doubleSlash: (.floorDivide, 6)
    case .percent: (.modulo, 6)
    case .at: (.matrixMultiply, 6)
    default: nil
    }
  }
}

/// Finds keywords by the bytes of a word, in a small open hash table.
struct KeywordTable {
  static let shared = KeywordTable()

  private var words = [UInt64](repeating: 0, count: 256)
  private var kinds = [Token.Kind](repeating: .name, count: 256)

  private init() {
    for (text, kind) in Self.keywords {
      let word = text.utf8.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
      var slot = Self.slot(of: word)
      while words[slot] != 0 { slot = (slot + 1) & 255 }
      words[slot] = word
      kinds[slot] = kind
    }
  }

  private static let keywords: [(String, Token.Kind)] = [
    ("False", .false_), ("None", .none_), ("True", .true_), ("and", .and_), ("as", .as_), ("assert", .assert_),
    ("async", .async_), ("await", .await_), ("break", .breakLoop), ("class", .classDefinition),
    ("continue", .continueLoop),
    ("def", .def_), ("del", .del_), ("elif", .elif_), ("else", .else_), ("except", .except_),
    ("finally", .finally_), ("for", .forLoop), ("from", .from_), ("global", .global_), ("if", .ifStatement),
    ("import", .importModules), ("in", .isIn), ("is", .isSame), ("lambda", .lambda_), ("nonlocal", .nonlocal_),
    ("not", .not_), ("or", .or_), ("pass", .pass_), ("raise", .raise_), ("return", .returnStatement),
    ("try", .tryStatement),
    ("while", .whileLoop), ("with", .with_), ("yield", .yield_),
  ]

  static var names: [String] { keywords.map(\.0) }

  private static func slot(of word: UInt64) -> Int { Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 56) }

  /// The kind of a word of at most eight bytes, packed with its first byte highest.
  func kind(of word: UInt64) -> Token.Kind {
    var slot = Self.slot(of: word)
    while words[slot] != 0 {
      if words[slot] == word { return kinds[slot] }
      slot = (slot + 1) & 255
    }
    return .name
  }
}
