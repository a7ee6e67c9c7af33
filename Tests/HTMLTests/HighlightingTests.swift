import Cells
import HTML
import Testing

@Suite("Highlighted code")
struct HighlightingTests {
  private func markup(_ code: String) -> String {
    let body = pageBody(.cell(ExportedCell(code: code)))
    guard let start = body.range(of: "<code>"), let end = body.range(of: "</code></pre>", after: start.upperBound)
    else {
      return body
    }
    return String(body[start.upperBound..<end.lowerBound])
  }

  @Test("names the roles of words")
  func roles() {
    #expect(
      markup("def f(x):\n    return len('<a>') + 1.5  # &")
        == "<span class=\"keyword\">def</span> <span class=\"definition\">f</span>(x):\n"
        + "    <span class=\"keyword\">return</span> <span class=\"builtin\">len</span>("
        + "<span class=\"string\">'&lt;a&gt;'</span>) + <span class=\"number\">1.5</span>  "
        + "<span class=\"comment\"># &amp;</span>")
    #expect(markup("%matplotlib inline") == "<span class=\"command\">%matplotlib inline</span>")
  }

  @Test("highlights Python in prose")
  func prose() {
    #expect(
      proseHTML("```python\nx = None\n```")
        == "<pre class=\"code\"><code>x = <span class=\"constant\">None</span>\n</code></pre>\n")
    #expect(proseHTML("```\nx = None\n```") == "<pre><code>x = None\n</code></pre>\n")
  }

  @Test(
    "keeps the text that Python cannot read",
    arguments: [
      "x = (1,\n", "'unclosed", "\"\"\"open\nlines", "if x:\n  y\n z", "$ ? !", "x = 0777", "\\ x", "é = '日本' # ☃",
      "a\tb\n\n\n",
      "f'{x!r:>{w}}' 'tail", "%%bash\necho '<b>'", "!ls\nx = !pwd\n?len\nlen??", "\u{FEFF}x", "\u{A0}x = 1", "1__0",
      "'\\\n'", "",
      "\n\nx", "@d\nclass C: pass", "def", "x = ]", "0x", "1e", "b'é'", "\u{202E}x",
    ])
  func unreadable(_ code: String) {
    #expect(textContent(markup(code)) == code)
  }

  @Test("never loses or changes text")
  func randomText() {
    var generator = SplitMix(state: 7)
    let pieces = [
      "def ", "f", "(", ")", ":", "\n", "    ", "'", "\"", "\"\"\"", "#", "x", "1", "1.5e", "%", "!", "\\", "{", "}",
      "[", "]",
      "é", "<b>", "&amp;", "True", "\t", "=", "f'", "rb'", "?", "$", "print", ".", "@", "\u{1F600}", "class ", " ",
    ]
    for _ in 0..<2000 {
      let code = (0..<Int.random(in: 1...25, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      #expect(textContent(markup(code)) == code)
    }
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
