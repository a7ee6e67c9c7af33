/// Takes a Jupyter notebook's cells out of its JSON.
struct JupyterReader {
  private(set) var root: JSONValue
  let layout: JSONLayout
  let major: Int
  let minor: Int
  private(set) var fileCells: [JupyterNotebook.FileCell] = []
  private(set) var cells: [Cell] = []
  /// The index in `fileCells` of each of `cells`.
  private(set) var codePositions: [Int] = []
  private(set) var frontMatter: FrontMatter?
  private let lines: LineNumbers
  /// The ids of `cells`.
  private var cellIDs: Set<String> = []

  init(_ bytes: [UInt8]) throws(NotebookError) {
    let read: (value: JSONValue, hasUnicodeEscapes: Bool)
    do {
      read = try JSONReader.read(bytes)
    } catch {
      throw .badJSON(error)
    }
    lines = LineNumbers(bytes)
    root = read.value
    (major, minor) = try JupyterReader.version(root, lines)
    if major < 4 {
      var upgrade = JupyterUpgrade(root, lines)
      root = try upgrade.upgraded()
      layout = .jupyter
    } else {
      layout = JSONLayout(of: root, in: bytes, hasUnicodeEscapes: read.hasUnicodeEscapes)
    }
  }

  /// nbformat's; the minor version of a notebook of nbformat 3 is that of its conversion.
  private static func version(
    _ root: JSONValue, _ lines: LineNumbers
  ) throws(NotebookError) -> (major: Int, minor: Int) {
    func noNotebook(_ missing: String) -> NotebookError {
      .badJupyter(JupyterProblem(.noNotebook(missing: missing), line: lines.line(at: root.range.lowerBound)))
    }
    guard root.members != nil else { throw noNotebook("an object") }
    guard let version = root["nbformat"] else { throw noNotebook("a member 'nbformat'") }
    let members = JupyterMembers(root, lines: lines)
    guard let major = version.integer else { throw members.problem("nbformat", "a whole number", version) }
    guard major == 3 || major == 4 else {
      throw .badJupyter(JupyterProblem(.version(String(major)), line: lines.line(at: version.range.lowerBound)))
    }
    guard major == 4, let value = root["nbformat_minor"] else { return (major, major == 3 ? JupyterUpgrade.minor : 0) }
    guard let minor = value.integer, minor >= 0 else {
      throw members.problem("nbformat_minor", "a whole number", value)
    }
    return (major, minor)
  }

  mutating func readCells() throws(NotebookError) {
    let notebook = JupyterMembers(root, lines: lines)
    let metadata = try notebook.object("metadata")
    frontMatter = try metadata.flatMap { metadata throws(NotebookError) in try frontMatter(metadata) }
    let items = try notebook.items("cells")
    let infoIDs = items.compactMap { $0["metadata"]?["cnb"]?["info"]?.string }.map { (try? InfoString($0))?["cell"] }
    var ids = CellIDs(taken: items.compactMap { $0["id"]?.string } + infoIDs.compactMap { $0 })
    // Of an id that the file gives twice the first use counts.
    var fileIDs: Set<String> = []
    var heading: String?
    for (index, item) in items.enumerated() {
      let written = item["id"]?.string
      var members = JupyterMembers(item, lines: lines)
      members.cell = "cell \(index + 1)" + (written.map { " (\($0.shortened.visible))" } ?? "")
      guard item.members != nil else {
        throw JupyterMembers(item, lines: lines).problem("cells[\(index)]", "an object", item)
      }
      let kind = try kind(members)
      let text = try members.text("source")
      let metadata = try members.object("metadata")
      let id = written.flatMap { NotebookID.isValid($0) && fileIDs.insert($0).inserted ? $0 : nil }
      fileCells.append(JupyterNotebook.FileCell(kind: kind, text: text, id: id))
      switch kind {
      case .markdown: heading = MarkdownBlocks.lastHeading(in: text) ?? heading
      case .raw: break
      case .code:
        let cell = try cell(
          members, text: text, id: id, info: metadata?.object("cnb")?.value["info"]?.string, heading: heading, &ids)
        codePositions.append(index)
        cells.append(cell)
      }
    }
  }

  private func frontMatter(_ metadata: JupyterMembers) throws(NotebookError) -> FrontMatter? {
    guard let own = try metadata.object("cnb"), let value = own.value["front_matter"] else { return nil }
    let text = try own.string("front_matter")
    do {
      return try Notebook(Array(text.utf8)).frontMatter
    } catch {
      throw own.problem("front_matter", "the front matter of a .cnb notebook (\(error.problem))", value)
    }
  }

  private func kind(_ members: JupyterMembers) throws(NotebookError) -> JupyterNotebook.FileCell.Kind {
    guard let kind = JupyterNotebook.FileCell.Kind(rawValue: try members.string("cell_type")) else {
      throw members.problem("cell_type", "'code', 'markdown' or 'raw'", members.value["cell_type"])
    }
    return kind
  }

  private mutating func cell(
    _ members: JupyterMembers, text: String, id: String?, info: String?, heading: String?, _ ids: inout CellIDs
  ) throws(NotebookError) -> Cell {
    let line = lines.line(at: members.value.range.lowerBound)
    var infoString = try info.map { text throws(NotebookError) in try InfoString(text, line: line) }
    let infoID = infoString?["cell"].flatMap { Cell.isValidID($0) && !cellIDs.contains($0) ? $0 : nil }
    let ownID = infoID ?? id.flatMap { cellIDs.contains($0) ? nil : $0 }
    let code = text.withUnixLineEnds
    let cellID = ownID ?? ids.make(code: code, heading: heading)
    if infoString == nil { infoString = InfoString(language: "python") }
    cellIDs.insert(cellID)
    infoString?.set("cell", to: cellID)
    var cell = Cell(
      id: cellID, hasWrittenID: ownID != nil, code: code, info: infoString ?? InfoString(language: "python"),
      line: line,
      comparison: try infoString?.comparison(line: line) ?? ComparisonSettings())
    if members.value["outputs"] != nil {
      cell.recorded = try JupyterOutputs.read(try members.items("outputs"), in: members)
    }
    return cell
  }
}

extension MarkdownBlocks {
  /// The last heading that stands at the top level of a text.
  static func lastHeading(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "#")) else { return nil }
    var blocks = MarkdownBlocks(Array(text.utf8), from: 0, line: 1)
    var heading: String?
    while let block = blocks.next() {
      if case .heading(let text) = block { heading = text }
    }
    return heading
  }
}
