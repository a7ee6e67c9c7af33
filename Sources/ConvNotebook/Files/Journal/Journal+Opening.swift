#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What an earlier process did not save.
package struct JournalRecovery: Equatable {
  /// The notebook with all changes, but for the drafts.
  package var text: [UInt8]
  /// What the file held before them; `nil` where there was none.
  package var base: [UInt8]?
  /// Whether the file still holds that. If not, another program changed it, and saving overwrites what that one did.
  package var baseMatchesFile: Bool
  /// Cells that were being edited, the one that was begun first in front.
  package var drafts: [JournalDraft]
  package var changeCount: Int
  /// In a line, without control characters.
  package var lastLabel: String
  /// In seconds since 1970.
  package var lastTime: Int
}

package enum OpenedJournal {
  /// Nothing is left from before.
  case fresh(Journal)
  /// The journal goes on from the recovered state. To refuse it, `restart(from:)` what is in the file; to decide later,
  /// `close()`.
  case recoverable(Journal, JournalRecovery)
  /// In another process, whose number is not always known. Reading goes on; to change the notebook nevertheless, work
  /// with `Journal()`, which keeps nothing.
  case openElsewhere(process: Int32?)
}

extension Journal {
  /// - Parameters:
  ///   - path: of the notebook, which need not be there yet.
  ///   - base: what its file holds; `nil` where there is none.
  package static func open(
    for path: String, base: [UInt8]?, stateFolder: String? = StateFolder.path
  ) -> (opened: OpenedJournal, warnings: [JournalWarning]) {
    let places = JournalPlaces(notebook: path, stateFolder: stateFolder)
    var warnings: [JournalWarning] = []
    // Once more where another process began its journal at the same moment.
    for _ in 0..<10 {
      if let opened = open(places, base, &warnings) { return (opened, warnings) }
    }
    return (.openElsewhere(process: nil), warnings)
  }

  private static func open(
    _ places: JournalPlaces, _ base: [UInt8]?, _ warnings: inout [JournalWarning]
  ) -> OpenedJournal? {
    var free: Set<String> = []
    var found: (Journal, JournalRecovery)?
    for path in places.paths {
      switch JournalFile.find(path) {
      case .missing: free.insert(path)
      case .openElsewhere(let process): return .openElsewhere(process: process)
      case .refused(let reason):
        let warning = JournalWarning.notUsed(path: path, reason)
        if !warnings.contains(warning) { warnings.append(warning) }
      case .open(let file):
        guard let journal = resume(file, places, base, &warnings), found == nil else { continue }
        let recovery = journal.recovery(file: base)
        if !journal.isUnsaved || recovery.drafts.isEmpty && recovery.text == base ?? [] {
          // Nothing was changed, or it was saved and the process ended before it could say so.
          warnings += journal.setAsideDamage()
          journal.discard()
        } else {
          warnings += journal.repair()
          found = (journal, recovery)
        }
      }
    }
    if let (journal, recovery) = found { return .recoverable(journal, recovery) }
    let journal = Journal(places: places, base: base)
    let problems = journal.makeFile()
    if problems.contains(where: { free.contains($0.path) && ($0.code == EEXIST || $0.code == EWOULDBLOCK) }) {
      journal.discard()
      return nil
    }
    if journal.path == nil { warnings.append(.noPlace(problems)) }
    return .fresh(journal)
  }

  /// - Returns: `nil` for a file that is of no use, which has another name then or is gone.
  private static func resume(
    _ file: JournalFile, _ places: JournalPlaces, _ base: [UInt8]?, _ warnings: inout [JournalWarning]
  ) -> Journal? {
    func setAside(_ reason: JournalWarning.Reason) {
      warnings.append(.setAside(path: file.path, as: file.setAside(), reason))
    }
    guard let bytes = file.read() else {
      setAside(.tooLarge)
      return nil
    }
    let contents: JournalFrames.Contents
    do throws(JournalFrames.Problem) {
      contents = try JournalFrames.read(bytes)
    } catch {
      switch error {
      case .noJournal: setAside(.noJournal)
      case .otherVersion: warnings.append(.notUsed(path: file.path, .otherVersion))
      }
      return nil
    }
    guard let start = contents.start, let notebook = contents.notebook else {
      if contents.end == .damaged { setAside(.damaged) } else { file.remove() }
      return nil
    }
    // A notebook that was renamed together with its journal still is what the journal starts from.
    guard places.areOf(notebook, journal: file.path) || contents.state.base == base else {
      setAside(.otherNotebook(notebook))
      return nil
    }
    file.claim(byteCount: contents.position.byteCount)
    return Journal(places: places, file: file, contents: contents, start: start)
  }

  private func recovery(file: [UInt8]?) -> JournalRecovery {
    let label = written.lastLabel.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? " " : Character(scalar)
    }
    return JournalRecovery(
      text: written.text, base: written.base, baseMatchesFile: written.base == file, drafts: written.drafts,
      changeCount: written.changeCount, lastLabel: String(label), lastTime: written.lastTime)
  }
}
