import HTML
import Testing

@Suite("HTML in prose")
struct SanitizingTests {
  @Test(
    "keeps what lays out text",
    arguments: [
      ("<b>x</b> <u>y</u><br>z", "<p><b>x</b> <u>y</u><br>z</p>\n"),
      ("<font color='blue'>x</font>", "<p><span style=\"color:blue\">x</span></p>\n"),
      (
        "<a name='1'></a>\n## 1 - Packages",
        "<p><a id=\"1\"></a></p>\n<h2 id=\"1---Packages\">1 - Packages<span id=\"1---packages\"></span></h2>\n"
      ),
      ("<div>x<br\\>y</div>", "<div>x<br>y</div>\n"),
      ("<center>x</center>", "<div style=\"text-align:center\">x</div>\n"),
      (
        "<table>\n<tr>\n<td>a</td>\n<td align=center>b</td>\n</tr>\n</table>",
        "<table>\n<tr>\n<td>a</td>\n<td style=\"text-align:center\">b</td>\n</tr>\n</table>\n"
      ),
      (
        "<details><summary>Hint</summary>\n\nThink *again*.\n\n</details>",
        "<details><summary>Hint</summary>\n<p>Think <em>again</em>.</p>\n</details>\n"
      ),
      ("<p style=\"width:800px; height: 50%;position:fixed\">x</p>", "<p style=\"width:800px;height:50%\">x</p>\n"),
      (
        "| a | b |\n|---|:-:|\n| 1 | ~~2~~ |",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th style=\"text-align:center\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td style=\"text-align:center\"><del>2</del></td>\n</tr>\n</tbody>\n</table>\n"
      ),
      ("x &amp; y &lt;b&gt; &copy; AT&T", "<p>x &amp; y &lt;b&gt; © AT&amp;T</p>\n"),
    ])
  func kept(_ markdown: String, _ html: String) {
    #expect(proseHTML(markdown) == html)
  }

  @Test(
    "closes what is left open, in order",
    arguments: [
      (
        "<center> <u> <font color='purple'> x </u> y </center>",
        "<div style=\"text-align:center\"> <u> <span style=\"color:purple\"> x </span></u> y </div>\n"
      ),
      ("<table>\n<td>a\n<td>b\n</table>", "<table>\n<tr><td>a\n</td><td>b\n</td></tr></table>\n"),
      ("<div><b>x", "<div><b>x\n</b></div>"),
      ("</div></section>\n\nx", "\n<p>x</p>\n"),
      ("<caption>x</caption>", "x\n"),
      ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>\n"),
    ])
  func balanced(_ markdown: String, _ html: String) {
    #expect(proseHTML(markdown) == html)
  }

  @Test("shows elements that it does not know as text, and leaves out scripts, styles and comments")
  func shown() {
    #expect(proseHTML("a <your name> b") == "<p>a &lt;your name&gt; b</p>\n")
    #expect(proseHTML("<script>alert(1)</script>\n\nx") == "\n<p>x</p>\n")
    #expect(proseHTML("<style>p { color: red }</style>x") == "x\n")
    #expect(proseHTML("a <!-- b --> c") == "<p>a  c</p>\n")
    #expect(proseHTML("<iframe src=\"x\"></iframe>") == "&lt;iframe src=&quot;x&quot;&gt;&lt;/iframe&gt;\n")
  }

  /// Each in prose and as a cell's HTML output.
  @Test(
    "lets nothing run",
    arguments: [
      "<script>alert(1)</script>", "<SCRIPT SRC=//evil/x.js></SCRIPT>", "<img src=x onerror=alert(1)>",
      "<img src=\"javascript:alert(1)\">", "<a href=\"javascript:alert(1)\">x</a>",
      "<a href=\"JaVaScRiPt:alert(1)\">x</a>", "<a href=\" java\nscript:alert(1)\">x</a>",
      "<a href=\"&#106;&#97;vascript:alert(1)\">x</a>", "<a href=\"javascript&colon;alert(1)\">x</a>",
      "<a href=\"java&Tab;script:alert(1)\">x</a>", "<a href=\"&#1;javascript:alert(1)\">x</a>",
      "<a href='vbscript:x'>x</a>", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
      "[x](javascript:alert(1))", "![x](javascript:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)",
      "<javascript:alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
      "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>", "<iframe srcdoc=\"<script>alert(1)</script>\">",
      "<object data=\"x.swf\"></object>", "<embed src=\"x\">",
      "<form action=\"javascript:alert(1)\"><input type=submit>",
      "<button onclick=alert(1)>x</button>", "<body onload=alert(1)>", "<meta http-equiv=refresh content=\"0;url=x\">",
      "<base href=\"//evil/\">", "<link rel=stylesheet href=\"//evil/x.css\">", "<b onmouseover=alert(1)>x</b>",
      "<p style=\"background:url(javascript:alert(1))\">x</p>", "<p style=\"width:expression(alert(1))\">x</p>",
      "<p style=\"background:\\75rl(//evil)\">x</p>", "<p style=\"behavior:url(#x)\">x</p>",
      "<img src=\"x\" alt=\"\" onerror=\"alert(1)\">", "<img alt='\"><script>alert(1)</script>'>",
      "<b title='\" onmouseover=\"alert(1)'>x</b>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
      "<<script>alert(1)//<</script>", "<img \"\"\"><script>alert(1)</script>\">",
      "<a href=x onclick\n=\nalert(1)>x</a>",
      "<a/href=javascript:alert(1)>x</a>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
      "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">",
      "<style><img src=\"</style><img src=x onerror=alert(1)>\">",
      "<!--><img src=x onerror=alert(1)>-->", "<!-- --!><img src=x onerror=alert(1)>",
      "<?xml ?><img src=x onerror=alert(1)>",
      "<video src=x onerror=alert(1)></video>", "<details open ontoggle=alert(1)>x</details>",
      "<img src=\"https://evil/pixel.png\">", "<video src=\"//evil/x.mp4\" autoplay></video>",
      "<table background=\"javascript:alert(1)\"><td>x</table>",
      "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
      "$\\href{javascript:alert(1)}{x}$", "$</span><script>alert(1)</script>$",
      "$$\\text{<img src=x onerror=alert(1)>}$$",
      "`<script>alert(1)</script>`", "```python\n<script>alert(1)</script>\n```", "# <img src=x onerror=alert(1)>",
      "<a name=\"x\" id='\"><script>alert(1)</script>'>", "<img src=\"data:text/html;base64,PHNjcmlwdD4=\">",
      "\u{E000}0\u{E001} $x$ <b title=\"\u{E000}0\u{E001}\">", "<script", "<b title=\"", "</", "<", "<!--",
      "<a href=javascript:alert(1)",
    ])
  func harmless(_ attack: String) {
    for html in [
      proseHTML(attack), outputHTML(.display(.init(html: attack))), outputHTML(.display(.init(markdown: attack))),
      outputHTML(.stream(attack, isError: false)), outputHTML(.error(traceback: attack)),
    ] {
      let problems = dangers(in: html)
      #expect(problems.isEmpty, "\(problems) in \(html)")
    }
  }

  /// Reads strictly: what is written on the page has double quotes round its attributes and `<` for tags alone.
  private func dangers(in html: String) -> [String] {
    var dangers: [String] = []
    let elements: Set = [
      "a", "b", "br", "code", "del", "details", "div", "em", "h1", "h2", "img", "li", "math", "mi", "mn", "mo", "mrow",
      "mtext", "p", "pre", "section", "span", "strong", "table", "tbody", "td", "th", "thead", "tr", "video",
    ]
    let attributes: Set = [
      "alt", "alttext", "class", "controls", "display", "href", "id", "open", "rel", "src", "style", "title",
      "stretchy",
    ]
    for piece in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let match = piece.wholeMatch(of: #/(\/?)([a-z0-9]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>[^<>]*/#) else {
        dangers.append("<\(piece)")
        continue
      }
      if !elements.contains(String(match.2)) { dangers.append("element \(match.2)") }
      for attribute in match.3.matches(of: #/ ([a-z-]+)(?:="([^"]*)")?/#) {
        if !attributes.contains(String(attribute.1)) { dangers.append("attribute \(attribute.1)") }
        let value = String(attribute.2 ?? "")
        if attribute.1 == "href", value.contains(":"), !value.hasPrefix("https:") { dangers.append(value) }
        if attribute.1 == "src", !value.hasPrefix("data:image/") { dangers.append(value) }
        if attribute.1 == "style", value.contains("(") { dangers.append(value) }
      }
    }
    return dangers
  }

  @Test("understands tables and emphasis as Jupyter's first reader did")
  func lenience() {
    #expect(
      proseHTML("<table>\n\n    <tr>\n    <td>**Z** </td>\n\n    <td>1 ** 2</td></tr>\n\n</table>")
        == "<table>\n    <tr>\n    <td><strong>Z</strong> </td>\n    <td>1 ** 2</td></tr>\n</table>\n")
    #expect(
      proseHTML("<table><tr><td>\n\n*a*\n\n</td></tr></table>")
        == "<table><tr><td>\n<p><em>a</em></p>\n</td></tr></table>\n")
    #expect(
      proseHTML("```\n<table>\n\n    **x**\n</table>\n```")
        == "<pre><code>&lt;table&gt;\n\n    **x**\n&lt;/table&gt;\n</code></pre>\n")
  }

  @Test("gives ids only once")
  func identifiers() {
    #expect(proseHTML("<a name=x></a><b id=x>y</b>") == "<p><a id=\"x\"></a><b>y</b></p>\n")
    #expect(
      proseHTML("# A b\n# A b")
        == "<h1 id=\"A-b\">A b<span id=\"a-b\"></span></h1>\n<h1>A b</h1>\n")
  }

  @Test("marks links to elsewhere and completes those without a scheme")
  func links() {
    #expect(proseHTML("[x](#1)") == "<p><a href=\"#1\">x</a></p>\n")
    #expect(
      proseHTML("[x](www.numpy.org)") == "<p><a href=\"https://www.numpy.org\" rel=\"noopener noreferrer\">x</a></p>\n")
    #expect(proseHTML("[x](a.md?b=1&c=2)") == "<p><a href=\"a.md?b=1&amp;c=2\">x</a></p>\n")
  }
}
