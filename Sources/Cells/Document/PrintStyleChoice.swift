import Arrays

/// How a notebook says, or leaves open, which of NumPy's print styles its outputs have.
package enum PrintStyleChoice: Sendable, Hashable, CaseIterable {
  case fixed(PrintStyle)
  /// The style of the recorded outputs.
  case auto

  package static var allCases: [PrintStyleChoice] { PrintStyle.allCases.map { .fixed($0) } + [.auto] }

  /// As written in front matters and on the command line.
  package var name: String {
    switch self {
    case .fixed(let style): style.rawValue
    case .auto: "auto"
    }
  }

  /// For messages: `numpy-1.26, numpy-1.13 or auto`.
  package static var names: String {
    allCases.dropLast().map(\.name).joined(separator: ", ") + " or " + auto.name
  }

  package init?(_ name: String) {
    guard let choice = PrintStyleChoice.allCases.first(where: { $0.name == name }) else { return nil }
    self = choice
  }
}

/// The print style of a run, and why it is this one.
package struct PrintStyleDecision: Sendable, Equatable {
  package let style: PrintStyle
  /// What speaks for it in the recorded outputs, in words; `nil` where the style was asked for.
  package let reason: String?
  /// Whose behaviour goes with it where versions of Python and NumPy differ.
  package let vintage: Vintage

  /// - Parameter vintage: the style's own where it is `nil`.
  package init(style: PrintStyle, reason: String?, vintage: Vintage? = nil) {
    self.style = style
    self.reason = reason
    self.vintage = vintage ?? Vintage(of: style)
  }

  /// `numpy-1.13 (auto: 3 arrays and 2 numbers are printed in this style)`, for reports.
  package var text: String { style.rawValue + (reason.map { " (auto: \($0))" } ?? "") }

  /// Without recorded numbers that tell the styles apart it is NumPy 1.26's.
  ///
  /// - Parameter pythonVersion: what the notebook says of its kernel, such as `3.7.6`.
  package init(_ choice: PrintStyleChoice, for cells: [Cell], pythonVersion: String? = nil) {
    switch choice {
    case .fixed(let style): self.init(style: style, reason: nil)
    case .auto:
      var evidence = PrintStyleEvidence()
      for output in cells.flatMap(\.recorded) where output.kind == .output || output.kind == .value {
        evidence.add(output.text)
      }
      let decision = evidence.decision
      self.init(
        style: decision.style, reason: decision.reason,
        vintage: Vintage(of: cells, style: decision.style, pythonVersion: pythonVersion))
    }
  }
}

/// Counts what in printed texts shows the style of their NumPy.
///
/// Up to 1.13 every float in an array has a place for its sign, so that `[ 0.5  0.5]` has two blanks where later ones
/// have one, and scalars have 12 digits at most. Arrays with a negative number tell nothing, nor do arrays of integers.
struct PrintStyleEvidence {
  private struct Count {
    var arrays = 0
    var numbers = 0

    var total: Int { arrays + numbers }

    var words: String {
      let parts = [(arrays, "array"), (numbers, "number")].filter { $0.0 > 0 }.map {
        "\($0) \($1)\($0 == 1 ? "" : "s")"
      }
      return parts.joined(separator: " and ") + (total == 1 ? " is" : " are")
    }
  }

  private var old = Count()
  private var new = Count()

  var decision: PrintStyleDecision {
    let isOld = old.total > new.total
    let winner = isOld ? old : new
    let reason =
      winner.total == 0
      ? "no recorded number tells the styles apart" : "\(winner.words) printed in this style"
    return PrintStyleDecision(style: isOld ? .numpy113 : .numpy126, reason: reason)
  }

  mutating func add(_ text: String) {
    var array: [OutputToken] = []
    var depth = 0
    var isRepr = false
    let tokens = OutputToken.all(of: text)
    for (index, token) in tokens.enumerated() {
      if depth == 0 { isRepr = index > 1 && tokens[index - 1].text == "(" && tokens[index - 2].text == "array" }
      if token.kind == .mark, token.text == "[" { depth += 1 }
      if depth > 0 {
        array.append(token)
      } else if token.kind == .number {
        addScalar(token.text)
      }
      if token.kind == .mark, token.text == "]", depth > 0 {
        depth -= 1
        if depth == 0 {
          addArray(array, isRepr: isRepr)
          array = []
        }
      }
    }
  }

  /// Eleven or twelve digits: few shortest texts of a float64 are so short, and NumPy 1.13 wrote no more.
  private mutating func addScalar(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return }
    let mantissa = text.prefix { $0 != "e" }.filter { $0.isNumber }.drop { $0 == "0" }
    switch mantissa.count {
    case 11...12: old.numbers += 1
    case 15...17: new.numbers += 1
    default: break
    }
  }

  /// - Parameter isRepr: `array([...])`, whose numbers have commas between them as those of lists have.
  private mutating func addArray(_ tokens: [OutputToken], isRepr: Bool) {
    let isTold = tokens.allSatisfy { token in
      switch token.kind {
      case .number: token.text.utf8.first != UInt8(ascii: "-")
      case .mark: token.text == "[" || token.text == "]" || isRepr && token.text == ","
      case .blank, .lineEnd: true
      case .word: false
      }
    }
    guard isTold else { return }
    var isFloat = false
    var hasCloseNumber = false
    var hasNumber = false
    for (index, token) in tokens.enumerated() where token.kind == .number && index > 0 {
      if token.text.utf8.contains(UInt8(ascii: ".")) { isFloat = true }
      hasNumber = true
      let before = tokens[index - 1]
      let followsBracket = before.kind == .mark || index > 1 && before.kind == .blank && tokens[index - 2].text == "["
      let blanks = before.kind == .blank ? before.text.utf8.count : 0
      if before.kind == .mark || before.kind == .blank && !followsBracket && blanks < 2 && !startsLine(tokens, index) {
        hasCloseNumber = true
      }
    }
    guard hasNumber, isFloat else { return }
    if hasCloseNumber { new.arrays += 1 } else { old.arrays += 1 }
  }

  private func startsLine(_ tokens: [OutputToken], _ index: Int) -> Bool {
    index > 1 && tokens[index - 2].kind == .lineEnd
  }
}
