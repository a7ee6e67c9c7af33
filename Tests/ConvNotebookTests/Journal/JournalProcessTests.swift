import ConvNotebook
import Foundation
import Testing

/// With processes of their own, where Swift Testing can start them.
@Suite struct JournalProcessTests {
  @Test func aSecondProcessIsToldWhoHasTheNotebook() async throws {
    let bench = try JournalBench()
    let journal = try #require(try bench.open().journal)
    _ = journal.record("changed\n")
    let (notebook, state, process) = (bench.notebook, bench.stateFolder, getpid())
    await #expect(processExitsWith: .success) {
      [notebook = notebook as String, state = state as String, process = process as Int32] in
      let (opened, warnings) = Journal.open(for: notebook, base: nil, stateFolder: state)
      let second = OpenedForTest(opened, warnings)
      #expect(second.isElsewhere)
      #expect(second.process == process)
      #expect(warnings == [])
    }
    #expect(journal.record("more\n") == nil)
    journal.close()
    #expect(try bench.open().text == "more\n")
  }

  @Test func whatAKilledProcessRecordedIsRecovered() async throws {
    let bench = try JournalBench()
    let (notebook, state) = (bench.notebook, bench.stateFolder)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [notebook = notebook as String, state = state as String] in
      let (opened, warnings) = Journal.open(for: notebook, base: Array("base\n".utf8), stateFolder: state)
      let journal = OpenedForTest(opened, warnings).journal
      _ = journal?.record("one\n")
      _ = journal?.draft("a", "x = 1\n")
      _ = journal?.record("two\n", label: "ran a")
      kill(getpid(), SIGKILL)
    }
    let next = try bench.open()
    #expect(next.text == "two\n")
    #expect(next.recovery?.lastLabel == "ran a")
    #expect(next.recovery?.changeCount == 2)
    #expect(next.recovery?.drafts == [JournalDraft(cell: "a", text: "x = 1\n")])
    #expect(next.warnings == [])
  }

  /// Limits how large files can be: what a process sees of a full disk, without one.
  private static func limitFiles(to count: Int) {
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit()
    getrlimit(fileSizeLimit, &limit)
    limit.rlim_cur = count == .max ? limit.rlim_max : rlim_t(count)
    setrlimit(fileSizeLimit, &limit)
  }

  #if os(Linux)
    private static let fileSizeLimit = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
  #else
    private static let fileSizeLimit = RLIMIT_FSIZE
  #endif

  @Test func aFullDiskIsToldOnceAndCostsNothingOnceThereIsRoom() async throws {
    let bench = try JournalBench()
    let (notebook, state) = (bench.notebook, bench.stateFolder)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [notebook = notebook as String, state = state as String] in
      let (opened, warnings) = Journal.open(for: notebook, base: Array("base\n".utf8), stateFolder: state)
      let journal = try #require(OpenedForTest(opened, warnings).journal)
      let path = try #require(journal.path)
      #expect(journal.record("one\n") == nil)
      let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
      JournalProcessTests.limitFiles(to: size + 20)
      #expect(journal.record("two\n") == .cannotRecord(path: path, code: EFBIG))
      #expect(journal.record("three\n") == nil)
      #expect(journal.draft("a", "x") == nil)
      let between = try Data(contentsOf: URL(fileURLWithPath: path)).count
      #expect(between == size, "no part of a change is left")
      JournalProcessTests.limitFiles(to: .max)
      #expect(journal.record("four\n") == .recordsAgain(path: path))
      #expect(journal.record("five\n") == nil)
      kill(getpid(), SIGKILL)
    }
    let next = try bench.open()
    #expect(next.text == "five\n")
    #expect(next.recovery?.changeCount == 5)
    #expect(next.recovery?.drafts == [JournalDraft(cell: "a", text: "x")])
  }

  @Test func onAFullDiskWhatWasRecordedBeforeStays() async throws {
    let bench = try JournalBench()
    let (notebook, state) = (bench.notebook, bench.stateFolder)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [notebook = notebook as String, state = state as String] in
      let (opened, warnings) = Journal.open(for: notebook, base: Array("base\n".utf8), stateFolder: state)
      let journal = OpenedForTest(opened, warnings).journal
      _ = journal?.record("one\n")
      JournalProcessTests.limitFiles(to: 0)
      #expect(journal?.record("two\n") != nil)
      kill(getpid(), SIGKILL)
    }
    #expect(try bench.open().text == "one\n")
  }

  @Test func aFullDiskAtTheStartIsRetried() async throws {
    let bench = try JournalBench()
    let (notebook, state) = (bench.notebook, bench.stateFolder)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [notebook = notebook as String, state = state as String] in
      JournalProcessTests.limitFiles(to: 0)
      let (opened, warnings) = Journal.open(for: notebook, base: Array("base\n".utf8), stateFolder: state)
      let journal = try #require(OpenedForTest(opened, warnings).journal)
      #expect(journal.path == nil)
      #expect(warnings.count == 1)
      #expect(journal.record("one\n") == nil)
      JournalProcessTests.limitFiles(to: .max)
      let warning = journal.record("two\n")
      #expect(warning == journal.path.map { .recordsAgain(path: $0) })
      #expect(warning != nil)
      kill(getpid(), SIGKILL)
    }
    #expect(try bench.open().text == "two\n")
  }

  @Test func aSaveThatFailsLeavesTheFileAndTheJournal() async throws {
    let bench = try JournalBench()
    let (notebook, state) = (bench.notebook, bench.stateFolder)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [notebook = notebook as String, state = state as String] in
      var (file, base) = try SavedFile.open(notebook)
      let (opened, warnings) = Journal.open(for: notebook, base: base, stateFolder: state)
      let journal = OpenedForTest(opened, warnings).journal
      _ = journal?.record("one\n")
      JournalProcessTests.limitFiles(to: 2)
      let failure = #expect(throws: CommandFailure.self) { try file.save(Array("one\n".utf8)) }
      #expect(failure?.message == "cannot write \(notebook): File too large")
      kill(getpid(), SIGKILL)
    }
    #expect(try bench.workspace.read("lesson.cnb") == "base\n")
    #expect(try bench.open().text == "one\n")
    #expect(bench.workspace.names == [".lesson.cnb.journal", "lesson.cnb"])
  }

  /// The process says in a file of its own what it was told is recorded, saves now and then, and is killed by a clock.
  @Test(arguments: 1...12)
  func nothingThatWasRecordedIsLostAtAnyMoment(seed: Int) async throws {
    let bench = try JournalBench("0\n")
    let (notebook, state) = (bench.notebook, bench.stateFolder)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [notebook = notebook as String, state = state as String, seed = seed as Int] in
      let delay = Double(seed * seed) * 0.0011
      Thread.detachNewThread {
        Thread.sleep(forTimeInterval: delay)
        kill(getpid(), SIGKILL)
      }
      var (file, base) = try SavedFile.open(notebook)
      let (opened, warnings) = Journal.open(for: notebook, base: base, stateFolder: state)
      let journal = try #require(OpenedForTest(opened, warnings).journal)
      let acknowledged = open("\(notebook).count", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      for number in 1... {
        let text = "\(number)\n" + String(repeating: "x", count: number % 7 * 1000)
        _ = journal.record(text)
        if number % 5 == 0, try file.save(Array(text.utf8)) == .saved { _ = journal.saved(Array(text.utf8)) }
        let digits = Array("\(number)".utf8)
        _ = pwrite(acknowledged, digits, digits.count, 0)
      }
    }
    let acknowledged = Int((try? bench.workspace.read("lesson.cnb.count")) ?? "0") ?? 0
    let next = try bench.open()
    let text = try next.text ?? bench.workspace.read("lesson.cnb")
    let number = try #require(Int(text.prefix { $0 != "\n" }))
    #expect((acknowledged...acknowledged + 1).contains(number))
    #expect(text == "\(number)\n" + String(repeating: "x", count: number % 7 * 1000))
    #expect(next.warnings == [])
    #expect(next.recovery?.baseMatchesFile ?? true)
  }
}
