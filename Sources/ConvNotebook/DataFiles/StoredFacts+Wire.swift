import Arrays
import Cells

/// How facts about files pass between processes. What is read may come from a process that a file has taken over.

extension StoredType {
  private enum Mark: UInt8 { case bool, signed, unsigned, float, fixedText, utf8, ascii, other }

  private var mark: Mark {
    switch kind {
    case .bool: .bool
    case .integer(let isSigned): isSigned ? .signed : .unsigned
    case .float: .float
    case .fixedText: .fixedText
    case .text(let isUTF8): isUTF8 ? .utf8 : .ascii
    case .other: .other
    }
  }

  func write(to writer: inout WireWriter) {
    writer.write(byte: mark.rawValue)
    if case .other(let name) = kind { writer.write(name) }
    writer.write(size)
    writer.write(isBigEndian)
  }

  init(from reader: inout WireReader) throws(WireError) {
    let byte = try reader.byte()
    guard let mark = Mark(rawValue: byte) else { throw .unknownMark(byte) }
    let kind: Kind =
      switch mark {
      case .bool: .bool
      case .signed: .integer(isSigned: true)
      case .unsigned: .integer(isSigned: false)
      case .float: .float
      case .fixedText: .fixedText
      case .utf8: .text(isUTF8: true)
      case .ascii: .text(isUTF8: false)
      case .other: .other(try reader.text())
      }
    self.init(kind, size: try reader.count(), isBigEndian: try reader.flag())
  }
}

extension StoredRegion {
  func write(to writer: inout WireWriter) {
    writer.write(axes) { writer, axis in
      switch axis {
      case .run(let start, let step, let count):
        writer.write(false)
        for number in [start, step, count] { writer.write(number) }
      case .places(let places):
        writer.write(true)
        writer.write(places) { $0.write($1) }
      }
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    let axes = try reader.list(ofAtLeast: 9) { (reader: inout WireReader) throws(WireError) -> Axis in
      if try reader.flag() { return .places(try reader.integers()) }
      return .run(start: try reader.integer(), step: try reader.integer(), count: try reader.integer())
    }
    self.init(axes)
  }
}

extension StoredDataset {
  func write(to writer: inout WireWriter) {
    writer.writeOptional(shape) { $0.write($1) { $0.write($1) } }
    type.write(to: &writer)
    writer.writeOptional(chunks) { $0.write($1) { $0.write($1) } }
    writer.writeOptional(maxShape) { $0.write($1) { $0.write($1 ?? -1) } }
    writer.writeOptional(compression) { $0.write($1) }
    writer.writeOptional(compressionLevel) { $0.write($1) }
    writer.write(isShuffled)
    writer.write(hasChecksums)
  }

  init(from reader: inout WireReader) throws(WireError) {
    func lengths(_ reader: inout WireReader) throws(WireError) -> [Int]? {
      try reader.flag() ? try reader.lengths() : nil
    }
    let shape = try lengths(&reader)
    self.init(shape: shape, type: try StoredType(from: &reader))
    chunks = try lengths(&reader)
    maxShape = try reader.flag() ? try reader.integers().map { $0 < 0 ? nil : $0 } : nil
    compression = try reader.flag() ? try reader.text() : nil
    compressionLevel = try reader.flag() ? try reader.integer() : nil
    isShuffled = try reader.flag()
    hasChecksums = try reader.flag()
  }
}

extension StoredValue {
  private enum Mark: UInt8 { case numbers, texts, empty }

  func write(to writer: inout WireWriter) {
    switch self {
    case .numbers(let type, let shape, let bytes):
      writer.write(byte: Mark.numbers.rawValue)
      type.write(to: &writer)
      writer.write(shape) { $0.write($1) }
      writer.write(bytes)
    case .texts(let type, let shape, let texts):
      writer.write(byte: Mark.texts.rawValue)
      type.write(to: &writer)
      writer.write(shape) { $0.write($1) }
      writer.write(texts) { $0.write($1) }
    case .empty(let type):
      writer.write(byte: Mark.empty.rawValue)
      type.write(to: &writer)
    }
  }

  /// - Throws: also where there are not as many elements as the shape says.
  init(from reader: inout WireReader) throws(WireError) {
    let byte = try reader.byte()
    guard let mark = Mark(rawValue: byte) else { throw .unknownMark(byte) }
    let type = try StoredType(from: &reader)
    switch mark {
    case .empty: self = .empty(type)
    case .numbers:
      let shape = try reader.lengths()
      let bytes = try reader.data()
      guard let count = StoredRegion.product(shape),
        count.multipliedReportingOverflow(by: type.size) == (bytes.count, false)
      else { throw .invalid("array") }
      // Swift's truth values are 0 and 1 and nothing else.
      if type.kind == .bool, bytes.contains(where: { $0 > 1 }) { throw .invalid("truth value") }
      self = .numbers(type, shape: shape, bytes: bytes)
    case .texts:
      let shape = try reader.lengths()
      let texts = try reader.list(ofAtLeast: 8) { (reader: inout WireReader) throws(WireError) in try reader.data() }
      guard StoredRegion.product(shape) == texts.count else { throw .invalid("array") }
      self = .texts(type, shape: shape, texts)
    }
  }
}

extension WireReader {
  mutating func lengths() throws(WireError) -> [Int] {
    try list(ofAtLeast: 8) { (reader: inout WireReader) throws(WireError) in try reader.count() }
  }

  mutating func integers() throws(WireError) -> [Int] {
    try list(ofAtLeast: 8) { (reader: inout WireReader) throws(WireError) in try reader.integer() }
  }

  mutating func texts() throws(WireError) -> [String] {
    try list(ofAtLeast: 8) { (reader: inout WireReader) throws(WireError) in try reader.text() }
  }
}

extension WireWriter {
  mutating func writeOptional<Element>(_ element: Element?, _ writeElement: (inout WireWriter, Element) -> Void) {
    write(element != nil)
    if let element { writeElement(&self, element) }
  }
}
