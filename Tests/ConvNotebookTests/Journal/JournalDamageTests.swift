import ConvNotebook
import Foundation
import Testing

@Suite struct JournalDamageTests {
  /// Texts that a session recorded, and the journal's length behind each.
  private struct Recording {
    var texts: [String]
    var ends: [Int]
    var bytes: [UInt8]

    init(_ bench: JournalBench) throws {
      let journal = try #require(try bench.open().journal)
      texts = ["base\n"]
      ends = [try bench.journalBytes().count]
      for text in ["base\none\n", "base\none\ntwo\n", "two\n", "", "grüße\n", "base\nfive\n"] {
        #expect(journal.record(text) == nil)
        texts.append(text)
        ends.append(try bench.journalBytes().count)
      }
      bytes = try bench.journalBytes()
      journal.discard()
    }

    /// What the first bytes of the journal tell.
    func text(at count: Int) -> String { texts[ends.lastIndex { $0 <= count } ?? 0] }
  }

  @Test func aJournalThatEndsAnywhereTellsAllChangesBeforeThat() throws {
    let bench = try JournalBench()
    let recording = try Recording(bench)
    for count in 0...recording.bytes.count {
      try bench.writeJournal(Array(recording.bytes.prefix(count)))
      let next = try bench.open()
      #expect(next.text ?? "base\n" == recording.text(at: count), "after \(count) bytes")
      #expect(next.warnings == [], "after \(count) bytes")
      // The torn end does not stand in the way of what follows.
      #expect(next.journal?.record("later\n") == nil)
      next.journal?.close()
      let last = try bench.open()
      #expect(last.text == "later\n", "after \(count) bytes")
      last.journal?.discard()
    }
    #expect(bench.workspace.names == ["lesson.cnb"])
  }

  @Test func anyBitMayBeWrong() throws {
    let bench = try JournalBench()
    let recording = try Recording(bench)
    for index in recording.bytes.indices {
      var bytes = recording.bytes
      bytes[index] ^= 1 << UInt8(index % 8)
      try bench.writeJournal(bytes)
      let next = try bench.open()
      // Where the process number stands, nothing of the changes is damaged.
      let isNumber = (14..<33).contains(index)
      let expected = isNumber ? recording.texts.last : recording.text(at: index)
      #expect(next.text ?? "base\n" == expected, "byte \(index)")
      // A length that is wrong can look like an end that was torn off.
      let isLength = ([33] + recording.ends).contains { ($0..<($0 + 8)).contains(index) }
      #expect(!next.warnings.isEmpty || isNumber || isLength, "byte \(index)")
      next.journal?.discard()
      // What cannot be read may still be worth looking at.
      for name in bench.workspace.names where name.contains(".bad") {
        let url = bench.workspace.url.appendingPathComponent(name)
        #expect(Array(try Data(contentsOf: url)) == bytes, "byte \(index)")
        #expect(next.warnings.map(\.message).joined().contains(name), "byte \(index)")
        try FileManager.default.removeItem(at: url)
      }
    }
  }

  @Test func damageIsToldAndKept() throws {
    let bench = try JournalBench()
    let recording = try Recording(bench)
    var bytes = recording.bytes
    bytes[recording.ends[2] + 30] ^= 0x40
    try bench.writeJournal(bytes)
    let next = try bench.open()
    #expect(next.text == recording.texts[2])
    let aside = bench.journalPath + ".bad"
    #expect(next.warnings == [.setAside(path: bench.journalPath, as: aside, .damaged)])
    #expect(Array(try Data(contentsOf: URL(fileURLWithPath: aside))) == bytes)
    next.journal?.close()
    let last = try bench.open()
    #expect(last.text == recording.texts[2])
    #expect(last.warnings == [])
  }

  @Test func changesOfAnotherJournalDoNotFit() throws {
    let bench = try JournalBench()
    let first = try Recording(bench)
    let journal = try #require(try bench.open().journal)
    _ = journal.record("another\n")
    let another = try bench.journalBytes()
    journal.discard()
    try bench.writeJournal(another + first.bytes[first.ends[1]...])
    #expect(try bench.open().text == "another\n")
  }

  @Test(arguments: [
    "hello", "{\"cells\": []}\n", String(repeating: "\0", count: 4096), "cnb journak 1\nprocess 0000000001\n",
    "CNB JOURNAL 1\n",
  ])
  func whatIsNoJournalIsSetAside(text: String) throws {
    let bench = try JournalBench()
    try bench.writeJournal(Array("an earlier one".utf8))
    #expect(try bench.open().warnings.count == 1)
    try bench.writeJournal(Array(text.utf8))
    let next = try bench.open()
    #expect(next.recovery == nil)
    #expect(
      next.warnings.map(\.message) == [
        "\(bench.journalPath) is no journal; it is kept as \(bench.journalPath).bad-2"
      ])
    #expect(try bench.workspace.read(".lesson.cnb.journal.bad-2") == text)
    #expect(next.journal?.record("changed\n") == nil)
  }

  @Test func aJournalOfALaterVersionIsLeftAlone() throws {
    let bench = try JournalBench()
    let text = "cnb journal 2\nprocess 0000000001\nsomething else"
    try bench.writeJournal(Array(text.utf8))
    let next = try bench.open()
    #expect(next.warnings == [.notUsed(path: bench.journalPath, .otherVersion)])
    #expect(next.journal?.path?.hasPrefix(bench.stateFolder) == true)
    #expect(try bench.workspace.read(".lesson.cnb.journal") == text)
  }

  @Test(arguments: [("theirs\n", true), ("base\n", false)])
  func aJournalOfAnotherNotebookIsSetAside(base: String, isSetAside: Bool) throws {
    let bench = try JournalBench()
    let otherPath = bench.workspace.url.appendingPathComponent("other.cnb").path
    let (opened, _) = Journal.open(for: otherPath, base: Array(base.utf8), stateFolder: bench.stateFolder)
    let other = try #require(OpenedForTest(opened, []).journal)
    _ = other.record("changed\n")
    let path = try #require(other.path)
    other.close()
    try FileManager.default.moveItem(atPath: path, toPath: bench.journalPath)
    let next = try bench.open()
    // Renamed together with its notebook, it starts from what is in the file.
    #expect(next.text == (isSetAside ? nil : "changed\n"))
    let real = try #require(realpath(bench.workspace.url.path, nil))
    defer { free(real) }
    let warning = JournalWarning.setAside(
      path: bench.journalPath, as: bench.journalPath + ".bad", .otherNotebook(String(cString: real) + "/other.cnb"))
    #expect(next.warnings == (isSetAside ? [warning] : []))
  }

  @Test func aFileThatIsTooLargeIsSetAside() throws {
    let bench = try JournalBench()
    try bench.writeJournal(try Recording(bench).bytes)
    #expect(truncate(bench.journalPath, 3 << 30 + 1) == 0)
    let next = try bench.open()
    #expect(next.recovery == nil)
    #expect(next.warnings == [.setAside(path: bench.journalPath, as: bench.journalPath + ".bad", .tooLarge)])
  }
}
