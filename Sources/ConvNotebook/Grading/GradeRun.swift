import Cells
import Isolation
import Synchronization

/// `cnb grade`: all submissions, several at a time where asked for.
struct GradeRun: Sendable {
  let keyFile: String
  let submissions: [String]
  let jobs: Int
  let out: String?
  let seed: UInt32?
  let limits: SubmissionLimits
  let resumes: Bool
  let shard: Shard?

  private struct State {
    var next = 0
    var done = 0
    var lines: [ResultLine] = []
    /// Submissions that the machine could not read.
    var unread: [CommandFailure] = []
    /// What keeps the run from going on.
    var failure: CommandFailure?
  }

  /// The exit code.
  func run() throws(CommandFailure) -> Int32 {
    let (key, digest) = try readKey(keyFile)
    let files = try SubmissionFiles.list(submissions).enumerated()
      .filter { index, _ in shard.map { index % $0.count == $0.index - 1 } ?? true }.map(\.element)
    let (results, earlier, seed) = try openResults(digest, count: files.count)
    let finished = Set(GradeReport(key, earlier).submissions.map(\.submission))
    let open = files.filter { !finished.contains($0.path) }

    let state = Mutex(State(lines: earlier))
    let progress = GradeProgress(count: open.count)
    onLargeStacks(count: min(jobs, open.count)) { stackBytes in
      let grader = Grader(key, seed: seed, stackBytes: stackBytes)
      while let index = state.withLock({ claimNext(&$0, of: open.count) }) {
        let contents: SubmissionFile.Contents
        do throws(CommandFailure) {
          contents = try open[index].read()
        } catch {
          state.withLock { $0.unread.append(error) }
          continue
        }
        let result = grade(contents, of: open[index].path, grader, results)
        results?.sync()
        state.withLock { state in
          state.done += 1
          switch result {
          case .success(let lines): state.lines += lines
          case .failure(let failure): state.failure = state.failure ?? failure
          }
          if let failure = results?.failure { state.failure = state.failure ?? failure }
          progress.show(done: state.done)
        }
      }
    }
    progress.clear()
    let (lines, unread, failure) = state.withLock { ($0.lines, $0.unread, $0.failure) }
    if let failure { throw failure }
    var report = GradeReport(key, lines)
    if interruptRequest.isRequested {
      let rest = out == nil ? "" : "; --resume goes on"
      throw CommandFailure(
        "interrupted after \(report.submissions.count) of \(files.count) submissions\(rest)", status: 130)
    }
    report.notice = fenceNotice(key)
    if let notice = report.notice { StandardStreams.writeError("cnb: \(notice)\n") }
    if let out { try GradeFiles(folder: out).write(report) }
    show(report)
    for failure in unread { _ = failure.report() }
    return unread.isEmpty ? 0 : 1
  }

  /// The file for results, what it holds already, and the seed.
  private func openResults(_ key: String, count: Int) throws(CommandFailure) -> (ResultsFile?, [ResultLine], UInt32) {
    let fresh = seed ?? UInt32.random(in: 1...UInt32.max)
    let part = shard.map { "\($0.index)/\($0.count)" } ?? "1/1"
    let start = ResultStart(key: key, seed: fresh, shard: part, count: count)
    guard let out else { return (nil, [], fresh) }
    try makeFolder(out)
    let path = "\(out)/\(ResultsFile.name)"
    guard fileExists(path) else {
      let results = try ResultsFile(path, keeping: 0)
      results.add(.start(start))
      return (results, [], fresh)
    }
    guard resumes else {
      throw CommandFailure(
        "\(path) holds the results of another run; go on with it by --resume, or give another folder")
    }
    let (lines, length, earlier) = try ResultsFile.lines(of: path, key: key)
    if let seed, let earlier, seed != earlier.seed {
      throw CommandFailure("\(path) was made with --seed \(earlier.seed); leave out --seed, or give another folder")
    }
    if let earlier, part != earlier.shard {
      throw CommandFailure("\(path) was made with --shard \(earlier.shard); give the same, or another folder")
    }
    let results = try ResultsFile(path, keeping: length)
    if earlier == nil { results.add(.start(start)) }
    return (results, lines, earlier?.seed ?? fresh)
  }

  private func claimNext(_ state: inout State, of count: Int) -> Int? {
    guard state.next < count, state.failure == nil, !interruptRequest.isRequested else { return nil }
    state.next += 1
    return state.next - 1
  }

  private func grade(
    _ contents: SubmissionFile.Contents, of file: String, _ grader: Grader, _ results: ResultsFile?
  ) -> Result<[ResultLine], CommandFailure> {
    var lines: [ResultLine] = []
    do throws(CommandFailure) {
      let submission: Submission
      do throws(Submission.Unreadable) {
        switch contents {
        case .bytes(let bytes): submission = try Submission(fileName: file, bytes)
        case .problem(let reason): throw Submission.Unreadable(reason: reason)
        }
      } catch {
        let line = ResultLine.unreadable(submission: file, seed: grader.seed, problem: error.reason)
        results?.add(line)
        return .success([line])
      }
      var notStarted = false
      do throws(Grader.Failure) {
        _ = try grader.grade(
          submission, name: file, makeRunner: { makeRunner(grader.key, &notStarted) },
          onExercise: { exercise in
            // A process that the machine did not start, or that an interruption ended, says nothing of its submission.
            if notStarted || interruptRequest.isRequested { return }
            let line = ResultLine.exercise(submission: file, seed: grader.seed, exercise)
            results?.add(line)
            lines.append(line)
          })
      } catch {
        throw CommandFailure("\(keyFile): exercise \(error.exercise): \(error.text)")
      }
      if notStarted { throw CommandFailure("\(file): no process could be started to run it in") }
      return .success(lines)
    } catch {
      return .failure(error)
    }
  }

  private func makeRunner(_ key: Key, _ notStarted: inout Bool) -> any SubmissionRunner {
    var options = SubmissionOptions()
    options.printStyle = key.printStyle
    options.vintage = Vintage(of: key.printStyle)
    options.limits = limits
    options.files = key.fileContents
    let program = WorkerProgram.current(arguments: ["grade-worker"])
    for _ in 0..<3 {
      let process = WorkerProcess(options, program: program)
      if process.waitUntilReady() { return process }
    }
    notStarted = true
    return WorkerProcess(options, program: program)
  }

  /// What the system did not put around the submissions' processes. Asked of one more of them, for which nobody waits that
  /// has graded something.
  private func fenceNotice(_ key: Key) -> String? {
    var notStarted = false
    guard let process = makeRunner(key, &notStarted) as? WorkerProcess, !notStarted else { return nil }
    return Fence.notice(standing: process.fence)
  }

  private func show(_ report: GradeReport) {
    for grade in report.submissions {
      let points = "\(PointsText.text(grade.points)) of \(PointsText.text(grade.possible))"
      StandardStreams.write("\(grade.submission.visible): \(points)\(grade.problem.map { " (\($0))" } ?? "")\n")
      // Of one submission everything shows; of many the reports tell.
      guard report.submissions.count == 1, grade.problem == nil else { continue }
      for exercise in grade.exercises {
        StandardStreams.write(
          "  \(exercise.id): \(PointsText.text(exercise.points)) of \(PointsText.text(exercise.possible))\n")
        for line in exercise.feedback { StandardStreams.write("    \(line.visible)\n") }
      }
    }
  }
}
