import ConvNotebook
import Foundation
import Testing

@Suite struct JournalPlaceTests {
  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func theJournalStandsBesideTheNotebookAndIsPrivate() throws {
    let bench = try JournalBench()
    let journal = try #require(try bench.open().journal)
    #expect(journal.path == bench.journalPath)
    #expect(try mode(bench.journalPath) == 0o600)
    _ = journal.record("changed\n")
    journal.close()
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: bench.journalPath)
    let next = try bench.open()
    #expect(next.text == "changed\n")
    #expect(try mode(bench.journalPath) == 0o600)
  }

  /// Nobody can make files there, the superuser neither.
  private static let readOnlyFolder = "/proc/self"

  @Test(.enabled(if: FileManager.default.fileExists(atPath: readOnlyFolder)))
  func whereTheFolderIsReadOnlyItStandsInTheStateFolder() throws {
    let bench = try JournalBench()
    let notebook = "\(JournalPlaceTests.readOnlyFolder)/lesson.cnb"
    let base = Array("base\n".utf8)
    func open() -> OpenedForTest {
      let (opened, warnings) = Journal.open(for: notebook, base: base, stateFolder: bench.stateFolder)
      return OpenedForTest(opened, warnings)
    }
    let first = open()
    let path = try #require(first.journal?.path)
    #expect(path.hasPrefix("\(bench.stateFolder)/journals/lesson.cnb-"))
    #expect(first.warnings == [])
    #expect(try mode(path) == 0o600)
    #expect(try mode("\(bench.stateFolder)/journals") == 0o700)
    _ = first.journal?.record("changed\n")
    #expect(open().isElsewhere)
    first.journal?.close()
    let next = open()
    #expect(next.text == "changed\n")
    next.journal?.discard()
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(bench.stateFolder)/journals") == [])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: readOnlyFolder)), arguments: ["/proc/self/state", nil])
  func withoutAPlaceWorkGoesOn(stateFolder: String?) throws {
    let (opened, warnings) = Journal.open(for: "/proc/self/lesson.cnb", base: nil, stateFolder: stateFolder)
    let journal = try #require(OpenedForTest(opened, warnings).journal)
    #expect(warnings.count == 1)
    let message = try #require(warnings.first?.message)
    #expect(message.hasPrefix("no journal is kept, save often: /proc/"))
    #expect(journal.path == nil)
    // It is said once.
    #expect(journal.record("changed\n") == nil)
    #expect(journal.draft("a", "x") == nil)
    #expect(journal.draft("a", nil) == nil)
    #expect(journal.isUnsaved)
    #expect(journal.saved("changed\n") == nil)
    #expect(!journal.isUnsaved)
  }

  @Test func aNameThatIsTooLongForAnotherBesideItGoesToTheStateFolder() throws {
    let bench = try JournalBench()
    let notebook = bench.workspace.url.appendingPathComponent(String(repeating: "n", count: 250) + ".cnb").path
    let (opened, warnings) = Journal.open(for: notebook, base: nil, stateFolder: bench.stateFolder)
    #expect(OpenedForTest(opened, warnings).journal?.path?.hasPrefix(bench.stateFolder) == true)
    #expect(warnings == [])
  }

  @Test func aNotebookHasOneJournalUnderAllItsNames() throws {
    let bench = try JournalBench()
    try FileManager.default.createSymbolicLink(
      atPath: bench.workspace.url.appendingPathComponent("link.cnb").path, withDestinationPath: "lesson.cnb")
    let journal = try #require(try bench.open().journal)
    let (opened, warnings) = Journal.open(
      for: bench.workspace.url.appendingPathComponent("link.cnb").path, base: nil, stateFolder: bench.stateFolder)
    #expect(OpenedForTest(opened, warnings).isElsewhere)
    journal.close()
  }

  enum Obstacle: CaseIterable {
    case symbolicLink, hardLink, pipe, folder, otherOwner

    var reason: JournalWarning.Reason {
      switch self {
      case .symbolicLink: .symbolicLink
      case .hardLink: .severalNames
      case .pipe: .noRegularFile
      case .folder: .cannotOpen(EISDIR)
      case .otherOwner: .otherOwner(12345)
      }
    }
  }

  @Test(arguments: Obstacle.allCases.filter { $0 != .otherOwner || geteuid() == 0 })
  func whatSomebodyPutInItsPlaceIsNeitherReadNorWritten(obstacle: Obstacle) throws {
    let bench = try JournalBench()
    // A journal that would be recovered if it were read.
    _ = try bench.open().journal?.record("planted\n")
    let planted = bench.workspace.url.appendingPathComponent("planted").path
    try FileManager.default.moveItem(atPath: bench.journalPath, toPath: planted)
    switch obstacle {
    case .symbolicLink: #expect(symlink(planted, bench.journalPath) == 0)
    case .hardLink: #expect(link(planted, bench.journalPath) == 0)
    case .pipe: #expect(mkfifo(bench.journalPath, 0o600) == 0)
    case .folder: #expect(mkdir(bench.journalPath, 0o700) == 0)
    case .otherOwner:
      #expect(rename(planted, bench.journalPath) == 0)
      #expect(chown(bench.journalPath, 12345, 12345) == 0)
    }
    let kept = obstacle == .otherOwner ? bench.journalPath : planted
    let bytes = try Data(contentsOf: URL(fileURLWithPath: kept))
    let next = try bench.open()
    #expect(next.recovery == nil)
    #expect(next.warnings == [.notUsed(path: bench.journalPath, obstacle.reason)])
    #expect(next.warnings.first?.message.hasPrefix("\(bench.journalPath) is not used: ") == true)
    #expect(next.journal?.path?.hasPrefix(bench.stateFolder) == true)
    #expect(next.journal?.record("changed\n") == nil)
    next.journal?.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == bytes)
    #expect(try bench.open().text == "changed\n")
  }

  @Test func aNewJournalDoesNotFollowALinkEither() throws {
    let bench = try JournalBench()
    let target = bench.workspace.url.appendingPathComponent("target").path
    #expect(symlink(target, bench.journalPath) == 0)
    #expect(symlink(target, bench.journalPath + ".tmp") == 0)
    let next = try bench.open()
    #expect(next.warnings == [.notUsed(path: bench.journalPath, .symbolicLink)])
    #expect(!FileManager.default.fileExists(atPath: target))
    next.journal?.close()
    #expect(unlink(bench.journalPath) == 0)
    // Neither does one that is written anew.
    let journal = try #require(try bench.open().journal)
    #expect(unlink(bench.journalPath) == 0)
    #expect(journal.record("changed\n") == nil)
    #expect(!FileManager.default.fileExists(atPath: target))
  }
}
