import HTML
import Testing

@Suite("Formulas in prose")
struct FormulaTests {
  private func math(_ markdown: String) -> String { proseHTML(markdown) }

  @Test(
    "become MathML",
    arguments: [
      ("n_H", "<msub><mi>n</mi><mi>H</mi></msub>"),
      (
        "a^{[l]}_i",
        "<msubsup><mi>a</mi><mi>i</mi><mrow><mo stretchy=\"false\">[</mo><mi>l</mi><mo stretchy=\"false\">]</mo></mrow></msubsup>"
      ),
      (
        "n_{H_{prev}}",
        "<msub><mi>n</mi><msub><mi>H</mi><mrow><mi>p</mi><mi>r</mi><mi>e</mi><mi>v</mi></mrow></msub></msub>"
      ),
      ("2 \\times 3.14", "<mrow><mn>2</mn><mo>×</mo><mn>3.14</mn></mrow>"),
      ("\\frac{1}{x}", "<mfrac><mn>1</mn><mi>x</mi></mfrac>"),
      ("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
      ("\\lfloor x \\rfloor", "<mrow><mo stretchy=\"false\">⌊</mo><mi>x</mi><mo stretchy=\"false\">⌋</mo></mrow>"),
      (
        "\\sum_{i=0}^n x_i",
        "<mrow><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>0</mn></mrow><mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub></mrow>"
      ),
      ("\\sigma(z)", "<mrow><mi>σ</mi><mo stretchy=\"false\">(</mo><mi>z</mi><mo stretchy=\"false\">)</mo></mrow>"),
      ("\\text{if } x < 0", "<mrow><mtext>if </mtext><mi>x</mi><mo>&lt;</mo><mn>0</mn></mrow>"),
      (
        "f'(x)",
        "<mrow><msup><mi>f</mi><mo>′</mo></msup><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo></mrow>"
      ),
      ("\\mathbb{R}^2", "<msup><mi mathvariant=\"normal\">ℝ</mi><mn>2</mn></msup>"),
      ("dA \\mathrel{+}= 1", "<mrow><mi>d</mi><mi>A</mi><mrow><mo>+</mo></mrow><mo>=</mo><mn>1</mn></mrow>"),
      ("\\Bigl\\lfloor x", "<mrow><mo stretchy=\"true\" minsize=\"1.8em\" maxsize=\"1.8em\">⌊</mo><mi>x</mi></mrow>"),
      ("\\left( x \\right.", "<mrow><mo stretchy=\"true\">(</mo><mi>x</mi></mrow>"),
      ("\\hat{y}", "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover>"),
      ("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
      ("x \\tag{4}", "<mrow><mi>x</mi><mspace width=\"2em\"/><mtext>(4)</mtext></mrow>"),
      (
        "\\begin{bmatrix} 1 && 3 \\\\ 4 && 2 \\end{bmatrix}",
        "<mrow><mo stretchy=\"true\">[</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mrow></mrow></mtd><mtd><mn>3</mn></mtd></mtr><mtr><mtd><mn>4</mn></mtd><mtd><mrow></mrow></mtd><mtd><mn>2</mn></mtd></mtr></mtable><mo stretchy=\"true\">]</mo></mrow>"
      ),
    ])
  func mathML(_ tex: String, _ markup: String) {
    let html = math("$\(tex)$")
    #expect(html.hasPrefix("<p><span class=\"math\"><math alttext="), "\(html)")
    #expect(html.hasSuffix("\">\(markup)</math></span></p>\n"), "\(html)")
  }

  @Test("are their text where a command is not known")
  func unknown() {
    for tex in [
      "\\qedsymbol x_1", "x_1_2", "\\frac{1}", "}{", "\\left( x", "\\end{matrix}", "x ^", "\\begin{tikz}x\\end{tikz}",
    ] {
      let escaped = tex.replacing("&", with: "&amp;")
      #expect(math("$\(tex)$") == "<p><span class=\"math tex\">\(escaped)</span></p>\n", "\(tex)")
    }
    let deep = String(repeating: "{", count: 1500) + String(repeating: "}", count: 1500)
    #expect(math("$\(deep)$") == "<p>$\(deep)$</p>\n")
  }

  @Test(
    "are found in all their forms",
    arguments: [
      ("$x$", false), ("$ x $", false), ("\\\\(x\\\\)", false), ("$$x$$", true), ("$$ x\n$$", true),
      ("\\\\[x\\\\]", true),
      ("\\begin{equation}x\\end{equation}", true),
    ])
  func forms(_ markdown: String, _ isDisplayed: Bool) {
    let tex = markdown.hasPrefix("\\begin") ? markdown : "x"
    #expect(
      math(markdown)
        == (isDisplayed
          ? "<p><span class=\"math display\"><math display=\"block\" alttext=\"\(tex)\"><mi>x</mi></math></span></p>\n"
          : "<p><span class=\"math\"><math alttext=\"x\"><mi>x</mi></math></span></p>\n"))
  }

  @Test(
    "leave dollars and backslashes elsewhere alone",
    arguments: [
      ("It costs $5 and $10.", "<p>It costs $5 and $10.</p>\n"),
      ("\\$x\\$", "<p>$x$</p>\n"),
      ("`$x$`", "<p><code>$x$</code></p>\n"),
      ("```\n$x$\n```", "<pre><code>$x$\n</code></pre>\n"),
      ("    $x$", "<pre><code>$x$\n</code></pre>\n"),
      ("$x\n\ny$", "<p>$x</p>\n<p>y$</p>\n"),
      ("<b title=\"$x$\">y</b>", "<p><b title=\"$x$\">y</b></p>\n"),
      ("$$", "<p>$$</p>\n"),
      ("a $ b", "<p>a $ b</p>\n"),
    ])
  func notFormulas(_ markdown: String, _ html: String) {
    #expect(math(markdown) == html)
  }

  @Test("keep Markdown away from their signs, and Markdown works around them")
  func emphasis() {
    #expect(
      math("*$a_i$ and $b_i$*")
        == "<p><em><span class=\"math\"><math alttext=\"a_i\"><msub><mi>a</mi><mi>i</mi></msub></math></span> and "
        + "<span class=\"math\"><math alttext=\"b_i\"><msub><mi>b</mi><mi>i</mi></msub></math></span></em></p>\n")
  }
}
