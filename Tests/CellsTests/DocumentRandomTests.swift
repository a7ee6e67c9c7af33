import Cells
import Testing

/// Documents put together at random from lines that mean something to the reader.
struct DocumentGenerator {
  private var random: RandomSource

  init(seed: Int) { random = RandomSource(seed: seed) }

  mutating func below(_ count: Int) -> Int { random.below(count) }
  mutating func pick<Element>(_ items: [Element]) -> Element { random.pick(items) }

  private static let lines = [
    "", "", "text", "# Heading", "- item", "  more", "> quote", "    code", "<!-- open", "-->", "<pre>", "</pre>",
    "1. one",
    "```", "```", "```", "````", "~~~", " ```", "\t```", "```text", "~~~python cell=t", "```python", "```python cell=a",
    "```python  cell=b x=\"1 2\" ", "  ```python cell=c", "```output cell=a", "```value cell=b", "```error cell=a k=1",
    "```output cell=a no-newline", "```output cell=b escaped", "```output", "print(1)", "\\x1b[0m", "\u{E9}\u{1F600}",
  ]

  mutating func document() -> [UInt8] {
    let lineEnd = pick(["\n", "\n", "\r\n"])
    var lines = ["---", "cnb: 1", "---"]
    for _ in 0..<below(24) {
      lines.append(pick(DocumentGenerator.lines))
      // Most blocks have to end, or next to no document would be valid.
      if lines.last?.hasPrefix("```") == true, below(5) > 0 { lines += [pick(DocumentGenerator.lines), "```"] }
    }
    return Array((pick(["", "\u{FEFF}"]) + lines.joined(separator: lineEnd) + pick(["", lineEnd])).utf8)
  }

  mutating func text() -> String {
    (0..<below(4)).map { _ in pick(["a", "```", "~~~~", "\n", "\r", "\\", " ", "\u{1B}[1m", "\n\n", "x```"]) }.joined()
  }

  mutating func outputs() -> [RecordedOutput] {
    var outputs: [CellOutput] = []
    if below(2) == 0 { outputs.append(.stdout(text())) }
    if below(3) == 0 { outputs.append(.figure(FigureRecord(width: below(9), height: 1, digest: "ab"))) }
    if below(3) == 0 { outputs.append(.stdout(text())) }
    if below(2) == 0 { outputs.append(.value(text())) }
    return RecordedOutput.record(outputs)
  }
}

@Suite("Documents at random")
struct DocumentRandomTests {
  @Test("reading keeps every byte; recording changes one cell's outputs and nothing else")
  func roundTrips() throws {
    var recordedCount = 0
    for seed in 1...5000 {
      var generator = DocumentGenerator(seed: seed)
      let bytes = generator.document()
      guard let original = try? Notebook(bytes) else { continue }
      #expect(original.source == bytes)
      guard !original.cells.isEmpty else { continue }

      var changed = original
      changed.writeMissingIDs()
      let cell = generator.pick(changed.cells)
      let outputs = generator.outputs()
      changed.record(outputs, for: cell.id)
      let again = try Notebook(changed.source)
      let text = changed.text
      #expect(again.cells.map(\.id) == original.cells.map(\.id), "\(text)")
      #expect(again.cells.map(\.code) == original.cells.map(\.code), "\(text)")
      for (before, after) in zip(original.cells, again.cells) {
        #expect(after.recorded.matches(before.id == cell.id ? outputs : before.recorded), "\(text)")
      }
      changed.record(outputs, for: cell.id)
      #expect(changed.source == again.source)
      recordedCount += 1
    }
    #expect(recordedCount > 400)
  }
}

extension [RecordedOutput] {
  /// Equal kind by kind: blocks that stay keep their places.
  fileprivate func matches(_ other: [RecordedOutput]) -> Bool {
    RecordedOutput.Kind.allCases.allSatisfy { kind in filter { $0.kind == kind } == other.filter { $0.kind == kind } }
  }
}
