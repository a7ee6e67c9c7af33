import Cells
import Markup

/// A part of a formula and how it stands to its neighbours.
struct FormulaPart {
  enum Kind: Equatable {
    case letter, number
    /// A letter with scripts, a root.
    case scripted
    /// Between brackets of its own.
    case fenced
    /// What stands in braces and is more than a word.
    case group
    case fraction
    case function
    case large
    case binary, relation, punctuation, open, close, slash
    /// Signs without blanks round them.
    case other
    case text
    case unknown
    case space(Int)
  }

  var box: FormulaBox
  var kind: Kind

  init(_ box: FormulaBox, _ kind: Kind) {
    self.box = box
    self.kind = kind
  }

  init(_ text: String, _ kind: Kind) { self.init(FormulaBox(text), kind) }
}

/// What TeX's signs are.
enum SignTable {
  static let kinds: [String: FormulaPart.Kind] = [
    "mathrel": .relation, "mathbin": .binary, "mathop": .large, "mathopen": .open, "mathclose": .close,
  ]

  private static let relations: Set<String> = Set(
    "= < > ≤ ≥ ⩽ ⩾ ≠ ≡ ≈ ∼ ≃ ≅ ∝ ≪ ≫ ≐ ≔ ≜ ∈ ∉ ∋ ⊂ ⊆ ⊃ ⊇ ∣ ∥ ⊥ → ← ↔ ⇒ ⇐ ⇔ ⟹ ⟺ ↦ ⟶ ⟵ ↪ ⇀ ∴ ∵".split(separator: " ")
      .map(String.init))
  private static let operators: Set<String> = Set(
    "+ − × ⋅ ÷ ± ∓ ∗ ⋆ ∘ ∙ ⊙ ⊕ ⊖ ⊗ ⊘ † ∪ ∩ ∖ ∧ ∨".split(separator: " ").map(String.init))

  static func isInfix(_ sign: String) -> Bool { relations.contains(sign) || operators.contains(sign) }

  static func kind(of sign: String) -> FormulaPart.Kind {
    switch sign {
    case "(", "[", "{", "⌊", "⌈", "⟨": .open
    case ")", "]", "}", "⌋", "⌉", "⟩", "!": .close
    case "/": .slash
    case ",", ";", ":": .punctuation
    case _ where relations.contains(sign): .relation
    case _ where operators.contains(sign): .binary
    default: .other
    }
  }
}

/// Sets parts of a formula side by side.
struct FormulaLine {
  private let isScript: Bool
  private let isContinued: Bool
  private var parts: [(part: FormulaPart, hasBlank: Bool, space: Int)] = []
  private var hasBlank = false
  private var space = 0

  init(isScript: Bool, isContinued: Bool) {
    self.isScript = isScript
    self.isContinued = isContinued
  }

  mutating func add(_ node: TeXNode, _ writer: FormulaWriter) {
    if node == .blank {
      hasBlank = true
      return
    }
    guard var part = writer.part(node) else { return }
    if case .space(let width) = part.kind {
      space = max(space, width)
      return
    }
    let before = parts.last?.part
    if part.kind == .binary, isUnary(after: before?.kind) { part.kind = .other }
    // `:=` and `+=` are one sign.
    if let before, !hasBlank, part.box == FormulaBox("="), before.box == FormulaBox(":") || before.kind == .binary {
      parts[parts.count - 1].part = FormulaPart(before.box.with("="), .relation)
    } else {
      parts.append((part, hasBlank, space))
    }
    (hasBlank, space) = (false, 0)
  }

  private func isUnary(after before: FormulaPart.Kind?) -> Bool {
    switch before {
    case nil: !isContinued
    case .binary, .relation, .punctuation, .open, .large, .function, .slash: true
    default: false
    }
  }

  func box() -> FormulaBox {
    var box = FormulaBox.empty
    for (index, (part, hasBlank, space)) in parts.enumerated() {
      var part = part
      if part.kind == .fraction, isFactor(index) {
        part.box = part.box.fenced("(", ")")
        part.kind = .fenced
      }
      var gap = index == 0 ? 0 : self.gap(parts[index - 1].part, part, hasBlank)
      gap = max(gap, space)
      if index == 0, space < FormulaWriter.quad.utf8.count { gap = 0 }
      box.append(part.box, gap: gap)
    }
    return box
  }

  /// Whether a fraction stands beside something that it is multiplied with.
  private func isFactor(_ index: Int) -> Bool {
    if isScript { return false }
    let before =
      index > 0
      && [.letter, .number, .scripted, .fenced, .fraction, .close, .group].contains(parts[index - 1].part.kind)
    let after =
      index + 1 < parts.count
      && [.letter, .number, .scripted, .fenced, .fraction, .open, .group, .large, .function].contains(
        parts[index + 1].part.kind)
    return before || after
  }

  private func gap(_ left: FormulaPart, _ right: FormulaPart, _ hasBlank: Bool) -> Int {
    if left.kind == .text || right.kind == .text {
      let touches = left.box.text.last == " " || right.box.text.first == " "
      return touches ? 0 : hasBlank || [left.kind, right.kind].contains(.relation) ? 1 : 0
    }
    if left.kind == .unknown, right.kind == .open { return 0 }
    if left.kind == .unknown || right.kind == .unknown { return 1 }
    if isScript { return 0 }
    switch (left.kind, right.kind) {
    case (.relation, .relation), (.open, _), (_, .close), (_, .punctuation), (.slash, _), (_, .slash): return 0
    case (.relation, _), (_, .relation), (.binary, _), (_, .binary), (.punctuation, _), (.large, _): return 1
    case (.function, .open), (.function, .fenced): return 0
    case (.function, _), (_, .function), (_, .large): return left.kind == .other ? 0 : 1
    case (.fenced, .fenced), (.fenced, .letter), (.fenced, .scripted): return 1
    case (.number, .letter), (.number, .scripted): return 0
    case (_, .open), (_, .fenced): return hasBlank && left.kind != .other ? 1 : 0
    case (.scripted, .letter), (.scripted, .number), (.scripted, .scripted), (.scripted, .fraction): return 1
    default: return hasBlank ? 1 : 0
    }
  }
}
