import Cells
import ConvNotebook
import Foundation
import Testing

@Suite struct JournalForgeryTests {
  /// Contents of frames as somebody may write them who knows the format, with checks that fit.
  enum Forgery: CaseIterable {
    case empty, unknownRecord, cutOff, longText, negativeLength, outside, negativePrefix, largePrefix, largeRemoval
    case largestNumber, manyDrafts, badText

    private static func number(_ value: Int) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    private static func text(_ value: String) -> [UInt8] { number(value.utf8.count) + Array(value.utf8) }

    private static func change(_ prefix: Int, _ removed: Int, _ inserted: [UInt8], number: Int = 1) -> [UInt8] {
      let splice = [prefix, removed, inserted.count].map(self.number).joined() + inserted
      return Array([[2], splice, text("edit"), self.number(number), self.number(.max)].joined())
    }

    private static func draft(_ cell: String) -> [UInt8] {
      Array([[4], text(cell), number(0), number(0), text("x"), number(.min)].joined())
    }

    var contents: [UInt8] {
      switch self {
      case .empty: []
      case .unknownRecord: [77, 1, 2, 3]
      case .cutOff: Array(Forgery.change(0, 0, [65]).dropLast())
      case .longText: [1] + Forgery.number(.max)
      case .negativeLength: [1] + Forgery.number(-1)
      case .outside: Forgery.change(1000, 0, [65])
      case .negativePrefix: Forgery.change(-1, 1, [65])
      case .largePrefix: Forgery.change(.max, .max, [65])
      case .largeRemoval: Forgery.change(0, .max, [65])
      case .largestNumber: Forgery.change(0, 0, Array("forged\n".utf8), number: .max)
      case .manyDrafts: (0..<100).flatMap { Forgery.draft(String($0)) }
      case .badText: Forgery.change(0, 0, [0xFF, 0xC3, 0x00])
      }
    }

    /// What is recovered; `nil` where nothing is.
    var text: [UInt8]? {
      switch self {
      case .largestNumber: Array("forged\n".utf8)
      case .manyDrafts: []
      case .badText: [0xFF, 0xC3, 0x00]
      default: nil
      }
    }

    func frame(after check: inout [UInt8]) -> [UInt8] {
      var hash = SHA256()
      hash.update(check)
      hash.update(contents)
      check = Array(hash.finish().prefix(16))
      return Forgery.number(contents.count) + check + contents
    }
  }

  @Test(arguments: Forgery.allCases)
  func aJournalThatSomebodyForgedDoesNoHarm(forgery: Forgery) throws {
    let bench = try JournalBench()
    let journal = try #require(try bench.open().journal)
    var bytes = try bench.journalBytes()
    var check = Array(bytes[(33 + 8)..<(33 + 24)])
    bytes += forgery.frame(after: &check)
    journal.close()
    try bench.writeJournal(bytes)
    let next = try bench.open()
    #expect(next.recovery?.text == forgery.text)
    #expect(next.journal?.record("changed\n") == nil)
    next.journal?.close()
    #expect(try bench.open().text == "changed\n")
  }
}
