import Cells
import Synchronization

/// `cnb replay`: every file in a session of its own, several at a time where asked for; reports in the order of the
/// files.
struct ReplayRun: Sendable {
  let files: [String]
  let settings: ComparisonSettings
  let updates: Bool
  let jobs: Int
  let timeLimit: Duration?
  let printStyle: PrintStyleChoice?
  let junit: String?
  let json: String?

  private struct State {
    var next = 0
    var printed = 0
    var results: [ReplayedFile?]
  }

  /// The exit code.
  func run() -> Int32 {
    let state = Mutex(State(results: Array(repeating: nil, count: files.count)))
    let progress = Progress()
    onLargeStacks(count: min(jobs, files.count)) { stackBytes in
      while let index = state.withLock({ claimNext(&$0) }) {
        let (result, isUpdated, failure) = replay(files[index], stackBytes: stackBytes, progress)
        // The session that was interrupted has taken the request; the others and the files that follow need it too.
        if case .replayed(let report) = result, report.outcome() == .interrupted { interruptRequest.request() }
        state.withLock { state in
          state.results[index] = ReplayedFile(file: files[index], result: result, isUpdated: isUpdated)
          progress.clear()
          if let failure { _ = failure.report() }
          printFinished(&state)
        }
      }
    }
    let results = state.withLock { state in
      files.indices.map { state.results[$0] ?? ReplayedFile(file: files[$0], result: .notRun) }
    }
    StandardStreams.flush()
    var status = ReplayedFile.outcome(of: results).rawValue
    do throws(CommandFailure) {
      if let json { try write(ReplayedFile.json(results).text() + "\n", to: json) }
      if let junit { try write(ReplayedFile.junit(results), to: junit) }
    } catch {
      status = max(status, error.report())
    }
    return status
  }

  private func claimNext(_ state: inout State) -> Int? {
    guard state.next < files.count, !interruptRequest.isRequested else { return nil }
    state.next += 1
    return state.next - 1
  }

  /// Also whether the file was rewritten, and why that failed.
  private func replay(
    _ file: String, stackBytes: Int, _ progress: Progress
  ) -> (ReplayedFile.Result, isUpdated: Bool, CommandFailure?) {
    do throws(CommandFailure) {
      let notebook = try readRunnableNotebook(file)
      if updates, let version = notebook.readOnlyVersion {
        throw CommandFailure(
          "\(file) has \(version), which is only read; convert it with cnb convert, then update that")
      }
      let missing = missingFiles(of: notebook, file)
      if !missing.isEmpty { return (.skipped(missing: missing), false, nil) }
      var options = sessionOptions(for: file, stackBytes: stackBytes)
      options.timeLimit = timeLimit
      options.keepsPictures = updates && notebook is JupyterNotebook
      let replay = Replay(notebook, file: baseName(of: file), settings: settings, printStyle: printStyle)
      options.printStyle = replay.printStyle.style
      options.vintage = replay.printStyle.vintage
      let session = makeSession(options)
      let report: ReplayReport
      do throws(NotebookError) {
        report = try replay.run(with: session) {
          index, count, cell in
          progress.show("\(file): cell \(cell.id) (\(index + 1) of \(count))")
        }
      } catch {
        throw CommandFailure(error.message(file: file))
      }
      guard updates, report.outcome() != .interrupted else { return (.replayed(report), false, nil) }
      let updated = report.updated(notebook).source
      if updated == notebook.source { return (.replayed(report), false, nil) }
      do throws(CommandFailure) {
        try writeFile(updated, to: file)
      } catch {
        return (.replayed(report), false, error)
      }
      return (.replayed(report), true, nil)
    } catch {
      return (.unreadable(error.message), false, error)
    }
  }

  /// Prints the files whose turn it is.
  private func printFinished(_ state: inout State) {
    while state.printed < files.count, let file = state.results[state.printed] {
      state.printed += 1
      let isToError = junit == "-" || json == "-"
      let isColoured = Terminal.showsColours(isToError ? .error : .output)
      let lines: [String]
      switch file.result {
      case .replayed(let report):
        lines = report.lines(file: file.file, isColoured: isColoured, isUpdated: file.isUpdated)
      case .skipped(let missing): lines = ["\(file.file): \(ReplayedFile.skipped(missing: missing))"]
      case .unreadable, .notRun: continue
      }
      let text = lines.joined(separator: "\n") + "\n"
      if isToError { StandardStreams.writeForeignError(text) } else { StandardStreams.writeForeign(text) }
    }
    StandardStreams.flush()
  }

  private func write(_ text: String, to file: String) throws(CommandFailure) {
    if file == "-" {
      StandardStreams.writeForeign(text)
      StandardStreams.flush()
    } else {
      try writeFile(Array(text.utf8), to: file)
    }
  }
}
