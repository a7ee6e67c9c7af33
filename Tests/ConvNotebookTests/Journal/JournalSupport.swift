import ConvNotebook
import Foundation
import Testing

/// A notebook's file and its journal, in a folder of their own.
final class JournalBench {
  let workspace: Workspace
  let notebook: String
  let stateFolder: String

  init(_ base: String? = "base\n") throws {
    workspace = try Workspace()
    notebook = workspace.url.appendingPathComponent("lesson.cnb").path
    stateFolder = workspace.url.appendingPathComponent("state").path
    if let base { try workspace.write(base, to: "lesson.cnb") }
  }

  var journalPath: String { workspace.url.appendingPathComponent(".lesson.cnb.journal").path }

  func journalBytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: journalPath))) }

  func writeJournal(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: journalPath)) }

  /// As the next start of the program finds it, whatever is in the file then.
  func open() throws -> OpenedForTest {
    let base = (try? Data(contentsOf: URL(fileURLWithPath: notebook))).map { Array($0) }
    let (opened, warnings) = Journal.open(for: notebook, base: base, stateFolder: stateFolder)
    return OpenedForTest(opened, warnings)
  }
}

struct OpenedForTest {
  var journal: Journal?
  var recovery: JournalRecovery?
  var isElsewhere = false
  var process: Int32?
  var warnings: [JournalWarning]

  init(_ opened: OpenedJournal, _ warnings: [JournalWarning]) {
    self.warnings = warnings
    switch opened {
    case .fresh(let journal): self.journal = journal
    case .recoverable(let journal, let recovery): (self.journal, self.recovery) = (journal, recovery)
    case .openElsewhere(let process): (isElsewhere, self.process) = (true, process)
    }
  }

  /// The recovered text.
  var text: String? { recovery.map { String(decoding: $0.text, as: UTF8.self) } }
}

extension Journal {
  func record(_ text: String, label: String = "edit", endingDraftOf cell: String? = nil) -> JournalWarning? {
    record(Array(text.utf8), label: label, endingDraftOf: cell)
  }

  func saved(_ text: String) -> JournalWarning? { saved(Array(text.utf8)) }
}
