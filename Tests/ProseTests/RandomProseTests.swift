import Cells
import Prose
import Testing

/// Prose that nobody would write.
@Suite("Random prose")
struct RandomProseTests {
  private static let pieces = [
    "# ", "## ", "#### ", "- ", "  - ", "    - ", "1. ", "> ", "```python\n", "```\n", "    code\n",
    "| a | b |\n|---|--:|\n",
    "| x | y |\n", "\n", "\n\n", "word ", "ein langes Wort ", "Donaudampfschifffahrtsgesellschaft ", "日本語", "🎉",
    "e\u{301}",
    "`", "``", "*", "**", "~~", "_", "[", "](", ")", "![", "<", ">", "&amp;", "&#x1b;", "\u{1B}[31m", "\u{07}", "\t",
    "\r\n",
    "<table>", "<tr>", "<td>", "</td>", "<th align=right>", "</table>", "<ul>", "<li>", "</ul>",
    "<ol start=9223372036854775807>",
    "<ol start=-9223372036854775808>", "<pre>", "</pre>", "<center>", "<details><summary>", "</summary>", "<dl><dt>",
    "<dd>", "<sup>", "</sup>", "<a href='x y'>", "</a>", "<img src=a.png>", "<br>", "<hr>", "<blockquote>", "<h3>",
    "</h3>",
    "<font color='blue'>", "<!--", "-->", "<script>", "</script>", "<q>", "$", "$$", "$x_1$",
    "\\begin{bmatrix} 1 & 2 \\\\ 3",
    "& 4 \\end{bmatrix}", "\\frac{", "}{", "}", "{", "^", "_{i,j}", "\\left(", "\\right)", "\\sum_{i=1}^n ",
    "\\text{if }",
    "\\\\", "&", "\\quad", "\\hat{x}", "\\unknown{a}", "[x] ", "- [ ] ", "---\n", "https://example.org/a/b ",
  ]

  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 33)
    }
  }

  @Test("is laid out within any width, and drives no terminal", arguments: [12, 19, 40, 80])
  func fits(_ columns: Int) {
    for seed in 1...250 {
      var random = Random(state: UInt64(seed &* 7919))
      let count = Int.random(in: 1...40, using: &random)
      let markdown = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
      for line in ProseText.lines(ofMarkdown: markdown, ViewOptions(columns: columns, isPlain: true)) {
        #expect(line.width <= columns, "\(seed): \(line.text)")
        #expect(line.width == line.text.displayWidth, "\(seed): \(line.text)")
        #expect(!line.text.unicodeScalars.contains { $0.isControl }, "\(seed): \(line.text.visible)")
      }
    }
  }

  @Test("is laid out in formulas as well", arguments: 1...200)
  func formulas(_ seed: Int) {
    var random = Random(state: UInt64(seed &* 104_729))
    let tex = (0..<Int.random(in: 1...15, using: &random)).compactMap { _ in
      Self.pieces.suffix(32).randomElement(using: &random)
    }.joined()
    for line in ProseText.lines(ofMarkdown: "$$\(tex)$$", ViewOptions(columns: 40, isPlain: true)) {
      #expect(line.width <= 40, "\(tex): \(line.text)")
    }
  }
}
