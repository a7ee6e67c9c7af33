import ConvNotebook
import Foundation
import Testing

@Suite struct SavedFileTests {
  enum Event: CaseIterable {
    case nothing, touched, sameBytes, replacedBySameBytes, overwritten, sameSize, replaced, removed
  }

  @Test(arguments: Event.allCases)
  func whatOthersDoToTheFileIsNoticedBeforeItIsOverwritten(event: Event) throws {
    let workspace = try Workspace(["lesson.cnb": "base\n"])
    let path = workspace.url.appendingPathComponent("lesson.cnb").path
    var (file, bytes) = try SavedFile.open(path)
    #expect(bytes == Array("base\n".utf8))
    // Twice: after reading and after writing.
    for _ in 1...2 {
      let now = bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
      let isChange: Bool
      switch event {
      case .nothing: isChange = false
      case .touched:
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: path)
        isChange = false
      case .sameBytes:
        try workspace.write(now, to: "lesson.cnb")
        isChange = false
      case .replacedBySameBytes:
        try workspace.write(now, to: "new")
        #expect(rename(workspace.url.appendingPathComponent("new").path, path) == 0)
        isChange = false
      case .overwritten:
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        handle.write(Data("another text\n".utf8))
        try handle.close()
        isChange = true
      case .sameSize:
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        handle.write(Data("B".utf8))
        try handle.close()
        isChange = true
      case .replaced:
        try workspace.write("theirs\n", to: "new")
        #expect(rename(workspace.url.appendingPathComponent("new").path, path) == 0)
        isChange = true
      case .removed:
        try FileManager.default.removeItem(atPath: path)
        isChange = true
      }
      let change = try file.change()
      #expect((change != .unchanged) == isChange)
      #expect((change == .vanished) == (event == .removed))
      #expect((change.message(file: "lesson.cnb") != nil) == isChange)
      let before = try? workspace.read("lesson.cnb")
      if isChange {
        #expect(try file.save(Array("mine\n".utf8)) == .changedMeanwhile(change))
        #expect((try? workspace.read("lesson.cnb")) == before, "nothing was written")
      }
      #expect(try file.save(Array("mine\n".utf8), force: isChange) == .saved)
      #expect(try workspace.read("lesson.cnb") == "mine\n")
      #expect(try file.change() == .unchanged)
      bytes = Array("mine\n".utf8)
    }
  }

  @Test func aFileThatAppearsIsNotOverwritten() throws {
    let workspace = try Workspace()
    var (file, bytes) = try SavedFile.open(workspace.url.appendingPathComponent("new.cnb").path)
    #expect(bytes == nil)
    #expect(try file.change() == .unchanged)
    try workspace.write("theirs\n", to: "new.cnb")
    #expect(try file.save(Array("mine\n".utf8)) == .changedMeanwhile(.appeared))
    #expect(try file.reload() == Array("theirs\n".utf8))
    #expect(try file.save(Array("mine\n".utf8)) == .saved)
    #expect(try workspace.read("new.cnb") == "mine\n")
  }

  @Test func whatAnotherProgramWroteAlreadyIsSaved() throws {
    let workspace = try Workspace(["lesson.cnb": "base\n"])
    var (file, _) = try SavedFile.open(workspace.url.appendingPathComponent("lesson.cnb").path)
    try workspace.write("mine\n", to: "lesson.cnb")
    #expect(try file.save(Array("mine\n".utf8)) == .saved)
  }

  @Test func theMessageSaysWhen() {
    #expect(SavedFile.Change.unchanged.message(file: "a.cnb") == nil)
    #expect(SavedFile.Change.vanished.message(file: "a.cnb") == "a.cnb was removed or renamed by another program")
    #expect(SavedFile.Change.appeared.message(file: "a.cnb") == "a.cnb was made by another program")
    let message = SavedFile.Change.changed(at: 0).message(file: "a.cnb") ?? ""
    #expect(message.wholeMatch(of: /a.cnb was changed by another program at \d\d:\d\d:00/) != nil)
  }

  @Test func aFolderIsNoFile() throws {
    let workspace = try Workspace()
    let failure = #expect(throws: CommandFailure.self) { _ = try SavedFile.open(workspace.url.path) }
    #expect(failure?.message == "\(workspace.url.path): Is a directory")
  }

  @Test func whatKilledProcessesLeftIsRemoved() throws {
    let kept = [".lesson.cnb.\(getpid())-0.tmp", ".lesson.cnb.x-0.tmp", ".other.cnb.999999999-0.tmp", "lesson.cnb"]
    let workspace = try Workspace()
    for name in kept + [".lesson.cnb.999999999-0.tmp"] { try workspace.write("x", to: name) }
    _ = try SavedFile.open(workspace.url.appendingPathComponent("lesson.cnb").path)
    #expect(workspace.names == kept.sorted())
  }
}
