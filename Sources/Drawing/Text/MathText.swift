/// Splits a text into pieces: what stands between dollars is a formula in TeX's signs, as far as one line can show it.
struct MathText {
  private(set) var pieces: [TextLine.Piece] = []
  private var input: ArraySlice<Unicode.Scalar>
  private var x = 0.0
  private let isBold: Bool
  private let isSlanted: Bool

  private struct Form {
    var scale = 1.0
    var rise = 0.0
    /// Letters of formulas are slanted, digits are not.
    var slantsLetters = true
    var isBold = false
  }

  init(_ text: String, isBold: Bool = false, isSlanted: Bool = false) {
    input = Array(text.unicodeScalars)[...]
    self.isBold = isBold
    self.isSlanted = isSlanted
    // As in matplotlib: an odd dollar is a dollar.
    let dollars = input.indices.count { input[$0] == "$" && ($0 == 0 || input[$0 - 1] != "\\") }
    let hasFormulas = dollars > 0 && dollars % 2 == 0
    var plain: [Unicode.Scalar] = []
    while let scalar = input.popFirst() {
      if hasFormulas, scalar == "$" {
        addPlain(&plain)
        readFormula(until: "$", Form(isBold: isBold))
      } else if scalar == "\\", input.first == "$" {
        plain.append("$")
        input.removeFirst()
      } else {
        plain.append(scalar)
      }
    }
    addPlain(&plain)
  }

  /// Of the font's size.
  var width: Double { x }

  private mutating func addPlain(_ scalars: inout [Unicode.Scalar]) {
    add(scalars, Form(slantsLetters: false, isBold: isBold), isSlanted: isSlanted)
    scalars = []
  }

  private mutating func add(_ scalars: [Unicode.Scalar], _ form: Form, isSlanted: Bool) {
    // Small figures that stand for scripts have no glyphs of their own.
    for run in ScriptDigits.runs(scalars) {
      var piece = TextLine.Piece(scalars: run.scalars)
      piece.scale = form.scale * (run.level == 0 ? 1 : 0.7)
      piece.rise = form.rise + form.scale * (run.level > 0 ? 0.36 : run.level < 0 ? -0.16 : 0)
      (piece.isSlanted, piece.isBold, piece.x) = (isSlanted, form.isBold, x)
      if piece.scalars.isEmpty { continue }
      x += piece.width
      pieces.append(piece)
    }
  }

  private mutating func readFormula(until end: Unicode.Scalar, _ form: Form) {
    while let scalar = input.popFirst() {
      if scalar == end { return }
      readAtom(scalar, form)
    }
  }

  private mutating func readAtom(_ scalar: Unicode.Scalar, _ form: Form) {
    switch scalar {
    case "^", "_": readScript(isAbove: scalar == "^", form)
    case "{": readFormula(until: "}", form)
    case "}", "~", " ": if scalar == "~" { x += 0.3 * form.scale }
    case "\\": readCommand(form)
    case "-": addSign("\u{2212}", form)
    case "'": add(["'"], form, isSlanted: false)
    default: addSign(scalar, form)
    }
  }

  /// Signs of relations and operations stand apart from what is beside them.
  private mutating func addSign(_ scalar: Unicode.Scalar, _ form: Form) {
    let isOperator = form.scale == 1 && MathText.spaced.contains(scalar) && x > 0
    if isOperator { x += 0.18 }
    add(
      [scalar], form,
      isSlanted: form.slantsLetters && scalar.properties.isAlphabetic && !scalar.properties.isUppercase
        || form.slantsLetters && scalar.isASCII && scalar.properties.isAlphabetic)
    if isOperator { x += 0.18 }
  }

  private static let spaced: Set<Unicode.Scalar> = [
    "=", "+", "<", ">", "≤", "≥", "≠", "≈", "×", "±", "→", "∈", "∼", "∝",
  ]

  /// One sign, a command or a group.
  private mutating func readScript(isAbove: Bool, _ form: Form) {
    var inner = form
    inner.scale *= 0.7
    inner.rise += form.scale * (isAbove ? 0.36 : -0.16)
    let start = x
    while input.first == " " { input.removeFirst() }
    if let scalar = input.popFirst() { readAtom(scalar, inner) }
    // An index and a power of the same thing stand one above the other.
    guard let next = input.first, next == "^" || next == "_", (next == "^") != isAbove else { return }
    input.removeFirst()
    let end = x
    x = start
    var other = form
    other.scale *= 0.7
    other.rise += form.scale * (isAbove ? -0.16 : 0.36)
    if let scalar = input.popFirst() { readAtom(scalar, other) }
    x = max(x, end)
  }

  private mutating func readCommand(_ form: Form) {
    guard let first = input.popFirst() else { return }
    guard first.properties.isAlphabetic else {
      if let space = MathText.spaces[String(first)] {
        x += space * form.scale
      } else {
        add([first], form, isSlanted: false)
      }
      return
    }
    var name = String(first)
    while let next = input.first, next.isASCII, next.properties.isAlphabetic {
      name.unicodeScalars.append(next)
      input.removeFirst()
    }
    if let sign = MathText.signs[name] {
      let isLetter = name != "infty" && sign.properties.isLowercase
      if isLetter { add([sign], form, isSlanted: form.slantsLetters) } else { addSign(sign, form) }
    } else if let space = MathText.spaces[name] {
      x += space * form.scale
    } else if ["mathrm", "text", "textrm", "mathbf", "mathsf", "mathtt", "operatorname", "mathregular"].contains(name) {
      var inner = form
      inner.slantsLetters = false
      if name == "mathbf" { inner.isBold = true }
      readGroup(inner)
    } else if name == "frac" || name == "dfrac" {
      readGroup(form)
      add(["/"], form, isSlanted: false)
      readGroup(form)
    } else if name == "sqrt" {
      add(["√"], form, isSlanted: false)
      readGroup(form)
    } else if let accent = MathText.accents[name] {
      let start = x
      readGroup(form)
      let (end, width) = (x, StrokeFont.glyph(accent).width / 100 * form.scale)
      x = (start + end - width) / 2 + 0.04
      add([accent], form, isSlanted: false)
      x = end
    } else if ["mathit", "mathcal", "mathbb", "mathfrak"].contains(name) {
      readGroup(form)
    } else if !["left", "right", "displaystyle", "big", "Big"].contains(name) {
      // Names of functions stand upright: \log, \sin.
      var inner = form
      inner.slantsLetters = false
      add(Array(name.unicodeScalars), inner, isSlanted: false)
    }
  }

  private mutating func readGroup(_ form: Form) {
    while input.first == " " { input.removeFirst() }
    if let scalar = input.popFirst() { readAtom(scalar, form) }
  }

  private static let spaces: [String: Double] = [
    ",": 0.17, ":": 0.22, ";": 0.28, " ": 0.33, "!": -0.17, "quad": 1, "qquad": 2, "space": 0.33,
  ]
  private static let accents: [String: Unicode.Scalar] = [
    "hat": "ˆ", "widehat": "ˆ", "tilde": "˜", "widetilde": "˜", "ddot": "¨", "acute": "´", "grave": "`", "breve": "˘",
    "check": "ˇ",
  ]
  private static let signs: [String: Unicode.Scalar] = {
    var signs: [String: Unicode.Scalar] = [:]
    let words = table.split(whereSeparator: \.isWhitespace)
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      signs[String(words[index])] = words[index + 1].unicodeScalars.first
    }
    return signs
  }()

  private static let table = """
    alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
    nu ν xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi ϕ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ
    Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω times × cdot · pm ± div ÷ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈
    equiv ≡ sim ∼ propto ∝ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ in ∈ rightarrow → to → leftarrow ← uparrow ↑
    downarrow ↓ degree ° circ ° bullet • ldots … dots … cdots … prime ' ast * star * langle ⟨ rangle ⟩ mid | vert | Vert ‖
    """
}

/// Figures like ² and ₁, as figures of a level.
enum ScriptDigits {
  private static let above = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ".unicodeScalars)
  private static let below = Array("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎".unicodeScalars)
  private static let plain = Array("0123456789+\u{2212}=()n".unicodeScalars)

  /// Runs of signs on the line, above it (1) and below it (-1).
  static func runs(_ scalars: [Unicode.Scalar]) -> [(scalars: [Unicode.Scalar], level: Int)] {
    var runs: [(scalars: [Unicode.Scalar], level: Int)] = []
    for scalar in scalars {
      var (sign, level) = (scalar, 0)
      if !scalar.isASCII {
        if let index = above.firstIndex(of: scalar) { (sign, level) = (plain[index], 1) }
        if let index = below.firstIndex(of: scalar) { (sign, level) = (plain[index], -1) }
      }
      if runs.last?.level == level {
        runs[runs.count - 1].scalars.append(sign)
      } else {
        runs.append(([sign], level))
      }
    }
    return runs
  }
}
