/// What a journal says, one step after another.
enum JournalRecord: Equatable {
  /// Which notebook this is about, by its absolute path: the first record.
  case notebook(path: String)
  case change(Splice, label: String, number: Int, time: Int)
  /// The text as it is now is what the file holds.
  case saved
  /// Of the source of a cell that is being edited.
  case draft(cell: String, Splice, time: Int)
  case draftEnd(cell: String)
}

extension JournalRecord {
  private enum Kind: UInt8 {
    case notebook = 1
    case change, saved, draft, draftEnd
  }

  static func encode(_ records: [JournalRecord]) -> [UInt8] {
    var encoder = JournalEncoder()
    for record in records { record.encode(into: &encoder) }
    return encoder.bytes
  }

  private func encode(into encoder: inout JournalEncoder) {
    switch self {
    case .notebook(let path):
      encoder.byte(Kind.notebook.rawValue)
      encoder.bytes(Array(path.utf8))
    case .change(let splice, let label, let number, let time):
      encoder.byte(Kind.change.rawValue)
      encoder.splice(splice)
      encoder.bytes(Array(label.utf8))
      encoder.number(number)
      encoder.number(time)
    case .saved:
      encoder.byte(Kind.saved.rawValue)
    case .draft(let cell, let splice, let time):
      encoder.byte(Kind.draft.rawValue)
      encoder.bytes(Array(cell.utf8))
      encoder.splice(splice)
      encoder.number(time)
    case .draftEnd(let cell):
      encoder.byte(Kind.draftEnd.rawValue)
      encoder.bytes(Array(cell.utf8))
    }
  }

  /// - Returns: `nil` for bytes that are no records.
  static func decode(_ bytes: ArraySlice<UInt8>) -> [JournalRecord]? {
    var decoder = JournalDecoder(bytes)
    var records: [JournalRecord] = []
    while !decoder.isAtEnd {
      guard let record = decode(from: &decoder) else { return nil }
      records.append(record)
    }
    return records
  }

  private static func decode(from decoder: inout JournalDecoder) -> JournalRecord? {
    guard let kind = decoder.byte().flatMap(Kind.init) else { return nil }
    switch kind {
    case .notebook: return decoder.text().map { .notebook(path: $0) }
    case .change:
      guard let splice = decoder.splice(), let label = decoder.text(), let number = decoder.number(),
        let time = decoder.number()
      else { return nil }
      return .change(splice, label: label, number: number, time: time)
    case .saved: return .saved
    case .draft:
      guard let cell = decoder.text(), let splice = decoder.splice(), let time = decoder.number() else { return nil }
      return .draft(cell: cell, splice, time: time)
    case .draftEnd: return decoder.text().map { .draftEnd(cell: $0) }
    }
  }
}

/// Numbers are 64 bits, the lowest byte first; texts have their length in front.
struct JournalEncoder {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func number(_ value: Int) {
    let value = UInt64(bitPattern: Int64(value))
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift))) }
  }

  mutating func bytes(_ value: [UInt8]) {
    number(value.count)
    bytes += value
  }

  mutating func splice(_ splice: Splice) {
    number(splice.prefixCount)
    number(splice.removedCount)
    bytes(splice.inserted)
  }
}

/// Reads what `JournalEncoder` wrote, from bytes that may be anything.
struct JournalDecoder {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func byte() -> UInt8? { rest.popFirst() }

  mutating func number() -> Int? {
    guard rest.count >= 8 else { return nil }
    var value: UInt64 = 0
    for byte in rest.prefix(8).reversed() { value = value << 8 | UInt64(byte) }
    rest = rest.dropFirst(8)
    return Int(Int64(bitPattern: value))
  }

  mutating func bytes() -> [UInt8]? {
    guard let count = number(), count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func text() -> String? { bytes().map { String(decoding: $0, as: UTF8.self) } }

  mutating func splice() -> Splice? {
    guard let prefix = number(), let removed = number(), let inserted = bytes() else { return nil }
    return Splice(prefixCount: prefix, removedCount: removed, inserted: inserted)
  }
}
