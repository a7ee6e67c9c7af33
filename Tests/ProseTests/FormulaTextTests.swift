import Prose
import Testing

@Suite("Formulas as text")
struct FormulaTextTests {
  @Test(
    "can be read aloud",
    arguments: [
      // The notebooks'.
      ("A \\in \\mathbb{R}^{m \\times n_H \\times n_W \\times n_C}", "A ∈ ℝ^(m × n_H × n_W × n_C)"),
      ("(m,\\; n_H + 2p,\\; n_C)", "(m, n_H + 2p, n_C)"),
      (
        "z = \\sum_{i=1}^{f} \\sum_{k=1}^{n_C} a_{ijk} \\, W_{ijk} + b",
        "z = ∑_(i=1..f) ∑_(k=1..n_C) aᵢⱼₖ Wᵢⱼₖ + b"
      ),
      (
        "n_H = \\left\\lfloor \\frac{n_{H,prev} - f + 2p}{s} \\right\\rfloor + 1",
        "n_H = ⌊(n_(H,prev) − f + 2p)/s⌋ + 1"
      ),
      (
        "n_H = \\Bigl\\lfloor \\frac{n_{H_{prev}} - f + 2 \\times pad}{stride} \\Bigr\\rfloor +1",
        "n_H = ⌊(n_H_prev − f + 2 × pad)/stride⌋ + 1"
      ),
      ("\\lfloor (5 - 3 + 2) / 2 \\rfloor + 1 = 3", "⌊(5 − 3 + 2)/2⌋ + 1 = 3"),
      (
        "Z_{i,h,w,c} = \\sum_{u,v,k} A^{pad}_{i,\\; hs+u,\\; k} \\; W_{u,k,c} + b_c",
        "Z_(i,h,w,c) = ∑_(u,v,k) Aᵖᵃᵈ_(i, hs + u, k) W_(u,k,c) + b_c"
      ),
      ("\\partial J / \\partial Z", "∂J/∂Z"),
      ("J = \\frac{1}{2} \\sum Z^2", "J = (1/2) ∑ Z²"),
      (
        "\\frac{\\partial J}{\\partial W} \\approx \\frac{J(W + \\varepsilon) - J(W - \\varepsilon)}{2 \\varepsilon}",
        "∂J/∂W ≈ (J(W + ε) − J(W − ε))/(2ε)"
      ),
      (
        "dA_{window} \\mathrel{+}= (a_{window} = \\max a_{window}) \\cdot dA_{i,h}",
        "dA_window += (a_window = max a_window) ⋅ dA_(i,h)"
      ),
      ("\\frac{dA_{i,h,w,c}}{n_H \\, n_W}", "dA_(i,h,w,c)/(n_H n_W)"),
      (
        "dA \\mathrel{+}= \\sum _{h=0} ^{n_H} \\sum_{w=0} ^{n_W} W_c \\times dZ_{hw} \\tag{1}",
        "dA += ∑_(h=0..n_H) ∑_(w=0..n_W) W_c × dZ_hw    (1)"
      ),
      ("n_C = \\text{number of filters}", "n_C = number of filters"),
      // Scripts.
      ("a^{[l]}_i", "aᵢ^[l]"), ("x^{(i)}", "x⁽ⁱ⁾"), ("l^{th}", "lᵗʰ"), ("a^{[L](i)}", "a^[L](i)"), ("x'", "x′"),
      ("2^{n^2}", "2^(n²)"), ("e^{-x}", "e⁻ˣ"), ("A_{prev}", "A_prev"), ("w^T x", "wᵀ x"), ("\\|x\\|_2^2", "‖x‖₂²"),
      ("{a+b}^2", "(a + b)²"), ("\\int_0^1 x\\,dx", "∫₀¹ x dx"), ("\\lim_{x \\to 0} f(x)", "lim_(x→0) f(x)"),
      ("\\max_{x} f(x)", "maxₓ f(x)"), ("\\underbrace{a + b}_{\\text{sum}}", "(a + b)_(sum)"),
      // Signs and blanks.
      ("-1 + (-x)", "−1 + (−x)"), ("a:=b", "a := b"), ("dA += 1", "dA += 1"),
      ("f: \\mathbb{R}^n \\to \\mathbb{R}", "f: ℝⁿ → ℝ"), ("n!", "n!"),
      ("\\{1, 2, \\dots, n\\}", "{1, 2, …, n}"), ("p(y|x)", "p(y|x)"), ("2 p", "2p"), ("\\alpha x", "αx"),
      ("x \\qquad y", "x        y"), ("1{,}000", "1, 000"),
      // Fractions, roots, accents, alphabets.
      ("\\frac{a}{b} c", "(a/b) c"), ("\\frac{1}{1 + e^{-z}}", "1/(1 + e⁻ᶻ)"), ("\\frac{\\frac{a}{b}}{c}", "(a/b)/c"),
      ("\\sqrt{x}", "√x"), ("\\sqrt[3]{x + 1}", "∛(x + 1)"), ("\\hat{y}", "y\u{302}"), ("\\overline{ab}", "bar(ab)"),
      ("\\mathcal{L} + \\mathbf{W} + \\mathrm{cost}", "ℒ + W + cost"), ("\\binom{n}{k}", "(n over k)"),
      ("-\\frac{1}{m} \\sum_i \\log\\left(a_i\\right)", "−(1/m) ∑ᵢ log(aᵢ)"),
      // What cannot be read stays.
      ("x_{i,j} \\qedsymbol{a_1} y", "x_(i,j) \\qedsymbol{a_1} y"), ("\\softmax(z)", "\\softmax(z)"),
      ("x_1_2", "x_1_2"), ("\\frac{1}", "\\frac{1}"),
    ])
  func lines(_ tex: String, _ expected: String) {
    #expect(prose("$$\(tex)$$") == "    " + expected)
  }

  @Test(
    "have several lines where they have rows",
    arguments: [
      (
        "X = \\begin{bmatrix} 1 && 3 \\\\ 4 && 22 \\end{bmatrix} \\quad \\rightarrow \\quad y\\tag{4}",
        """
            X = ⎡1   3⎤    →    y    (4)
                ⎣4  22⎦
        """
      ),
      (
        "|x| = \\begin{cases} x & \\text{if } x \\ge 0 \\\\ -x & \\text{otherwise} \\end{cases}",
        """
            |x| = ⎧x    if x ≥ 0
                  ⎩−x   otherwise
        """
      ),
      (
        "\\begin{aligned} a &= b + c \\\\ abc &= -d \\end{aligned}",
        """
              a = b + c
            abc = −d
        """
      ),
      (
        "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}^T x",
        """
            ⎛1  2⎞ᵀ x
            ⎝3  4⎠
        """
      ),
      (
        "\\left\\{ \\begin{array}{ll} 1 & x > 0 \\\\ 0 & x \\le 0 \\\\ 2 & else \\end{array} \\right.",
        """
            ⎧1  x > 0
            ⎨0  x ≤ 0
            ⎩2  else
        """
      ),
    ])
  func rows(_ tex: String, _ expected: String) {
    #expect(prose("$$\(tex)$$") == expected)
    // In running text there is one line.
    #expect(!prose("so $\(tex)$").contains("\n"))
  }

  @Test("are broken at wide blanks first, then in front of signs")
  func folding() {
    #expect(prose("$$a = b + c \\qquad d = e + f$$", columns: 24) == "    a = b + c\n    d = e + f")
    #expect(
      prose("$$total = first + second + third$$", columns: 24) == "    total = first\n        + second + third"
    )
    #expect(
      prose("$$\\begin{bmatrix} 1000 & 2000 \\\\ 3000 & 4000 \\end{bmatrix}$$", columns: 15)
        == "    [1000,\n        2000;\n        3000,\n        4000]")
  }

  @Test("stay in one piece in running text where they are short")
  func running() {
    #expect(prose("The sum is $a + b + c$ here.", columns: 16) == "The sum is\na + b + c here.")
  }
}
