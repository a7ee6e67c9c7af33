/// A Jupyter notebook of nbformat 4; one of nbformat 3 is converted when it is read (docs/ipynb.md).
///
/// It is the bytes of its file and a list of changes to the values in them: what no change names keeps its bytes. The
/// file is read into JSON values that know where they stand in it, and the cells are taken from those.
package struct JupyterNotebook: Sendable {
  /// A cell of the file, of any kind.
  struct FileCell: Sendable {
    enum Kind: String, Sendable {
      case code
      case markdown
      case raw
    }
    let kind: Kind
    let text: String
    /// Where the file gives the cell an id that is valid and its own.
    let id: String?
  }

  /// New values of a cell's members, by their keys.
  private typealias Changes = [(key: String, value: JSONValue)]

  let bytes: [UInt8]
  package let root: JSONValue
  package let layout: JSONLayout
  /// nbformat's minor version.
  package let minor: Int
  /// 3 for a file that was converted.
  package let major: Int
  let fileCells: [FileCell]
  /// The settings of the `.cnb` notebook that it was converted from.
  let frontMatter: FrontMatter?
  /// The code cells, in the order of the file, each with its recorded outputs.
  package private(set) var cells: [Cell]
  /// The index in `cells` of each code cell of `fileCells`.
  private(set) var codeIndices: [Int: Int] = [:]
  private var fileIndices: [String: Int] = [:]
  private var changes: [Int: Changes] = [:]

  /// Reads a notebook file. O(length).
  package init(_ bytes: [UInt8]) throws(NotebookError) {
    var reader = try JupyterReader(bytes)
    try reader.readCells()
    self.bytes = bytes
    root = reader.root
    layout = reader.layout
    minor = reader.minor
    major = reader.major
    fileCells = reader.fileCells
    frontMatter = reader.frontMatter
    cells = reader.cells
    for (index, fileIndex) in reader.codePositions.enumerated() {
      codeIndices[fileIndex] = index
      fileIndices[cells[index].id] = fileIndex
    }
  }
}

extension JupyterNotebook: NotebookDocument {
  package var printStyle: PrintStyleChoice {
    frontMatter.map { $0.printStyle ?? .fixed(.numpy126) } ?? .auto
  }

  package var pythonVersion: String? { root.jupyterPythonVersion }

  package var comparison: ComparisonSettings { frontMatter?.comparison ?? ComparisonSettings() }
  package var needs: [String] { frontMatter?.needs ?? [] }

  package var readOnlyVersion: String? { major < 4 ? "nbformat \(major)" : nil }

  package var parts: [NotebookPart] {
    fileCells.enumerated().map { index, cell in
      switch cell.kind {
      case .markdown: .markdown(cell.text)
      case .raw: .raw(cell.text)
      case .code: codeIndices[index].map { .code(cells[$0]) } ?? .raw(cell.text)
      }
    }
  }

  package var foreignLanguage: String? {
    let metadata = root["metadata"]
    let names = [metadata?["kernelspec"]?["language"], metadata?["language_info"]?["name"]].compactMap { $0?.string }
    if names.isEmpty || names.contains(where: { $0.lowercased().contains("python") }) { return nil }
    return names.first
  }

  /// Ids are a part of the format from 4.5 on; then every cell has one.
  package mutating func writeMissingIDs() {
    guard minor >= 5 else { return }
    var ids = CellIDs(taken: fileCells.compactMap(\.id) + cells.map(\.id))
    for (index, cell) in fileCells.enumerated() where cell.id == nil {
      if let code = codeIndices[index] {
        if NotebookID.isValid(cells[code].id) {
          change(index, "id", to: .string(cells[code].id))
        }
      } else {
        change(index, "id", to: .string(ids.make(code: "", heading: MarkdownBlocks.lastHeading(in: cell.text))))
      }
    }
  }

  package mutating func record(_ outputs: [CellOutput], executionCount: Int?, for id: String) {
    guard let index = fileIndices[id], let code = codeIndices[index] else { return }
    change(index, "execution_count", to: executionCount.map { .integer($0) } ?? .null)
    let values = JupyterOutputs.values(of: outputs, executionCount: executionCount, code: cells[code].code)
    change(index, "outputs", to: .array(values))
    cells[code].recorded = RecordedOutput.record(outputs)
  }

  private mutating func change(_ index: Int, _ key: String, to value: JSONValue) {
    changes[index, default: []].removeAll { $0.key == key }
    changes[index, default: []].append((key, value))
  }

  /// What the file holds of a code cell's outputs, in Jupyter's form; empty for an unknown cell.
  package func outputValues(of id: String) -> [JSONValue] {
    guard let index = fileIndices[id] else { return [] }
    if let changed = changes[index]?.first(where: { $0.key == "outputs" }) { return changed.value.items ?? [] }
    return root["cells"]?.items?[index]["outputs"]?.items ?? []
  }
}

extension JupyterNotebook {
  /// Jupyter's number of the last run that the file holds of a cell.
  package func executionCount(of id: String) -> Int? {
    guard let index = fileIndices[id] else { return nil }
    if let changed = changes[index]?.first(where: { $0.key == "execution_count" }) { return changed.value.integer }
    return root["cells"]?.items?[index]["execution_count"]?.integer
  }
}

// MARK: - Writing

extension JupyterNotebook {
  var isChanged: Bool { !changes.isEmpty }

  /// The notebook with its changes.
  package var value: JSONValue {
    guard !changes.isEmpty, var items = root["cells"]?.items else { return root }
    for (index, changes) in changes {
      for (key, value) in changes { items[index].set(key, to: value) }
    }
    var value = root
    value.set("cells", to: .array(items))
    if let language = namedLanguage, var metadata = root["metadata"] {
      metadata.set("language_info", to: language)
      value.set("metadata", to: metadata)
    }
    return value
  }

  /// A language without a name, which the format does not allow, with the name of what ran the cells.
  private var namedLanguage: JSONValue? {
    guard var language = root["metadata"]?["language_info"], language.members != nil, language["name"] == nil else {
      return nil
    }
    language.set("name", to: .string("python"))
    return language
  }

  package var source: [UInt8] {
    // A converted notebook has no bytes to keep.
    if major < 4 { return layout.bytes(of: value) + [0x0A] }
    var text: [UInt8] = []
    var copied = 0
    for (range, value, level) in edits {
      text += bytes[copied..<range.lowerBound]
      layout.write(value, level: level, to: &text)
      copied = range.upperBound
    }
    return copied == 0 ? bytes : text + bytes[copied...]
  }

  /// What replaces which bytes, from front to back: values of members, or whole cells that get more members.
  private var edits: [(range: Range<Int>, value: JSONValue, level: Int)] {
    let items = root["cells"]?.items ?? []
    var edits: [(range: Range<Int>, value: JSONValue, level: Int)] = []
    if isChanged, let language = namedLanguage, let old = root["metadata"]?["language_info"] {
      edits.append((old.range, language, 2))
    }
    for (index, changes) in changes {
      if changes.allSatisfy({ items[index][$0.key] != nil }) {
        edits += changes.compactMap { key, value in items[index][key].map { ($0.range, value, 3) } }
      } else {
        var cell = items[index]
        for (key, value) in changes { cell.set(key, to: value) }
        edits.append((cell.range, cell, 2))
      }
    }
    return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// nbformat's rule for ids.
enum NotebookID {
  static func isValid(_ id: String) -> Bool {
    (1...64).contains(id.utf8.count)
      && id.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
      }
  }
}
