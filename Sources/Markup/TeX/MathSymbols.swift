/// TeX's names of what formulas are made of.
package enum MathSymbols {
  private static func pairs(_ text: String) -> [String: String] {
    let words = text.split { $0 == " " || $0 == "\n" }.map(String.init)
    var pairs: [String: String] = [:]
    for index in stride(from: 0, to: words.count - 1, by: 2) { pairs[words[index]] = words[index + 1] }
    return pairs
  }

  static let letters = pairs(
    """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
    nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ emptyset ∅ varnothing ∅ Re ℜ Im ℑ aleph ℵ top ⊤ bot ⊥ angle ∠
    ldots … dots … dotsc … imath ı jmath ȷ degree ° % % $ $ # # _ _
    """)

  static let operators = pairs(
    """
    times × cdot ⋅ div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet ∙ odot ⊙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ dagger †
    le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ lt <
    gt > doteq ≐ coloneqq ≔ triangleq ≜
    in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ forall ∀ exists ∃ neg ¬ lnot ¬
    land ∧ wedge ∧ lor ∨ vee ∨ mid ∣ parallel ∥ perp ⊥ prime ′
    to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺
    mapsto ↦ longrightarrow ⟶ longleftarrow ⟵ Longrightarrow ⟹ uparrow ↑ downarrow ↓ hookrightarrow ↪
    rightharpoonup ⇀ nearrow ↗ searrow ↘ cdots ⋯ dotsb ⋯ dotsm ⋯ vdots ⋮ ddots ⋱ colon : & & therefore ∴ because ∵
    """)

  static let largeOperators = pairs(
    """
    sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigvee ⋁ bigwedge ⋀
    int ∫ iint ∬ iiint ∭ oint ∮
    """)

  static let delimiters = pairs(
    """
    lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ langle ⟨ rangle ⟩ lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ | ‖ { { } } lbrace {
    rbrace } lbrack [ rbrack ] backslash \\
    """)

  static let accents = pairs(
    """
    hat ^ widehat ^ bar ¯ overline ¯ tilde ~ widetilde ~ vec → overrightarrow → dot ˙ ddot ¨ check ˇ breve ˘ acute ´
    grave ` mathring ˚
    """)

  /// In units of the font's size.
  static let spaces = [
    "quad": "1", "qquad": "2", ",": "0.167", "thinspace": "0.167", ":": "0.222", ">": "0.222", ";": "0.278",
    "!": "-0.167", " ": "0.25", "enspace": "0.5", "enskip": "0.5",
  ]

  static let sizes: [String: String] = {
    var sizes: [String: String] = [:]
    for (name, size) in [("big", "1.2"), ("Big", "1.8"), ("bigg", "2.4"), ("Bigg", "3")] {
      for side in ["", "l", "r", "m"] { sizes[name + side] = size }
    }
    return sizes
  }()

  static let limitNames: Set = ["max", "min", "lim", "sup", "inf", "det", "Pr", "gcd", "limsup", "liminf"]

  static let functionNames: Set = [
    "log", "ln", "lg", "exp", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin",
    "arccos", "arctan", "arg", "dim", "deg", "ker", "hom",
  ]

  /// Commands for the typesetter alone.
  static let ignored: Set = [
    "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "nonumber", "notag", "hline", "mathstrut",
    "allowbreak", "nobreak",
  ]

  package struct Environment: Sendable {
    package var open: String
    package var close: String
    /// Of what lays out its columns otherwise than a matrix: `align`, `cases`.
    package var className: String?

    package init(open: String = "", close: String = "", className: String? = nil) {
      self.open = open
      self.close = close
      self.className = className
    }
  }

  package static let environments: [String: Environment] = {
    let align = Environment(className: "align")
    var environments: [String: Environment] = [
      "matrix": Environment(), "array": Environment(), "smallmatrix": Environment(), "gathered": Environment(),
      "pmatrix": Environment(open: "(", close: ")"), "bmatrix": Environment(open: "[", close: "]"),
      "Bmatrix": Environment(open: "{", close: "}"), "vmatrix": Environment(open: "|", close: "|"),
      "Vmatrix": Environment(open: "‖", close: "‖"), "cases": Environment(open: "{", className: "cases"),
      "aligned": align, "split": align,
    ]
    for name in ["align", "alignat", "eqnarray", "equation", "gather", "multline"] {
      environments[name] = align
      environments[name + "*"] = align
    }
    return environments
  }()
}

extension MathSymbols {
  /// Where Unicode has the letters of a mathematical alphabet.
  package enum Alphabet: Sendable {
    case upright, bold, doubleStruck, script, fraktur, sansSerif, typewriter

    /// `nil` for text that is not all letters and digits.
    package func text(_ text: String) -> String? {
      var result = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        guard scalar.isASCII, let mapped = self.scalar(scalar) else { return nil }
        result.append(mapped)
      }
      return result.isEmpty ? nil : String(result)
    }

    /// With the letters that fonts of terminals have; the others as they are.
    package func readableText(_ text: String) -> String {
      var result = String.UnicodeScalarView()
      for scalar in text.unicodeScalars { result.append(exceptions[scalar] ?? scalar) }
      return String(result)
    }

    private func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
      if self == .upright {
        return scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value) ? scalar : nil
      }
      if let exception = exceptions[scalar] { return exception }
      switch scalar.value {
      case 0x41...0x5A: return Unicode.Scalar(capitals + scalar.value - 0x41)
      case 0x61...0x7A: return Unicode.Scalar(capitals + 26 + scalar.value - 0x61)
      case 0x30...0x39: return digits.flatMap { Unicode.Scalar($0 + scalar.value - 0x30) }
      default: return nil
      }
    }

    private var capitals: UInt32 {
      switch self {
      case .upright: 0x41
      case .bold: 0x1D400
      case .doubleStruck: 0x1D538
      case .script: 0x1D49C
      case .fraktur: 0x1D504
      case .sansSerif: 0x1D5A0
      case .typewriter: 0x1D670
      }
    }

    private var digits: UInt32? {
      switch self {
      case .bold: 0x1D7CE
      case .doubleStruck: 0x1D7D8
      case .sansSerif: 0x1D7E2
      case .typewriter: 0x1D7F6
      case .upright, .script, .fraktur: nil
      }
    }

    /// Letters that Unicode had before the rest of their alphabet.
    private var exceptions: [Unicode.Scalar: Unicode.Scalar] {
      switch self {
      case .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
      case .script:
        ["B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ", "o": "ℴ"]
      case .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]
      case .upright, .bold, .sansSerif, .typewriter: [:]
      }
    }
  }

  static let alphabets: [String: Alphabet] = [
    "mathrm": .upright, "rm": .upright, "mathbf": .bold, "boldsymbol": .bold, "bm": .bold, "mathbb": .doubleStruck,
    "mathcal": .script, "mathscr": .script, "mathfrak": .fraktur, "mathsf": .sansSerif, "mathtt": .typewriter,
  ]
}
