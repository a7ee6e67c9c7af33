import Cells

extension NotebookMode {
  func save() throws(CommandFailure) {
    if let version = notebook.readOnlyVersion {
      throw CommandFailure(SteppingError.readOnlyVersion(version).message)
    }
    let bytes = try carryOut { () throws(SteppingError) in try notebook.bytes() }
    try write(bytes, force: false)
  }

  private func write(_ bytes: [UInt8], force: Bool) throws(CommandFailure) {
    let (saving, warning) = try file.save(bytes, force: force)
    warn(warning)
    switch saving {
    case .saved:
      notebook.wasSaved(bytes, as: notebook.format, file: baseName(of: file.path))
      tell("saved \(file.path)")
    case .changedMeanwhile(let change):
      let message = change.message(file: file.path) ?? file.path
      say(message + ".")
      let question = "Overwrite it (o), read it instead (r), or neither ([n])? "
      switch input.answer(question, otherwise: "n").prefix(1) {
      case "o": try write(bytes, force: true)
      case "r": try reload()
      default: throw CommandFailure("nothing was saved; 'save as' writes another file")
      }
    }
  }

  func save(as path: String) throws(CommandFailure) {
    let format = NotebookFormat(fileName: path, contents: notebook.format == .ipynb ? Array("{".utf8) : [])
    let bytes = try carryOut { () throws(SteppingError) in try notebook.bytes(as: format) }
    var target = try SavedFile.open(path)
    if target.bytes != nil, path != file.path {
      let answer = input.answer("\(path) exists. Overwrite it (y/[n])? ", otherwise: "n")
      guard answer.hasPrefix("y") else { throw CommandFailure("\(path) exists; nothing was saved") }
    }
    _ = try target.file.save(bytes, force: true)
    for warning in try file.move(to: path, bytes) { say(warning) }
    notebook.wasSaved(bytes, as: format, file: baseName(of: path))
    tell("saved \(path)")
  }

  /// What the file holds takes the place of what is here.
  func reload() throws(CommandFailure) {
    guard let bytes = try file.reload() else { throw CommandFailure("\(file.path) is not there") }
    do throws(NotebookError) {
      try notebook.replace(with: bytes, format: notebook.format, name: "reload")
    } catch {
      throw CommandFailure(error.message(file: file.path))
    }
    notebook.wasSaved(bytes, as: notebook.format, file: baseName(of: file.path))
    warn(file.journal.saved(bytes))
    showCurrent()
    tell("read \(file.path) again")
  }

  // MARK: - Leaving

  /// Asks once where something was not saved.
  func leave(atEnd: Bool) -> Outcome {
    guard notebook.isModified else { return .leaves(0) }
    guard isTyped else {
      say("cnb: \(file.path): changes were not saved; the next start offers them")
      return .leaves(1)
    }
    let question = "There are unsaved changes: save ([s]), discard (d), stay (c)? "
    switch input.answer(question, otherwise: atEnd ? "keep" : "c", interrupted: "c").prefix(1) {
    case "", "s", "y":
      do throws(CommandFailure) {
        try save()
      } catch {
        say(error.message)
        return .goesOn
      }
      return notebook.isModified ? .goesOn : .leaves(0)
    case "d", "n":
      file.journal.discard()
      return .leaves(0)
    case "k": return .leaves(0)
    default: return .goesOn
    }
  }

  // MARK: - Recovering

  /// Offers what an earlier process did not save. False where the user decides later.
  func offer(_ recovery: JournalRecovery) -> Bool {
    let count = recovery.changeCount
    let drafts = recovery.drafts.map(\.cell).joined(separator: ", ")
    let what = [
      count > 0 ? "\(count) \(count == 1 ? "change" : "changes") (the last: \(recovery.lastLabel))" : nil,
      drafts.isEmpty ? nil : "what was being typed in \(drafts)",
    ].compactMap { $0 }.joined(separator: " and ")
    say("\(file.path): an earlier session did not save \(what).")
    if !recovery.baseMatchesFile { say("The file has been changed since by another program.") }
    let answer = input.answer("Recover it ([y]), discard it (d), or decide later (l)? ", otherwise: isTyped ? "l" : "y")
    switch answer.prefix(1) {
    case "l": return false
    case "d", "n":
      let bytes = try? file.reload()
      warn(file.journal.restart(from: bytes ?? nil))
    default: recover(recovery)
    }
    return true
  }

  private func recover(_ recovery: JournalRecovery) {
    do {
      try notebook.replace(with: recovery.text, format: notebook.format, name: "recover")
    } catch {
      return say(error.message(file: "the journal"))
    }
    for draft in recovery.drafts {
      do throws(SteppingError) {
        if notebook.partIndex(of: draft.cell) != nil {
          try notebook.go(to: draft.cell)
          try notebook.setText(draft.text)
        } else if draft.cell.hasSuffix("prose") {
          notebook.last()
          try notebook.insertProse(draft.text, .below)
        } else {
          notebook.last()
          try notebook.insertCell(draft.text, .below)
        }
      } catch {
        say(error.message)
      }
      warn(file.journal.draft(draft.cell, nil))
    }
    tell("recovered; 's' saves it, 'z' takes it back")
  }
}
