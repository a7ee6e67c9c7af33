/// What a student handed in, cell by cell. Reading it forgives what the program's own notebooks must not have: two cells
/// with one id, broken outputs, a missing front matter.
package struct Submission: Sendable {
  package struct Cell: Sendable, Equatable {
    /// `nil` where the file gives none.
    package var id: String?
    /// `exercise=` of a `.cnb` file's cell.
    package var exercise: String?
    /// With `\n` line ends.
    package var code: String

    package init(id: String? = nil, exercise: String? = nil, code: String) {
      self.id = id
      self.exercise = exercise
      self.code = code
    }
  }

  package var cells: [Cell]

  package init(cells: [Cell]) { self.cells = cells }

  /// Why nothing of a file can be graded, for the student: `the text is not UTF-8 (line 3); save it as UTF-8`.
  package struct Unreadable: Error, Sendable, Equatable {
    package let reason: String

    package init(reason: String) { self.reason = reason }
  }

  /// Reads a `.cnb`, `.ipynb` or `.py` file; what has another name is taken for what its contents look like.
  package init(fileName: String, _ bytes: [UInt8]) throws(Unreadable) {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if let zero = bytes.firstIndex(of: 0) {
      throw Unreadable(reason: "line \(Submission.line(at: zero, bytes)) holds a zero byte: this is no text")
    }
    if let line = Submission.firstLineNotUTF8(bytes) {
      throw Unreadable(reason: "the text is not UTF-8 (line \(line)); save it as UTF-8")
    }
    if fileName.lowercased().hasSuffix(".py") {
      cells = Submission.scriptCells(bytes)
      return
    }
    switch NotebookFormat(fileName: fileName, contents: bytes) {
    case .ipynb:
      do throws(NotebookError) {
        cells = try JupyterNotebook(bytes).cells.map {
          Cell(id: $0.hasWrittenID ? $0.id : nil, exercise: $0.info["exercise"], code: $0.code)
        }
      } catch {
        throw Unreadable(reason: "line \(error.line): \(error.problem)")
      }
    case .cnb: cells = Submission.markdownCells(bytes)
    }
    if cells.isEmpty { throw Unreadable(reason: "the file has no cells of Python") }
  }

  private static func line(at offset: Int, _ bytes: [UInt8]) -> Int { bytes[..<offset].count { $0 == 0x0A } + 1 }

  private static func firstLineNotUTF8(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.prefix { String(validating: $0, as: UTF8.self) != nil }.count + 1
  }

  /// Every block of Python, whatever stands around it. A block without an end goes on to the end of the file.
  private static func markdownCells(_ bytes: [UInt8]) -> [Cell] {
    var cells: [Cell] = []
    var blocks = MarkdownBlocks(bytes, from: 0, line: 1)
    while let block = blocks.next() {
      guard case .fenced(let block) = block, InfoString.language(of: block.info) == "python" else { continue }
      let info = try? InfoString(block.info)
      if info?.contains(Notebook.proseFlag) ?? false { continue }
      let lines = String(decoding: bytes[block.body], as: UTF8.self).withUnixLineEnds
        .split(separator: "\n", omittingEmptySubsequences: false)
      let code = lines.map { line in line.dropFirst(line.prefix(block.indent).prefix { $0 == " " }.count) }
      cells.append(Cell(id: info?["cell"], exercise: info?["exercise"], code: code.joined(separator: "\n")))
    }
    return cells
  }

  /// The parts between `# %%` lines but for text; the whole script where there are none.
  private static func scriptCells(_ bytes: [UInt8]) -> [Cell] {
    var cells: [Cell] = []
    var info: InfoString?
    var isText = false
    var lines: [Substring] = []
    func endCell() {
      if !isText, lines.contains(where: { !$0.trimmingBlanks.isEmpty }) {
        let code = CommandComments.uncommented(lines.joined(separator: "\n"))
        cells.append(Cell(id: info?["cell"], exercise: info?["exercise"], code: code))
      }
      lines = []
    }
    let text = String(decoding: bytes, as: UTF8.self).withUnixLineEnds
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line == "# %%" || line.hasPrefix("# %% ") else {
        lines.append(line)
        continue
      }
      endCell()
      let words = line.dropFirst(4)
      isText = ["[markdown]", "[md]", "[raw]"].contains { words.contains($0) }
      info = try? InfoString("python \(words)")
    }
    endCell()
    return cells
  }
}
