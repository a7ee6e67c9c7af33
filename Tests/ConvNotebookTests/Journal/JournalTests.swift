import ConvNotebook
import Foundation
import Testing

@Suite struct JournalTests {
  @Test(arguments: [
    ["base\n", "base\nmore\n"],
    ["base\n", ""],
    ["", "x"],
    ["aaaa", "aaa", "aaaaa", "aaaa!"],
    ["grüße\n", "grüsse\n", "gr🙂e\n", "🙂🙃\n"],
    ["one\ntwo\nthree\n", "two\nthree\n", "two\n", "two\nthree\nfour\n"],
    [
      String(repeating: "x", count: 5000),
      String(repeating: "x", count: 5000) + "y" + String(repeating: "x", count: 5000),
    ],
  ])
  func theLastTextIsRecovered(texts: [String]) throws {
    let bench = try JournalBench(texts[0])
    var journal = try #require(try bench.open().journal)
    for count in 1..<texts.count {
      #expect(journal.record(texts[count], label: "edit \(count)") == nil)
      journal.close()
      let next = try bench.open()
      #expect(next.text == texts[count])
      #expect(next.recovery?.base == Array(texts[0].utf8))
      #expect(next.recovery?.baseMatchesFile == true)
      #expect(next.recovery?.changeCount == count)
      #expect(next.recovery?.lastLabel == "edit \(count)")
      #expect(next.warnings == [])
      journal = try #require(next.journal)
    }
  }

  @Test func aNotebookWithoutAFileIsRecovered() throws {
    let bench = try JournalBench(nil)
    let journal = try #require(try bench.open().journal)
    #expect(journal.record("new\n") == nil)
    journal.close()
    let next = try bench.open()
    #expect(next.text == "new\n")
    #expect(next.recovery?.base == nil)
    #expect(next.recovery?.baseMatchesFile == true)
  }

  @Test func theTimeOfTheLastChangeIsKept() throws {
    let bench = try JournalBench()
    let before = Int(Date().timeIntervalSince1970)
    _ = try bench.open().journal?.record("changed\n")
    let time = try #require(try bench.open().recovery?.lastTime)
    #expect((before...before + 60).contains(time))
  }

  @Test func controlCharactersOfALabelBecomeSpaces() throws {
    let bench = try JournalBench()
    _ = try bench.open().journal?.record("changed\n", label: "a\u{1b}[2Jb\nc")
    #expect(try bench.open().recovery?.lastLabel == "a [2Jb c")
  }

  @Test func nothingIsLeftWhereNothingIsUnsaved() throws {
    let bench = try JournalBench()
    let untouched = try #require(try bench.open().journal)
    #expect(bench.workspace.names == [".lesson.cnb.journal", "lesson.cnb"])
    untouched.close()
    #expect(bench.workspace.names == ["lesson.cnb"])

    let undone = try #require(try bench.open().journal)
    _ = undone.record("changed\n")
    _ = undone.record("base\n")
    #expect(!undone.isUnsaved)
    undone.close()
    #expect(bench.workspace.names == ["lesson.cnb"])

    let saved = try #require(try bench.open().journal)
    _ = saved.record("changed\n")
    try bench.workspace.write("changed\n", to: "lesson.cnb")
    _ = saved.saved("changed\n")
    saved.close()
    #expect(bench.workspace.names == ["lesson.cnb"])
  }

  @Test func changesAfterASaveAreRecoveredOnTopOfIt() throws {
    let bench = try JournalBench()
    let journal = try #require(try bench.open().journal)
    _ = journal.record("one\n")
    _ = journal.record("two\n")
    try bench.workspace.write("two\n", to: "lesson.cnb")
    #expect(journal.saved("two\n") == nil)
    #expect(journal.record("three\n") == nil)
    journal.close()
    let next = try bench.open()
    #expect(next.text == "three\n")
    #expect(next.recovery?.base == Array("two\n".utf8))
    #expect(next.recovery?.baseMatchesFile == true)
    #expect(next.recovery?.changeCount == 1)
  }

  @Test func aSaveThatTheJournalDidNotHearOfNeedsNoRecovery() throws {
    let bench = try JournalBench()
    _ = try bench.open().journal?.record("changed\n")
    try bench.workspace.write("changed\n", to: "lesson.cnb")
    let next = try bench.open()
    #expect(next.recovery == nil)
    #expect(next.warnings == [])
    #expect(next.journal?.isUnsaved == false)
  }

  @Test func aFileThatChangedMeanwhileIsTold() throws {
    let bench = try JournalBench()
    _ = try bench.open().journal?.record("base\nmine\n")
    try bench.workspace.write("base\ntheirs\n", to: "lesson.cnb")
    let next = try bench.open()
    #expect(next.text == "base\nmine\n")
    #expect(next.recovery?.base == Array("base\n".utf8))
    #expect(next.recovery?.baseMatchesFile == false)
  }

  @Test func aRecoveryThatIsRefusedIsForgotten() throws {
    let bench = try JournalBench()
    _ = try bench.open().journal?.record("changed\n")
    let next = try bench.open()
    #expect(next.text == "changed\n")
    #expect(next.journal?.restart(from: Array("base\n".utf8)) == nil)
    next.journal?.close()
    #expect(bench.workspace.names == ["lesson.cnb"])
  }

  @Test func aRecoveryThatIsPutOffIsOfferedAgain() throws {
    let bench = try JournalBench()
    _ = try bench.open().journal?.record("changed\n")
    for _ in 1...2 {
      let next = try bench.open()
      #expect(next.text == "changed\n")
      next.journal?.close()
    }
  }

  @Test func aSessionThatEndedWithoutAChangeLeavesNothingToRecover() throws {
    let bench = try JournalBench()
    let journal = try #require(try bench.open().journal)
    let bytes = try bench.journalBytes()
    journal.close()
    try bench.writeJournal(bytes)
    #expect(try bench.open().recovery == nil)
    try bench.writeJournal(bytes)
    try bench.workspace.write("theirs\n", to: "lesson.cnb")
    let next = try bench.open()
    #expect(next.recovery == nil)
    #expect(next.warnings == [])
  }

  @Test func discardedChangesAreNotOffered() throws {
    let bench = try JournalBench()
    let journal = try #require(try bench.open().journal)
    _ = journal.record("changed\n")
    journal.discard()
    #expect(bench.workspace.names == ["lesson.cnb"])
  }

  @Test func draftsAreRecoveredBesideTheText() throws {
    let bench = try JournalBench()
    let journal = try #require(try bench.open().journal)
    #expect(journal.draft("conv-forward", "def f():") == nil)
    #expect(journal.draft("conv-forward", "def f():\n    x = 'ä'\n") == nil)
    #expect(journal.draft("conv-forward", "def f():\n    x = 'ö'\n") == nil)
    #expect(journal.draft("pool", "p") == nil)
    journal.close()
    let next = try bench.open()
    #expect(next.text == "base\n")
    #expect(
      next.recovery?.drafts == [
        JournalDraft(cell: "conv-forward", text: "def f():\n    x = 'ö'\n"), JournalDraft(cell: "pool", text: "p"),
      ])
    #expect(next.recovery?.changeCount == 0)
  }

  @Test func aDraftEndsWithTheChangeThatItBecomes() throws {
    let bench = try JournalBench()
    let journal = try #require(try bench.open().journal)
    _ = journal.draft("a", "x = 1")
    _ = journal.draft("b", "y = 1")
    #expect(journal.record("base\nx = 1\n", label: "edit a", endingDraftOf: "a") == nil)
    journal.close()
    let next = try bench.open()
    #expect(next.text == "base\nx = 1\n")
    #expect(next.recovery?.drafts == [JournalDraft(cell: "b", text: "y = 1")])
    #expect(next.journal?.draft("b", nil) == nil)
    #expect(next.journal?.saved("base\nx = 1\n") == nil)
    next.journal?.close()
    #expect(bench.workspace.names == ["lesson.cnb"])
  }

  @Test func draftsOutliveASave() throws {
    let bench = try JournalBench()
    let journal = try #require(try bench.open().journal)
    _ = journal.record("saved\n")
    _ = journal.draft("a", "x = 1")
    try bench.workspace.write("saved\n", to: "lesson.cnb")
    _ = journal.saved("saved\n")
    journal.close()
    let next = try bench.open()
    #expect(next.text == "saved\n")
    #expect(next.recovery?.baseMatchesFile == true)
    #expect(next.recovery?.changeCount == 0)
    #expect(next.recovery?.drafts == [JournalDraft(cell: "a", text: "x = 1")])
  }

  @Test func theFileStaysSmall() throws {
    let text = String(repeating: "line\n", count: 2000)
    let bench = try JournalBench(text)
    let journal = try #require(try bench.open().journal)
    var largest = 0
    for number in 1...400 {
      // Changed at both ends, so that each step has the whole text.
      #expect(journal.record("\(number)\n\(text)\(number)\n", label: "edit \(number)") == nil)
      largest = max(largest, try FileManager.default.attributesOfItem(atPath: bench.journalPath)[.size] as? Int ?? 0)
    }
    #expect(largest <= 1 << 20 + 5 * text.utf8.count)
    #expect(largest > 1 << 20, "the limit was reached")
    journal.close()
    #expect(bench.workspace.names == [".lesson.cnb.journal", "lesson.cnb"])
    let next = try bench.open()
    #expect(next.text == "400\n\(text)400\n")
    #expect(next.recovery?.changeCount == 400)
    #expect(next.recovery?.base == Array(text.utf8))
  }

  @Test func aJournalThatSomebodyRemovedIsWrittenAnew() throws {
    let bench = try JournalBench()
    let journal = try #require(try bench.open().journal)
    _ = journal.record("one\n")
    try FileManager.default.removeItem(atPath: bench.journalPath)
    #expect(journal.record("two\n") == nil)
    #expect(journal.path == bench.journalPath)
    // What another process has put there meanwhile is its own.
    try FileManager.default.removeItem(atPath: bench.journalPath)
    let other = try #require(try bench.open().journal)
    #expect(journal.record("three\n") == nil)
    #expect(journal.path?.hasPrefix(bench.stateFolder) == true)
    #expect(other.path == bench.journalPath)
    other.close()
    journal.close()
    let next = try bench.open()
    #expect(next.text == "three\n")
    #expect(next.recovery?.base == Array("base\n".utf8))
  }

  @Test func anEndedJournalKeepsNothing() throws {
    let bench = try JournalBench()
    let journal = try #require(try bench.open().journal)
    _ = journal.record("one\n")
    journal.close()
    #expect(journal.record("two\n") == nil)
    #expect(journal.path == nil)
    let next = try bench.open()
    #expect(next.text == "one\n")
    next.journal?.discard()
    #expect(next.journal?.record("three\n") == nil)
    #expect(bench.workspace.names == ["lesson.cnb"])
  }
}
