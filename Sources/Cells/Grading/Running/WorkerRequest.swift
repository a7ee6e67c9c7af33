import Arrays

/// What a grader asks the process of a submission, one frame each. The first is `start`; `answer` is the only one that
/// comes while another is being answered.
package enum WorkerRequest: Sendable, Equatable {
  case start(SubmissionOptions)
  case run(code: String, name: String)
  case value(expression: String)
  case call(function: String, arguments: [PlainValue], keywords: [Keyword], seed: UInt32?)
  /// From now on these functions are asked for by `WorkerReply.asks`.
  case lend(functions: [String])
  case answer(Outcome<CallResult>)

  package struct Keyword: Sendable, Equatable {
    package let name: String
    package let value: PlainValue

    package init(_ name: String, _ value: PlainValue) {
      self.name = name
      self.value = value
    }

    static func write(_ keywords: [Keyword], to writer: inout WireWriter) {
      writer.write(keywords) {
        $0.write($1.name)
        $1.value.write(to: &$0)
      }
    }

    static func list(from reader: inout WireReader, _ limits: PlainLimits) throws(WireError) -> [Keyword] {
      try reader.list(ofAtLeast: 9) { (reader: inout WireReader) throws(WireError) in
        Keyword(try reader.text(), try PlainValue(from: &reader, limits: limits))
      }
    }
  }

  private enum Mark: UInt8 { case start, run, value, call, lend, answer }

  package var bytes: [UInt8] {
    var writer = WireWriter()
    switch self {
    case .start(let options):
      writer.write(byte: Mark.start.rawValue)
      options.write(to: &writer)
    case .run(let code, let name):
      writer.write(byte: Mark.run.rawValue)
      writer.write(code)
      writer.write(name)
    case .value(let expression):
      writer.write(byte: Mark.value.rawValue)
      writer.write(expression)
    case .call(let function, let arguments, let keywords, let seed):
      writer.write(byte: Mark.call.rawValue)
      writer.write(function)
      writer.write(arguments) { $1.write(to: &$0) }
      Keyword.write(keywords, to: &writer)
      writer.write(seed.map { Int($0) } ?? -1)
    case .lend(let functions):
      writer.write(byte: Mark.lend.rawValue)
      writer.write(functions) { $0.write($1) }
    case .answer(let outcome):
      writer.write(byte: Mark.answer.rawValue)
      outcome.write(to: &writer) { $1.write(to: &$0) }
    }
    return writer.bytes
  }

  /// A grader is trusted; its values may be as large as it likes.
  package init(_ bytes: [UInt8]) throws(WireError) {
    let limits = PlainLimits(bytes: Int.max)
    var reader = WireReader(bytes)
    let byte = try reader.byte()
    guard let mark = Mark(rawValue: byte) else { throw .unknownMark(byte) }
    switch mark {
    case .start: self = .start(try SubmissionOptions(from: &reader))
    case .run: self = .run(code: try reader.text(), name: try reader.text())
    case .value: self = .value(expression: try reader.text())
    case .call:
      let function = try reader.text()
      let arguments = try reader.list(ofAtLeast: 1) { (reader: inout WireReader) throws(WireError) in
        try PlainValue(from: &reader, limits: limits)
      }
      let keywords = try Keyword.list(from: &reader, limits)
      let seed = try reader.integer()
      guard seed == -1 || UInt32(exactly: seed) != nil else { throw .invalid("seed") }
      self = .call(function: function, arguments: arguments, keywords: keywords, seed: UInt32(exactly: seed))
    case .lend:
      self = .lend(
        functions: try reader.list(ofAtLeast: 8) { (reader: inout WireReader) throws(WireError) in try reader.text() })
    case .answer:
      self = .answer(
        try Outcome(from: &reader) { (reader: inout WireReader) throws(WireError) in
          try CallResult(from: &reader, limits: limits)
        })
    }
    try reader.end()
  }
}

extension SubmissionOptions {
  fileprivate func write(to writer: inout WireWriter) {
    writer.write(kind == .script)
    writer.write(printStyle.rawValue)
    writer.write(vintage.python)
    writer.write(vintage.numpy)
    writer.write(Int(limits.time.components.seconds))
    writer.write(Int(limits.time.components.attoseconds))
    writer.write(limits.operations)
    writer.write(limits.output)
    writer.write(limits.memory)
    writer.write(limits.values.depth)
    writer.write(limits.values.bytes)
    writer.write(files.sorted { $0.key < $1.key }) {
      $0.write($1.key)
      $0.write($1.value)
    }
  }

  fileprivate init(from reader: inout WireReader) throws(WireError) {
    self.init()
    kind = try reader.flag() ? .script : .notebook
    guard let style = PrintStyle(rawValue: try reader.text()) else { throw .invalid("print style") }
    printStyle = style
    vintage = Vintage(python: try reader.count(), numpy: try reader.count())
    limits.time = Duration(
      secondsComponent: Int64(try reader.count()), attosecondsComponent: Int64(try reader.count()))
    limits.operations = try reader.count()
    limits.output = try reader.count()
    limits.memory = try reader.count()
    limits.values = PlainLimits(depth: try reader.count(), bytes: try reader.count())
    let files = try reader.list(ofAtLeast: 16) { (reader: inout WireReader) throws(WireError) in
      (try reader.text(), try reader.data())
    }
    self.files = Dictionary(files, uniquingKeysWith: { $1 })
  }
}
