import Arrays
import Cells

/// A problem's mark is its place in the list of `StoredError.Problem`.
extension StoredError.Problem {
  func write(to writer: inout WireWriter) {
    func write(_ mark: UInt8, _ text: String? = nil) {
      writer.write(byte: mark)
      if let text { writer.write(text) }
    }
    switch self {
    case .system(let number):
      write(0)
      writer.write(Int(number))
    case .wrongFormat: write(1)
    case .missing(let name): write(2, name)
    case .missingGroup(let name): write(3, name)
    case .notAGroup(let name): write(4, name)
    case .notADataset(let name): write(5, name)
    case .missingAttribute(let name): write(6, name)
    case .exists(let name): write(7, name)
    case .readOnly: write(8)
    case .closed: write(9)
    case .mismatch(let what): write(10, what)
    case .damaged(let words):
      write(11)
      writer.write(words) { $0.write($1) }
    case .tooLarge(let bytes, let limit):
      write(12)
      writer.writeOptional(bytes) { $0.write($1) }
      writer.write(limit)
    case .unsupported(let what): write(13, what)
    case .refused(let why): write(14, why)
    case .readerEnded(let how): write(15, how)
    case .stopped: write(16)
    case .inUse: write(17)
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    let mark = try reader.byte()
    switch mark {
    case 0: self = .system(Int32(truncatingIfNeeded: try reader.integer()))
    case 1: self = .wrongFormat
    case 2: self = .missing(try reader.text())
    case 3: self = .missingGroup(try reader.text())
    case 4: self = .notAGroup(try reader.text())
    case 5: self = .notADataset(try reader.text())
    case 6: self = .missingAttribute(try reader.text())
    case 7: self = .exists(try reader.text())
    case 8: self = .readOnly
    case 9: self = .closed
    case 10: self = .mismatch(try reader.text())
    case 11: self = .damaged(try reader.texts())
    case 12: self = .tooLarge(bytes: try reader.flag() ? try reader.integer() : nil, limit: try reader.integer())
    case 13: self = .unsupported(try reader.text())
    case 14: self = .refused(try reader.text())
    case 15: self = .readerEnded(try reader.text())
    case 16: self = .stopped
    case 17: self = .inUse
    default: throw .unknownMark(mark)
    }
  }
}
