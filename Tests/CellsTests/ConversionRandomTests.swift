import Cells
import Testing

/// Jupyter notebooks put together at random from texts that mean something to Markdown, to `.cnb` files or to JSON.
private struct JupyterGenerator {
  private var random: RandomSource

  init(seed: Int) { random = RandomSource(seed: seed) }

  private static let lines = [
    "", "", "text", "# Heading", "- item", "  more", "> quote", "    code", "<!-- open", "-->", "<pre>", "</pre>",
    "1. one",
    "```", "````", "~~~", " ```", "```text", "~~~python cell=t", "```python", "```python cell=a", "```output cell=a",
    "```markdown cell", "```raw cell", "```json ipynb", "```python prose", "<!-- cell -->", "---", "cnb: 1",
    "def f(x):",
    "%matplotlib inline", "!ls", "\t\u{A0}x", "\r", "a\rb", "\\x1b[0m", "\u{1B}[1m", "\0", "\u{E9}\u{1F600}",
    "\u{2028}", "{}",
  ]

  private mutating func text() -> String {
    var text = ""
    for _ in 0..<random.below(6) {
      text += random.pick(JupyterGenerator.lines) + random.pick(["\n", "\n", "\n", "\r\n"])
    }
    return text + random.pick(JupyterGenerator.lines)
  }

  private mutating func json(_ text: String) -> JSONValue {
    switch random.below(8) {
    case 0: .string(text)
    case 1: .array(text.unicodeScalars.map { .string(String($0)) })
    default: .array(jupyterLines(text))
    }
  }

  private mutating func output() -> JSONValue {
    switch random.below(7) {
    case 0, 1: return stream(random.pick(["stdout", "stdout", "stderr"]), text())
    case 2: return result(text(), count: random.below(4))
    case 3: return display([("text/plain", json(text()))])
    case 4: return display([("image/png", .string("iVBORw0KGgo=")), ("text/plain", json(text()))])
    case 5: return display([("text/html", json(text())), ("application/json", .object([("a", .number(0.5))]))])
    default:
      return .object([
        ("ename", .string(random.pick(["E", "", "a.B"]))), ("evalue", .string(text())),
        ("output_type", .string("error")),
        ("traceback", .array((0..<random.below(3)).map { _ in .string(text()) })),
      ])
    }
  }

  private mutating func cell(_ index: Int, minor: Int) -> JSONValue {
    let id = minor < 5 || random.below(20) == 0 ? nil : random.pick(["c\(index)", "c\(index)", "same", "not valid"])
    var cell: JSONValue
    switch random.below(5) {
    case 0: cell = textCell("raw", "", id: id)
    case 1, 2:
      cell = textCell("markdown", "", id: id)
      if random.below(4) == 0 { cell.set("attachments", to: .object([("a", .object([("image/png", .string("A"))]))])) }
    default:
      let count = random.below(3) == 0 ? nil : random.below(9)
      cell = codeCell("", id: id, count: count, outputs: (0..<random.below(4)).map { _ in output() })
    }
    cell.set("source", to: json(text()))
    if random.below(3) == 0 { cell.set("metadata", to: .object([("collapsed", .bool(true)), ("b", .null)])) }
    if random.below(9) == 0 { cell.set("unknown", to: .array([.number(1e300)])) }
    return cell
  }

  mutating func notebook() -> [UInt8] {
    let minor = random.below(6)
    var layout = random.pick([JSONLayout.jupyter, .jupyter, .report, .line, JSONLayout(indent: nil)])
    layout.isASCII = random.below(4) == 0
    layout.lineEnd = random.pick(["\n", "\n", "\r\n"])
    let bytes = jupyterBytes(
      cells: (0..<random.below(7)).map { cell($0, minor: minor) },
      metadata: .object(random.below(2) == 0 ? [] : [("title", .string(text()))]), minor: minor, layout: layout)
    return random.below(4) == 0 ? Array(bytes.dropLast()) : bytes
  }
}

@Suite("Conversions at random")
struct ConversionRandomTests {
  @Test("a Jupyter notebook comes back from .cnb with the same bytes")
  func jupyter() throws {
    for seed in 1...3000 {
      var generator = JupyterGenerator(seed: seed)
      let bytes = generator.notebook()
      let notebook = try JupyterNotebook(bytes)
      #expect(notebook.source == bytes)
      let converted = try Notebook(converting: notebook)
      let again = try Notebook(converted.source)
      #expect(again.cells.map(\.id) == notebook.cells.map(\.id), "seed \(seed)")
      #expect(try JupyterNotebook(converting: again).source == bytes, "seed \(seed)")
    }
  }

  @Test("a .cnb notebook comes back from Jupyter's format with the same bytes")
  func notebooks() throws {
    var count = 0
    for seed in 1...3000 {
      var generator = DocumentGenerator(seed: seed)
      let bytes = generator.document()
      guard let notebook = try? Notebook(bytes) else { continue }
      let converted = try JupyterNotebook(converting: notebook)
      let again = try JupyterNotebook(converted.source)
      #expect(again.cells.map(\.code) == notebook.cells.map(\.code).map(\.withoutLastNewline))
      #expect(try Notebook(converting: again).source == bytes, "seed \(seed)")
      count += 1
    }
    #expect(count > 400)
  }
}

extension String {
  fileprivate var withoutLastNewline: String { utf8.last == 0x0A ? String(unicodeScalars.dropLast()) : self }
}
