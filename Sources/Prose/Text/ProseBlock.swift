import Markup

/// A part of prose that has lines of its own.
indirect enum ProseBlock: Equatable {
  /// - Parameter isLoose: blank lines stand round it.
  case paragraph([Inline], isLoose: Bool)
  case heading(Int, [Inline])
  case code(String, language: String)
  case list([[ProseBlock]], start: Int?)
  case quotation([ProseBlock])
  case indented([ProseBlock])
  case table(ProseTable)
  case formula(Formula)
  case rule
}

struct ProseTable: Equatable {
  enum Alignment {
    case left, centre, right
  }

  struct Cell: Equatable {
    var blocks: [ProseBlock] = []
    var isHeader = false
    var alignment = Alignment.left
  }

  var rows: [[Cell]] = []
}
