import Cells
import Prose
import Testing

@Suite("Prose as text")
struct ProseTextTests {
  @Test(
    "keeps what HTML in notebooks says",
    arguments: [
      ("<center>x</center>", "x"),
      ("<font color='blue'>\n\n**a**\n\n* b", "a\n\n• b"),
      ("x<br>y", "x\ny"),
      ("<a name='1'></a>\n## 1 - Packages", "1 - Packages\n────────────"),
      ("<img src='images/a%20b.png' alt='two words'>", "[picture: two words (a%20b.png)]"),
      ("<img src='data:image/png;base64,AAAA'>", "[picture]"),
      ("![x](attachment:x.png)", "[picture: x (attachment:x.png)]"),
      ("<video src='images/film.mp4'></video>", "[film: film.mp4]"),
      (
        "<table>\n<td>\n<img src='a.png'>\n<td>\n\n<td>\n<img src='b.png'>\n<td>\n</table>",
        "[picture: a.png] │ [picture: b.png]"
      ),
      ("<table><caption>T</caption><tr><td>a<td>b</table>", "T\n\na │ b"),
      ("<script>alert(1)</script>x", "x"),
      ("a <your name> b", "a <your name> b"),
      ("&lt;b&gt; &amp;amp; &#x41;", "<b> &amp; A"),
      ("<pre>a <b>b</b>\n  c</pre>", "    a b\n      c"),
      ("<ol start=3><li>a<li>b</ol>", "3. a\n4. b"),
      ("<ul>\n<ul><li>a</ul></ul>", "• ◦ a"),
      ("m<sup>2</sup>, a<sub>max</sub>, x<sup>a b</sup>", "m², aₘₐₓ, x^(a b)"),
      ("<q>x</q>", "“x”"),
      ("</div></b>x", "x"),
      ("<div>a</div><div>b</div>", "a\nb"),
      ("[a](javascript:alert(1))", "a <javascript:alert(1)>"),
    ])
  func html(_ markdown: String, _ expected: String) {
    #expect(prose(markdown) == expected)
  }

  @Test("never lets control characters through")
  func controls() {
    for scalar in [0x07, 0x08, 0x1B, 0x7F, 0x9B, 0x202E, 0x2066].compactMap({ Unicode.Scalar($0) }) {
      let hostile = "x\(scalar)[31my"
      let options = ViewOptions(columns: 40, isPlain: false)
      let notebook = ExportedNotebook(
        title: "t\(scalar)",
        parts: [
          .prose("\(hostile) `\(hostile)` [a](\(hostile)) ![\(hostile)](\(hostile)) $\(hostile)$ <b \(scalar)>"),
          .prose("# \(hostile)\n\n```\n\(hostile)\n```\n\n| \(hostile) |\n|---|\n| \(hostile) |"), .raw(hostile),
          .cell(
            ExportedCell(
              id: hostile, code: hostile,
              outputs: [
                .stream("\(scalar)]0;title\(scalar)", isError: true), .value(ExportedData(text: hostile)),
                .error(traceback: "\(scalar)[2J"),
              ])),
        ])
      let lines = NotebookView.lines(notebook, options)
      #expect(lines.count > 15)
      for line in lines { #expect(!line.text.unicodeScalars.contains(scalar), "\(line.text.visible)") }
    }
  }

  @Test(
    "counts the columns of wide and combining characters",
    arguments: [("日本", 4), ("e\u{301}", 1), ("\u{301}", 0), ("👨‍👩‍👧", 2), ("🎉", 2), ("한글", 4), ("a\u{200B}b", 2), ("ŷ", 1)])
  func widths(_ text: String, _ width: Int) {
    #expect(text.displayWidth == width)
    #expect(StyledLine(text).width == width)
  }

  @Test("folds scripts without blanks anywhere but in front of what closes")
  func cjk() {
    #expect(prose("日本語のテキスト、です。", columns: 16) == "日本語のテキス\nト、です。")
    #expect(prose("Wort 日本語", columns: 12) == "Wort 日本語")
  }

  @Test("is no wider than a hundred columns")
  func widest() {
    let words = Array(repeating: "word", count: 60).joined(separator: " ")
    let lines = ProseText.lines(ofMarkdown: words, ViewOptions(columns: 200, isPlain: true))
    #expect(lines.map(\.width).max() == 99)
  }

  @Test("shows a table row by row where its columns do not fit")
  func records() {
    #expect(
      prose("| name | meaning |\n|---|---|\n| conv_forward | conv_backward |\n| b | |", columns: 20)
        == "name: conv_forward\nmeaning:\nconv_backward\n────────\nname: b")
  }

  @Test("goes on at its edge when it is nested deeper than there is room")
  func nesting() {
    let list = (0..<30).map { String(repeating: "  ", count: $0) + "- item" }.joined(separator: "\n")
    let lines = ProseText.lines(ofMarkdown: list, ViewOptions(columns: 30, isPlain: true))
    #expect(lines.allSatisfy { $0.width <= 30 })
    #expect(lines.count == 30)
    let quotes = String(repeating: "> ", count: 300) + "deep"
    #expect(text(ProseText.lines(ofMarkdown: quotes, ViewOptions(columns: 30, isPlain: true))).hasSuffix("deep"))
  }

  @Test("says with signs what colours cannot say")
  func plain() {
    let options = ViewOptions(columns: 80, isPlain: false)
    let lines = ProseText.lines(ofMarkdown: "`code` and ~~old~~", options)
    #expect(text(lines) == "code and old")
    #expect(lines.terminalText(isColoured: true) == "\u{1B}[36mcode\u{1B}[0m and \u{1B}[9mold\u{1B}[0m\n")
    #expect(prose("`code` and ~~old~~") == "`code` and ~~old~~")
  }
}
