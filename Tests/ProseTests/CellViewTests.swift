import Cells
import Prose
import Testing

@Suite("Cells as text")
struct CellViewTests {
  private func view(
    _ parts: [CellView.Header.Part] = [.init("a")], isCurrent: Bool = false, code: String = "x",
    outputs: [ExportedOutput] = []
  ) -> CellView {
    CellView(header: CellView.Header(parts, isCurrent: isCurrent), code: code, outputs: outputs)
  }

  private func plain(_ view: CellView, columns: Int = 80, limit: OutputView.Limit? = nil) -> String {
    text(view.lines(ViewOptions(columns: columns, isPlain: true), limit: limit))
  }

  @Test("begin with a line that says which they are and how they stand")
  func header() {
    let parts: [CellView.Header.Part] = [
      .init("zero-pad", nil), .init("3 of 21", .quiet), .init(""), .init("stale: edges changed", .warning),
    ]
    #expect(plain(view(parts)) == "zero-pad · 3 of 21 · stale: edges changed\n 1  x")
    #expect(plain(view(parts, isCurrent: true), columns: 24) == "▶ zero-pad · 3 of 21 ·\n  stale: edges changed\n 1  x")
    let coloured = view(parts).lines(ViewOptions(columns: 50, isPlain: false))
    #expect(coloured[0].text == "── zero-pad · 3 of 21 · stale: edges changed ─────")
    #expect(
      coloured[0].terminalText(isColoured: true).contains("\u{1B}[33mstale: edges changed\u{1B}[0m"))
  }

  @Test("have line numbers as wide as the last one")
  func numbers() {
    let lines = plain(view(code: (1...100).map { "x\($0)" }.joined(separator: "\n"))).split(separator: "\n")
    #expect(lines[1] == "  1  x1")
    #expect(lines[100] == "100  x100")
    #expect(plain(view(code: "a\n\n    \nb\n")) == "a\n 1  a\n 2\n 3\n 4  b")
    #expect(plain(view(code: "")) == "a")
  }

  @Test(
    "fold code behind a mark, near the edge at a blank, a comma or a bracket",
    arguments: [
      ("value = function(argument, other)", " 1  value = function(\n  ↪ argument, other)"),
      ("some = words_and + words", " 1  some = words_and +\n  ↪ words"),
      ("abcdefghijklmnopqrstuvwxyz", " 1  abcdefghijklmnopqrst\n  ↪ uvwxyz"),
      ("\tx='日本語日本語日本語'", " 1          x='日本語日\n  ↪ 本語日本語'"),
    ])
  func folding(_ code: String, _ expected: String) {
    #expect(plain(view(code: code), columns: 24) == "a\n" + expected)
  }

  @Test("colour code by its words, also where Python cannot read it")
  func colours() {
    let lines = view(code: "def f(:\n  return '''a\nb").codeLines(ViewOptions(columns: 40, isPlain: false))
    #expect(text(lines) == " 1  def f(:\n 2    return '''a\n 3  b")
    #expect(
      lines[0].terminalText(isColoured: true)
        == "\u{1B}[2m 1  \u{1B}[0m\u{1B}[1;32mdef\u{1B}[0m \u{1B}[34mf\u{1B}[0m(:")
    #expect(lines[2].terminalText(isColoured: true).contains("\u{1B}[33mb"))
  }

  @Test("tell outputs apart without colours")
  func outputs() {
    let shown = view(
      outputs: ExportedOutput.outputs(of: [
        .stdout("one "), .stdout("line\n"), .stderr("careful\nvery\n"), .display("shown"),
        .figure(FigureRecord(width: 640, height: 480, digest: "5f", contents: ["a line"])),
        .value("array([1,\n       2])"),
        .error(className: "ValueError", message: "no", traceback: "Traceback\nValueError: no\n"),
      ]))
    #expect(
      plain(shown) == """
        a
         1  x
            one line
        err careful
        err very
            shown
            Figure, 640 x 480 pixels
              a line
        Out array([1,
                   2])
        !   Traceback
        !   ValueError: no
        """)
  }

  @Test("keep the colours of outputs and nothing else that drives a terminal")
  func ownColours() {
    let lines = OutputView.lines(
      of: [.stream("\u{1B}[31mred\u{1B}[0m \u{1B}[1;92mgreen\u{1B}[K\n50%\r100%\n", isError: false)],
      ViewOptions(columns: 80, isPlain: false))
    #expect(text(lines) == "    red green\\x1b[K\n    100%")
    #expect(
      lines[0].terminalText(isColoured: true)
        == "    \u{1B}[31mred\u{1B}[0m \u{1B}[1;92mgreen\\x1b[K\u{1B}[0m")
  }

  @Test("show errors in red where they bring no colours, and fit them into narrow terminals")
  func errors() {
    let rule = String(repeating: "-", count: 75)
    let traceback = "\(rule)\nZeroDivisionError                         Traceback (most recent call last)\nlast"
    let lines = OutputView.lines(of: [.error(traceback: traceback)], ViewOptions(columns: 30, isPlain: false))
    #expect(
      text(lines) == """
        !   --------------------------
        !   ZeroDivisionError
            ↪ Traceback (most recent
            ↪ call last)
        !   last
        """)
    #expect(lines.last?.terminalText(isColoured: true).hasSuffix("\u{1B}[31mlast\u{1B}[0m") == true)
  }

  @Test("cut long outputs and say how to see them; of an error the end is shown as well")
  func limits() {
    let numbers = (1...10).map { "\($0)\n" }.joined()
    let limit = OutputView.Limit(lines: 4, hint: "type 'output' to page")
    #expect(
      plain(view(outputs: [.stream(numbers, isError: false)]), limit: limit)
        == "a\n 1  x\n    1\n    2\n    3\n    4\n    … 6 more lines (type 'output' to page)")
    #expect(
      plain(view(outputs: [.stream(numbers, isError: false), .error(traceback: "T\nE: no")]), limit: limit)
        == "a\n 1  x\n    1\n    2\n    … 8 more lines (type 'output' to page)\n!   T\n!   E: no")
    #expect(!plain(view(outputs: [.stream("1\n2\n3\n4\n", isError: false)]), limit: limit).contains("…"))
    #expect(
      plain(view(outputs: [.stream("1\n2\n3\n", isError: false)]), limit: OutputView.Limit(lines: 2, hint: ""))
        .hasSuffix("… 1 more line"))
  }

  @Test("show the best form of what was displayed that a terminal has")
  func forms() {
    func shown(_ data: ExportedData) -> String {
      plain(view(outputs: [.display(data)])).replacing("a\n 1  x\n", with: "")
    }
    #expect(shown(ExportedData(text: "<HTML object>", html: "<b>x</b><br>y")) == "    x\n    y")
    #expect(shown(ExportedData(text: "  a\n0 1", html: "<table><td>1</table>")) == "      a\n    0 1")
    #expect(shown(ExportedData(text: "<Markdown object>", markdown: "$n_H$ **x**")) == "    n_H x")
    #expect(
      shown(ExportedData(text: "<Figure>", picture: ExportedPicture(.png, Array(repeating: 0, count: 12_345))))
        == "    <Figure>\n    [picture: png, 12 kB]")
  }
}
