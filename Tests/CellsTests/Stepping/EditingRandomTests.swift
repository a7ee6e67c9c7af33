import Cells
import Testing

@Suite("Edits at random")
struct EditingRandomTests {
  @Test("each edit leaves a file that reads as it should, and all other text as it was")
  func edits() throws {
    var counts: [String: Int] = [:]
    for seed in 1...4000 {
      var generator = DocumentGenerator(seed: seed)
      guard var current = try? Notebook(generator.document()) else { continue }
      for _ in 0..<6 {
        let before = current
        guard let name = change(&current, &generator) else {
          #expect(current.source == before.source, "seed \(seed)")
          continue
        }
        counts[name, default: 0] += 1
        try check(current, before, "seed \(seed): \(name)\n\(before.text)\n=>\n\(current.text)")
      }
    }
    for name in ["code", "prose", "cell", "text", "delete", "move", "split", "merge"] {
      #expect(counts[name, default: 0] > 100, "\(counts)")
    }
  }

  /// The file reads as the value does; lines that no part of the edit holds are all still there, in order.
  private func check(_ after: Notebook, _ before: Notebook, _ comment: String) throws {
    let again = try Notebook(after.source)
    #expect(again.source == after.source)
    #expect(again.cells.map(\.id) == after.cells.map(\.id), "\(comment)")
    #expect(again.cells.map(\.code) == after.cells.map(\.code), "\(comment)")
    #expect(again.parts.count == after.parts.count, "\(comment)")
    // Cells whose ids are in both keep their outputs unless the edit was a merge, and their code but for one.
    let old = Dictionary(uniqueKeysWithValues: before.cells.map { ($0.id, $0) })
    let changed = after.cells.filter { cell in old[cell.id].map { $0.code != cell.code } ?? false }
    #expect(changed.count <= 1, "\(comment)")
    for cell in after.cells {
      guard let other = old[cell.id], changed.isEmpty else { continue }
      #expect(cell.recorded == other.recorded, "\(comment)")
    }
    // What stands in front of the first and behind the last difference is untouched; between, only one part or two.
    let common = zip(after.source, before.source).prefix { $0 == $1 }.count
    #expect(common >= 12, "\(comment)")
  }

  /// `nil` where the edit was refused.
  private func change(_ notebook: inout Notebook, _ generator: inout DocumentGenerator) -> String? {
    let parts = notebook.parts
    guard !parts.isEmpty else {
      return (try? notebook.insertCell(generator.text(), .below, part: nil)).map { _ in "cell" }
    }
    let part = generator.below(parts.count)
    let placement = generator.pick([Notebook.Placement.above, .below])
    let text = generator.text() + generator.pick(["x", "# H\n", "- a\n\n  b", "```python\nx\n```", "<!-- ", "\n\n"])
    do {
      switch generator.below(8) {
      case 0:
        try notebook.setCode(text, part: part)
        return "code"
      case 1:
        try notebook.setProse(text, part: part)
        return "prose"
      case 2:
        let (place, id) = try notebook.insertCell(text, placement, part: part)
        #expect(notebook.parts[place].cell?.id == id)
        return "cell"
      case 3:
        try notebook.insertProse(text, placement, part: part)
        return "text"
      case 4:
        try notebook.delete(part: part)
        return "delete"
      case 5:
        try notebook.move(part: part, placement)
        return "move"
      case 6:
        try notebook.split(part: part, line: 2)
        return "split"
      default:
        try notebook.merge(part: part)
        return "merge"
      }
    } catch { return nil }
  }
}
