/// A notebook that is open for stepping through it: its text, a place in it, a session, and what ran in that.
///
/// It is a `.cnb` notebook while it is open; one of Jupyter's is converted, and converted back when it is saved, so that
/// nothing that was not changed gets lost (docs/ipynb.md). No terminal and no file is known here: the host reads and
/// writes bytes, shows what happens, and is told of each change.
package final class OpenNotebook {
  /// What undo and redo go back and forth between.
  struct Version {
    /// What led to the version after it, as in `delete zero-pad`.
    let name: String
    let notebook: Notebook
    let position: Int
  }

  /// In tracebacks.
  package var file: String
  /// What it is saved as.
  package private(set) var format: NotebookFormat
  /// The version of a format that cannot be written; such a notebook has to be saved under another name.
  package private(set) var readOnlyVersion: String?
  package let printStyle: PrintStyleDecision

  package internal(set) var notebook: Notebook { didSet { parts = notebook.parts } }
  package private(set) var parts: [NotebookPart]
  /// The part that commands are about: an index in `parts`, 0 for an empty notebook.
  package internal(set) var position = 0

  package internal(set) var history = RunHistory()
  /// The last run in this session of each cell.
  package internal(set) var runs: [String: CellRun] = [:]
  var undone: [Version] = []
  var done: [Version] = []
  /// As it was read or last saved, and the bytes of its file.
  private(set) var saved: (notebook: Notebook, bytes: [UInt8])
  /// Called after each edit and each cell that ran.
  package var onChange: (OpenNotebook) -> Void = { _ in }
  /// What changed last, in a few words.
  package private(set) var lastChange = ""

  private let makeSession: (PrintStyleDecision) -> any NotebookSession
  private var startedSession: (any NotebookSession)?

  /// - Parameters:
  ///   - bytes: the file's; with the format they have.
  ///   - file: its name in tracebacks.
  ///   - makeSession: called for the first cell and again after each restart.
  package init(
    _ bytes: [UInt8], format: NotebookFormat, file: String, printStyle: PrintStyleChoice? = nil,
    makeSession: @escaping (PrintStyleDecision) -> any NotebookSession
  ) throws(NotebookError) {
    let document = try format.read(bytes)
    if let language = document.foreignLanguage { throw .foreignLanguage(language) }
    self.file = file
    self.format = format
    self.makeSession = makeSession
    readOnlyVersion = document.readOnlyVersion
    self.printStyle = PrintStyleDecision(
      printStyle ?? document.printStyle, for: document.cells, pythonVersion: document.pythonVersion)
    var notebook: Notebook
    switch document {
    case let document as JupyterNotebook:
      notebook = try Notebook(converting: document)
      notebook.keepsProseApart = true
    case let document as Notebook: notebook = document
    default: notebook = try Notebook(bytes)
    }
    self.notebook = notebook
    parts = notebook.parts
    saved = (notebook, bytes)
  }

  /// A new notebook without cells.
  package static let emptyFile = Array("---\ncnb: 1\nprint-style: numpy-1.26\n---\n".utf8)

  // MARK: - The session

  /// Started where there is none.
  package var session: any NotebookSession {
    if let startedSession { return startedSession }
    let session = makeSession(printStyle)
    startedSession = session
    return session
  }

  /// The running session; `nil` before the first cell.
  package var currentSession: (any NotebookSession)? { startedSession }

  /// Forgets all values. The next cell that runs starts a new session.
  package func restart() {
    startedSession = nil
    history = RunHistory()
    runs = [:]
  }

  package var variables: [Variable] { startedSession?.variables ?? [] }

  // MARK: - Parts

  /// The part that commands are about; `nil` where the notebook is empty.
  package var part: NotebookPart? { parts.indices.contains(position) ? parts[position] : nil }

  package var cells: [Cell] { parts.compactMap(\.cell) }

  /// The place of a cell among the parts.
  package func partIndex(of id: String) -> Int? { parts.firstIndex { $0.cell?.id == id } }

  /// The number of a cell among those of code, from 1 on.
  package func number(of id: String) -> Int? { cells.firstIndex { $0.id == id }.map { $0 + 1 } }

  package var freshness: FreshnessReport { FreshnessReport(of: cells, in: history) }

  // MARK: - Changes

  /// Whether saving would write something else than what is there.
  package var isModified: Bool { notebook.source != saved.notebook.source }

  func changed(_ name: String) {
    lastChange = name
    onChange(self)
  }

  /// The bytes to save.
  ///
  /// - Parameter format: another one than the notebook has; `nil` for its own.
  package func bytes(as other: NotebookFormat? = nil) throws(SteppingError) -> [UInt8] {
    let target = other ?? format
    if other == nil, let readOnlyVersion { throw .readOnlyVersion(readOnlyVersion) }
    var notebook = notebook
    notebook.writeMissingIDs()
    do throws(NotebookError) {
      guard target == .ipynb else { return notebook.source }
      var document = try JupyterNotebook(converting: notebook)
      for cell in notebook.cells {
        guard let run = runs[cell.id], run.isRecorded(in: cell) else { continue }
        document.record(run.result.outputs, executionCount: run.result.executionCount, for: cell.id)
      }
      return document.source
    } catch {
      throw .notebook(error)
    }
  }

  /// Tells that the host has written the bytes.
  package func wasSaved(_ bytes: [UInt8], as format: NotebookFormat, file: String) {
    self.format = format
    self.file = file
    readOnlyVersion = nil
    saved = (notebook, bytes)
  }

  /// Takes over the text of the file, or of a journal, that replaces what is there. It can be undone.
  package func replace(with bytes: [UInt8], format: NotebookFormat, name: String) throws(NotebookError) {
    var notebook = try format == .cnb ? Notebook(bytes) : Notebook(converting: JupyterNotebook(bytes))
    notebook.keepsProseApart = notebook.keepsProseApart || self.notebook.keepsProseApart
    done.append(Version(name: name, notebook: self.notebook, position: position))
    undone = []
    self.notebook = notebook
    position = max(0, min(position, parts.count - 1))
    changed(name)
  }
}

extension CellRun {
  /// Whether the notebook holds what the run gave, and not what a later edit left.
  fileprivate func isRecorded(in cell: Cell) -> Bool {
    result.ending != .interrupted && cell.recorded == RecordedOutput.record(result.outputs)
  }
}
