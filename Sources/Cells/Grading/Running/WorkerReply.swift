/// What the process of a submission answers, one frame for each request, and before it one for each call of a function
/// that it was lent.
///
/// The submission may have taken the process over and send what it likes: a reply is read as strictly as a value, and
/// says nothing about how the process ended, which its starter sees for itself.
package enum WorkerReply: Sendable, Equatable {
  /// The fence stands, by the names of its parts.
  case ready(fence: [String])
  case cell(CellOutcome)
  case value(Outcome<PlainValue>)
  case call(Outcome<CallResult>)
  /// Functions were lent.
  case borrowed
  case asks(function: String, arguments: [PlainValue], keywords: [WorkerRequest.Keyword])

  private enum Mark: UInt8 { case ready, cell, value, call, borrowed, asks }

  package var bytes: [UInt8] {
    var writer = WireWriter()
    switch self {
    case .ready(let fence):
      writer.write(byte: Mark.ready.rawValue)
      writer.write(fence) { $0.write($1) }
    case .cell(let outcome):
      writer.write(byte: Mark.cell.rawValue)
      outcome.write(to: &writer)
    case .value(let outcome):
      writer.write(byte: Mark.value.rawValue)
      outcome.write(to: &writer) { $1.write(to: &$0) }
    case .call(let outcome):
      writer.write(byte: Mark.call.rawValue)
      outcome.write(to: &writer) { $1.write(to: &$0) }
    case .borrowed: writer.write(byte: Mark.borrowed.rawValue)
    case .asks(let function, let arguments, let keywords):
      writer.write(byte: Mark.asks.rawValue)
      writer.write(function)
      writer.write(arguments) { $1.write(to: &$0) }
      WorkerRequest.Keyword.write(keywords, to: &writer)
    }
    return writer.bytes
  }

  package init(_ bytes: [UInt8], limits: PlainLimits = PlainLimits()) throws(WireError) {
    var reader = WireReader(bytes)
    let byte = try reader.byte()
    guard let mark = Mark(rawValue: byte) else { throw .unknownMark(byte) }
    switch mark {
    case .ready:
      self = .ready(
        fence: try reader.list(ofAtLeast: 8) { (reader: inout WireReader) throws(WireError) in try reader.text() })
    case .cell: self = .cell(try CellOutcome(from: &reader))
    case .value:
      self = .value(
        try Outcome(from: &reader) { (reader: inout WireReader) throws(WireError) in
          try PlainValue(from: &reader, limits: limits)
        })
    case .call:
      self = .call(
        try Outcome(from: &reader) { (reader: inout WireReader) throws(WireError) in
          try CallResult(from: &reader, limits: limits)
        })
    case .borrowed: self = .borrowed
    case .asks:
      let function = try reader.text()
      let arguments = try reader.list(ofAtLeast: 1) { (reader: inout WireReader) throws(WireError) in
        try PlainValue(from: &reader, limits: limits)
      }
      self = .asks(
        function: function, arguments: arguments, keywords: try WorkerRequest.Keyword.list(from: &reader, limits))
    }
    try reader.end()
  }
}
