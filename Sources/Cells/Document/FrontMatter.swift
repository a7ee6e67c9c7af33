import Yams

/// The settings between the two `---` lines that open a notebook. Keys that this program does not know stay in the
/// file and mean nothing.
package struct FrontMatter: Sendable {
  package private(set) var title: String?
  package private(set) var printStyle: PrintStyleChoice?
  /// `compare`, `rtol` and `atol`: how outputs are compared where a cell does not say otherwise.
  package private(set) var comparison = ComparisonSettings()
  /// Files without which the notebook is not run, seen from its folder.
  package private(set) var needs: [String] = []

  /// - Parameter yaml: the text between the `---` lines; its first line is line 2 of the file.
  init(yaml: String) throws(NotebookError) {
    let entries = try FrontMatter.entries(yaml)
    func value(_ key: String) -> Entry? { entries.first { $0.key == key } }

    guard let version = value("cnb") else { throw .missingVersion }
    guard let number = version.text.flatMap({ Int($0) }), number >= 1 else {
      throw .badVersion(found: version.text ?? "", line: version.line)
    }
    guard number <= NotebookError.currentVersion else {
      throw .newerVersion(found: String(number), line: version.line)
    }
    func setting<Value>(
      _ key: String, allowed: String, _ read: (String) -> Value?
    ) throws(NotebookError) -> Value? {
      guard let entry = value(key) else { return nil }
      guard let text = entry.text, let value = read(text) else {
        throw .badSetting(BadSetting(key: key, value: entry.text ?? "", allowed: allowed), line: entry.line)
      }
      return value
    }
    title = try setting("title", allowed: "one line of text") { $0 }
    printStyle = try setting("print-style", allowed: PrintStyleChoice.names) { PrintStyleChoice($0) }
    if let entry = value("needs") {
      guard let files = entry.text.map({ [$0] }) ?? entry.items, files.allSatisfy(FrontMatter.isFileName) else {
        let allowed = "a file's name, or several as in [data/a.h5, data/b.h5]"
        throw .badSetting(BadSetting(key: "needs", value: entry.text ?? "", allowed: allowed), line: entry.line)
      }
      needs = files
    }
    for key in ComparisonSettings.keys {
      guard let entry = value(key) else { continue }
      do {
        try comparison.set(key, to: entry.text ?? "", canExpectError: false)
      } catch {
        throw .badSetting(error, line: entry.line)
      }
    }
  }

  /// Whether it may name a file in the notebook's folder.
  private static func isFileName(_ text: String) -> Bool {
    !text.hasPrefix("/") && text.contains { $0 != " " && $0 != "." }
  }

  private struct Entry {
    let key: String
    /// `nil` for a list or a mapping.
    let text: String?
    /// Of a list of texts; `nil` for everything else.
    let items: [String]?
    let line: Int
  }

  private static func entries(_ yaml: String) throws(NotebookError) -> [Entry] {
    let root: Node?
    do {
      // Without rules every scalar stays the text that it is in the file.
      root = try compose(yaml: yaml, .basic)
    } catch {
      let problem = YAMLProblem(error)
      throw .badFrontMatter(problem: problem.text, line: problem.line + 1)
    }
    guard let root else { return [] }
    guard let mapping = root.mapping else {
      throw .badFrontMatter(problem: "expected lines 'key: value'", line: (root.mark?.line ?? 1) + 1)
    }
    return mapping.compactMap { key, value in
      guard let name = key.scalar else { return nil }
      let elements = value.sequence.map { Array($0) }
      let items = elements?.compactMap { $0.scalar?.string }
      return Entry(
        key: name.string, text: value.scalar?.string, items: items?.count == elements?.count ? items : nil,
        line: (key.mark?.line ?? 1) + 1)
    }
  }
}
