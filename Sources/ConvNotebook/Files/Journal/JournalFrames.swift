import Cells

/// The bytes of a journal: a header, then frames. What one call recorded is one frame, which counts whole or not at all.
///
/// A frame is the length of its contents, a check, the contents. The check is the start of the SHA-256 of the check
/// before it and the contents, so that a frame only counts behind the frames that it was written behind.
enum JournalFrames {
  private static let family = Array("cnb journal ".utf8)
  private static let magic = family + Array("1\n".utf8)
  /// Where the process that has the journal open writes its number, which no check covers: it changes with each start.
  static let processOffset = magic.count
  static let headerCount = magic.count + "process 0000000000\n".utf8.count

  static let checkCount = 16

  /// The end of a frame.
  struct Position: Equatable {
    var byteCount = headerCount
    var check = [UInt8](repeating: 0, count: checkCount)
  }

  static func header(process: Int32) -> [UInt8] { magic + processLine(process) }

  static func processLine(_ process: Int32) -> [UInt8] {
    let digits = String(process)
    return Array("process \(String(repeating: "0", count: max(0, 10 - digits.utf8.count)))\(digits)\n".utf8)
  }

  /// The number of the process in a header, if there is one.
  static func process(in header: ArraySlice<UInt8>) -> Int32? {
    guard header.count >= headerCount, header.starts(with: magic) else { return nil }
    let line = header.dropFirst(processOffset).prefix(headerCount - processOffset - 1)
    return Int32(String(decoding: line.dropFirst("process ".utf8.count), as: UTF8.self))
  }

  /// - Parameter position: where the frame is to stand, and then its end.
  static func frame(_ records: [JournalRecord], at position: inout Position) -> [UInt8] {
    let contents = JournalRecord.encode(records)
    position.check = check(contents[...], after: position.check)
    var encoder = JournalEncoder()
    encoder.number(contents.count)
    let bytes = encoder.bytes + position.check + contents
    position.byteCount += bytes.count
    return bytes
  }

  fileprivate static func check(_ contents: ArraySlice<UInt8>, after check: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(check)
    contents.withUnsafeBytes { hash.update($0) }
    return Array(hash.finish().prefix(checkCount))
  }

  /// How a journal ends.
  enum End: Equatable {
    case whole
    /// In a frame that was begun: the process or the machine stopped while it was written.
    case torn
    /// In bytes that were not written like that.
    case damaged
  }

  struct Contents {
    var state = JournalState()
    var notebook: String?
    var end = End.whole
    /// Behind the last frame that counts.
    var position = Position()
    /// Behind the frame that names the notebook, where its changes start.
    var start: Position?
  }

  enum Problem: Error, Equatable {
    case noJournal
    case otherVersion
  }

  static func read(_ bytes: [UInt8]) throws(Problem) -> Contents {
    var contents = Contents()
    guard bytes.count >= headerCount else {
      // The process stopped while it began the journal.
      guard bytes.prefix(magic.count).elementsEqual(magic.prefix(bytes.count)) else { throw .noJournal }
      contents.end = .torn
      return contents
    }
    guard bytes.starts(with: magic) else { throw bytes.starts(with: family) ? .otherVersion : .noJournal }
    while contents.position.byteCount < bytes.count, contents.end == .whole {
      contents.end = contents.addFrame(bytes[contents.position.byteCount...])
    }
    return contents
  }
}

extension JournalFrames.Contents {
  /// Adds the first frame of some bytes, if it was meant to stand there.
  fileprivate mutating func addFrame(_ bytes: ArraySlice<UInt8>) -> JournalFrames.End {
    var decoder = JournalDecoder(bytes)
    guard let count = decoder.number() else { return .torn }
    let front = 8 + JournalFrames.checkCount
    guard count >= 0 else { return .damaged }
    guard bytes.count >= front, count <= bytes.count - front else { return .torn }
    let expected = bytes.dropFirst(8).prefix(JournalFrames.checkCount)
    let frame = bytes.dropFirst(front).prefix(count)
    let actual = JournalFrames.check(frame, after: position.check)
    guard actual.elementsEqual(expected), let records = JournalRecord.decode(frame) else { return .damaged }
    var next = state
    for record in records {
      if case .notebook(let path) = record { notebook = path } else if !next.apply(record) { return .damaged }
    }
    state = next
    position = JournalFrames.Position(byteCount: position.byteCount + front + count, check: actual)
    if start == nil { start = position }
    return .whole
  }
}
