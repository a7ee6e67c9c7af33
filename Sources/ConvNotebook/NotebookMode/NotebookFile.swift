import Cells

/// The file of the notebook that is open, and the journal of what was not saved.
final class NotebookFile {
  private(set) var path: String
  private var saved: SavedFile
  private(set) var journal: Journal
  /// Whether there was no file yet.
  private(set) var isNew: Bool

  /// What the user has to know or decide before the work begins.
  struct Opening {
    let file: NotebookFile
    let notebook: OpenNotebook
    let recovery: JournalRecovery?
    let warnings: [String]
  }

  private init(path: String, saved: SavedFile, journal: Journal, isNew: Bool) {
    (self.path, self.saved, self.journal, self.isNew) = (path, saved, journal, isNew)
  }

  static func open(_ path: String, options: SessionOptions, printStyle: PrintStyleChoice?) throws(CommandFailure)
    -> Opening
  {
    if path.hasSuffix(".py") { throw CommandFailure("\(path) is a script; 'cnb run \(path)' runs it") }
    let (saved, found) = try SavedFile.open(path)
    let format = NotebookFormat(fileName: path, contents: found ?? [])
    let notebook: OpenNotebook
    do throws(NotebookError) {
      let bytes: [UInt8]
      if let found { bytes = found } else { bytes = try emptyFile(format) }
      notebook = try OpenNotebook(bytes, format: format, file: baseName(of: path), printStyle: printStyle) { decision in
        var options = options
        options.printStyle = decision.style
        options.vintage = decision.vintage
        options.suggestsNames = true
        return Session(options: options)
      }
    } catch {
      throw CommandFailure(error.message(file: path))
    }
    let (opened, journalWarnings) = Journal.open(for: path, base: found)
    var warnings = journalWarnings.map(\.message)
    let journal: Journal
    var recovery: JournalRecovery?
    switch opened {
    case .fresh(let new): journal = new
    case .recoverable(let old, let left): (journal, recovery) = (old, left)
    case .openElsewhere(let process):
      journal = Journal()
      let other = process.map { " (process \($0))" } ?? ""
      warnings.append("\(path) is open in another cnb\(other): save only in one of them; no journal is kept here")
    }
    let file = NotebookFile(path: path, saved: saved, journal: journal, isNew: found == nil)
    return Opening(file: file, notebook: notebook, recovery: recovery, warnings: warnings)
  }

  private static func emptyFile(_ format: NotebookFormat) throws(NotebookError) -> [UInt8] {
    guard format == .ipynb else { return OpenNotebook.emptyFile }
    return try JupyterNotebook(converting: Notebook(OpenNotebook.emptyFile)).source
  }

  func reload() throws(CommandFailure) -> [UInt8]? { try saved.reload() }

  /// - Parameter force: also over what another program wrote.
  func save(_ bytes: [UInt8], force: Bool) throws(CommandFailure) -> (SavedFile.Saving, JournalWarning?) {
    let saving = try saved.save(bytes, force: force)
    guard saving == .saved else { return (saving, nil) }
    isNew = false
    return (saving, journal.saved(bytes))
  }

  /// Goes on under another name, where it has been saved.
  func move(to path: String, _ bytes: [UInt8]) throws(CommandFailure) -> [String] {
    let (saved, _) = try SavedFile.open(path)
    journal.discard()
    let (opened, warnings) = Journal.open(for: path, base: bytes)
    switch opened {
    case .fresh(let new): journal = new
    case .recoverable(let old, _):
      journal = old
      _ = old.restart(from: bytes)
    case .openElsewhere: journal = Journal()
    }
    (self.path, self.saved, isNew) = (path, saved, false)
    return warnings.map(\.message)
  }
}
