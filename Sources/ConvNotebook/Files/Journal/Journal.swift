#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Records what was not saved yet, so that it outlives the process (docs/nothing-lost.md).
///
/// Each call says what the state is; what the file lacks is written at once. After a call that failed, the next one writes
/// what both of them lack.
package final class Journal {
  /// `nil` once the journal has ended.
  private var places: JournalPlaces?
  private var file: JournalFile?
  /// Where the file's changes begin.
  private var start = JournalFrames.Position()
  private var end = JournalFrames.Position()
  /// What the file holds.
  private(set) var written = JournalState()
  private var wanted: JournalState
  private var isFailing = false
  /// Whether the file has bytes that are no journal's, which somebody may want to look at.
  private var isDamaged = false

  /// The file that is written to; `nil` where there is none.
  package var path: String? { file?.path }
  /// Whether something would be lost with the journal.
  package var isUnsaved: Bool { wanted.isUnsaved }

  /// Of a notebook whose journal another process has: keeps nothing.
  package convenience init() { self.init(places: nil, base: nil) }

  /// Without a file yet.
  init(places: JournalPlaces?, base: [UInt8]?) {
    self.places = places
    wanted = JournalState(base: base, text: base ?? [])
  }

  /// Goes on with a journal that was read.
  init(places: JournalPlaces, file: JournalFile, contents: JournalFrames.Contents, start: JournalFrames.Position) {
    self.places = places
    self.file = file
    self.start = start
    end = contents.position
    isDamaged = contents.end == .damaged
    written = contents.state
    wanted = contents.state
  }

  deinit { close() }

  /// The notebook is this now.
  ///
  /// - Parameters:
  ///   - text: what would be in the file if it were saved.
  ///   - label: what was done, in a line: `edit conv-forward`.
  ///   - cell: the one whose draft has become part of the text.
  package func record(_ text: [UInt8], label: String, endingDraftOf cell: String? = nil) -> JournalWarning? {
    if let cell { wanted.setDraft(cell, nil) }
    if text != wanted.text {
      wanted.text = text
      wanted.changeCount &+= 1
      (wanted.lastLabel, wanted.lastTime) = (label, time(nil))
    }
    return flush()
  }

  /// The source of a cell that is being edited, at each end of a line; `nil` when it is given up.
  package func draft(_ cell: String, _ text: String?) -> JournalWarning? {
    wanted.setDraft(cell, text)
    wanted.lastTime = time(nil)
    return flush()
  }

  /// The file holds this text now.
  package func saved(_ text: [UInt8]) -> JournalWarning? {
    (wanted.base, wanted.text, wanted.changeCount) = (text, text, 0)
    return flush()
  }

  /// Forgets all changes and drafts: the notebook is what is in the file, or new.
  package func restart(from base: [UInt8]?) -> JournalWarning? {
    wanted = JournalState(base: base, text: base ?? [])
    return flush()
  }

  /// Ends the journal. What was not saved stays in the file, and is offered by the next start.
  package func close() {
    if wanted.isUnsaved { _ = flush() } else { file?.remove() }
    (file, places) = (nil, nil)
  }

  /// Ends the journal, and drops what was not saved.
  package func discard() {
    file?.remove()
    (file, places) = (nil, nil)
    wanted = JournalState()
  }
}

extension Journal {
  /// Writes what the file lacks.
  private func flush() -> JournalWarning? {
    guard let places else { return nil }
    // Somebody may have removed it.
    if file?.isInPlace != true {
      let wasFailing = isFailing
      let problems = makeFile()
      if file == nil { return wasFailing ? nil : .noPlace(problems) }
    }
    guard let file else { return nil }
    guard let problem = write(to: file, places) else {
      defer { isFailing = false }
      return isFailing ? .recordsAgain(path: file.path) : nil
    }
    defer { isFailing = true }
    return isFailing ? nil : .cannotRecord(path: file.path, code: problem.code)
  }

  private func write(to file: JournalFile, _ places: JournalPlaces) -> JournalProblem? {
    if isDamaged { return rewrite(file, places) }
    guard wanted.isUnsaved else {
      if end == start { return nil }
      if let problem = file.truncate(to: start.byteCount) { return problem }
      (written, end) = (JournalState(), start)
      return nil
    }
    // That there is no file is no step from a file that was.
    if wanted.base == nil, written.base != nil { return rewrite(file, places) }
    let records = wanted.records(since: written)
    if records.isEmpty { return nil }
    var end = end
    let frame = JournalFrames.frame(records, at: &end)
    if end.byteCount > largestCount, rewrite(file, places) == nil { return nil }
    if let problem = file.append(frame) { return problem }
    (written, self.end) = (wanted, end)
    return nil
  }

  /// A longer file is written anew, with the last state only.
  private var largestCount: Int {
    min((1 << 20) + 4 * max(wanted.text.count, wanted.base?.count ?? 0), JournalFile.largest)
  }

  private func rewrite(_ file: JournalFile, _ places: JournalPlaces) -> JournalProblem? {
    var (bytes, end) = Journal.beginning(places)
    let start = end
    if wanted.isUnsaved { bytes += JournalFrames.frame(wanted.records(since: JournalState()), at: &end) }
    if let problem = file.replace(with: bytes, settingAside: isDamaged) { return problem }
    (self.start, self.end, isDamaged) = (start, end, false)
    written = wanted.isUnsaved ? wanted : JournalState()
    return nil
  }

  private static func beginning(_ places: JournalPlaces) -> ([UInt8], JournalFrames.Position) {
    var position = JournalFrames.Position()
    let frame = JournalFrames.frame([.notebook(path: places.notebook)], at: &position)
    return (JournalFrames.header(process: getpid()) + frame, position)
  }

  /// Begins a journal's file in the first place that can be written.
  ///
  /// - Returns: the problems of the places before it.
  func makeFile() -> [JournalWarning.Place] {
    (file, isDamaged) = (nil, false)
    guard let places else { return [] }
    let (bytes, position) = Journal.beginning(places)
    var problems: [JournalWarning.Place] = []
    for (index, path) in places.paths.enumerated() {
      if index > 0 { StateFolder.makeFolders(for: path) }
      do throws(JournalProblem) {
        file = try JournalFile.make(path, contents: bytes)
        (start, end, written) = (position, position, JournalState())
        return problems
      } catch {
        problems.append(JournalWarning.Place(path: path, code: error.code))
      }
    }
    isFailing = true
    return problems
  }

  /// Puts a new file in the place of one that is damaged.
  func repair() -> [JournalWarning] {
    guard isDamaged, let file else { return [] }
    let warning = flush()
    return isDamaged ? [warning].compactMap { $0 } : [.setAside(path: file.path, as: file.asideName, .damaged)]
  }

  /// Keeps a damaged file that nothing can be recovered from.
  func setAsideDamage() -> [JournalWarning] {
    guard isDamaged, let file else { return [] }
    return [.setAside(path: file.path, as: file.setAside(), .damaged)]
  }
}
