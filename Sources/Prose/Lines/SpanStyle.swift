import Cells
import Markup

/// How a piece of a line looks, without saying in which colours.
package struct SpanStyle: Equatable, Sendable {
  package enum Role: Equatable, Sendable {
    case text
    case heading(Int)
    /// Code in prose that has no colours of its own.
    case code
    case syntax(SyntaxRole)
    case formula
    case link
    /// Where a link leads.
    case address
    case picture
    /// Rules, bullets, frames, marks of folded lines: what is not the author's.
    case mark
    case lineNumber
    /// `Out`
    case outputMark
    case standardError
    case error
    case state(Tone)
    /// What a program coloured itself.
    case terminal(TerminalStyle)
  }

  /// What a state means for the reader.
  package enum Tone: Sendable {
    case quiet, good, warning, bad
  }

  package var role: Role
  package var isBold = false
  package var isItalic = false
  package var isUnderlined = false
  package var isStruck = false

  package init(_ role: Role = .text) { self.role = role }

  package static let text = SpanStyle()
  package static let mark = SpanStyle(.mark)
}
