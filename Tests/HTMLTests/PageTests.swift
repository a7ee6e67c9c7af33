import Cells
import HTML
import Testing

@Suite("Notebooks as pages")
struct PageTests {
  @Test("shows prose, code and outputs in order, with Jupyter's prompts")
  func cells() {
    let cell = ExportedCell(
      id: "zero-pad", code: "x = 1  # one\nx", executionCount: 3,
      outputs: [
        .stream("a <b>\n", isError: false), .stream("careful\n", isError: true), .value(ExportedData(text: "1")),
        .error(traceback: "ValueError: no"),
      ])
    #expect(
      pageBody(.prose("# Lesson"), .cell(cell), .raw("a < b"))
        == """
        <section class="prose">
        <h1 id="Lesson">Lesson<span id="lesson"></span></h1>
        </section>
        <section class="cell" id="cell-zero-pad">
        <div class="input">
        <div class="prompt">In [3]:</div>
        <pre class="code"><code>x = <span class="number">1</span>  <span class="comment"># one</span>
        x</code></pre>
        </div>
        <div class="output">
        <pre class="stream">
        a &lt;b&gt;
        </pre>
        </div>
        <div class="output">
        <pre class="stream stderr">
        careful
        </pre>
        </div>
        <div class="output value">
        <div class="prompt">Out[3]:</div>
        <pre class="data">
        1</pre>
        </div>
        <div class="output">
        <pre class="traceback">
        ValueError: no</pre>
        </div>
        </section>
        <pre class="raw">
        a &lt; b</pre>

        """)
  }

  @Test("takes its title from the notebook, from its first heading or from its name")
  func titles() {
    func title(_ notebook: ExportedNotebook) -> String {
      let page = HTMLPage.text(of: notebook, name: "lesson")
      return String(page.firstMatch(of: /<title>(.*)<\/title>/)?.1 ?? "")
    }
    #expect(title(ExportedNotebook(title: "A & B", parts: [])) == "A &amp; B")
    #expect(
      title(ExportedNotebook(parts: [.prose("# The *first* <font color=red>heading</font>")])) == "The first heading")
    #expect(title(ExportedNotebook(parts: [])) == "lesson")
    #expect(pageBody(.cell(ExportedCell(code: "x")), title: "T").hasPrefix("<h1>T</h1>\n"))
    #expect(!pageBody(.prose("# H"), title: "T").contains("<h1>T</h1>"))
  }

  @Test("is one whole file that loads nothing")
  func document() {
    let page = HTMLPage.text(of: ExportedNotebook(parts: [.prose("x")]), name: "lesson", language: "de")
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">\n"))
    #expect(page.hasSuffix("</main>\n</body>\n</html>\n"))
    #expect(page.contains("default-src 'none'"))
    for word in ["http://", "https://", "<script", "<link", "@import", "url("] { #expect(!page.contains(word)) }
  }

  @Test("prefers pictures, then HTML, then Markdown, then text")
  func forms() {
    var data = ExportedData(
      text: "t", picture: ExportedPicture(.gif, [1]), html: "<i>h</i>", markdown: "*m*")
    #expect(outputHTML(.display(data)).contains("<img class=\"picture\" src=\"data:image/gif;base64,AQ==\" alt=\"t\">"))
    data.picture = nil
    #expect(outputHTML(.display(data)).contains("<i>h</i>"))
    data.html = nil
    #expect(outputHTML(.display(data)).contains("<p><em>m</em></p>"))
    data.markdown = nil
    #expect(outputHTML(.display(data)).contains("<pre class=\"data\">\nt</pre>"))
  }

  @Test(
    "colours outputs as terminals do",
    arguments: [
      ("\u{1B}[31mred\u{1B}[0m x", "<span style=\"color:var(--ansi-1)\">red</span> x"),
      ("\u{1B}[1;92mok\u{1B}[m", "<span style=\"color:var(--ansi-10);font-weight:bold\">ok</span>"),
      ("\u{1B}[0;31m-\u{1B}[39m-", "<span style=\"color:var(--ansi-1)\">-</span>-"),
      ("\u{1B}[38;5;196mx", "<span style=\"color:rgb(255,0,0)\">x</span>"),
      ("\u{1B}[48;5;244mx", "<span style=\"background:rgb(128,128,128)\">x</span>"),
      ("\u{1B}[38;2;1;2;3mx", "<span style=\"color:rgb(1,2,3)\">x</span>"),
      ("\u{1B}[7mx\u{1B}[27my", "<span style=\"color:var(--paper);background:var(--ink)\">x</span>y"),
      ("\u{1B}[38;5m<x", "&lt;x"), ("\u{1B}[2Jx\u{7}", "\\x1b[2Jx\\x07"), ("\u{1B}", "\\x1b"), ("\u{1B}[3", "\\x1b[3"),
      ("1%\r50%\r100%\n", "100%\n"), ("a\r\nb", "a\nb"),
    ])
  func colours(_ text: String, _ markup: String) {
    #expect(
      outputHTML(.stream(text, isError: false))
        == "<div class=\"output\">\n<pre class=\"stream\">\n\(markup)</pre>\n</div>\n")
  }
}
