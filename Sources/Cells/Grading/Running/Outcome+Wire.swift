private enum OutcomeMark: UInt8 { case value, raised, missing, timeOut, operations, memory, output }

extension Outcome {
  /// Deaths and broken protocols are not for the process itself to tell.
  func write(to writer: inout WireWriter, _ writeValue: (inout WireWriter, Given) -> Void) {
    switch self {
    case .value(let value):
      writer.write(byte: OutcomeMark.value.rawValue)
      writeValue(&writer, value)
    case .raised(let name, let message):
      writer.write(byte: OutcomeMark.raised.rawValue)
      writer.write(name)
      writer.write(message)
    case .missing(let name):
      writer.write(byte: OutcomeMark.missing.rawValue)
      writer.write(name)
    case .timeOut: writer.write(byte: OutcomeMark.timeOut.rawValue)
    case .operations: writer.write(byte: OutcomeMark.operations.rawValue)
    case .memory: writer.write(byte: OutcomeMark.memory.rawValue)
    case .output, .died, .tampered: writer.write(byte: OutcomeMark.output.rawValue)
    }
  }

  init(
    from reader: inout WireReader, _ readValue: (inout WireReader) throws(WireError) -> Given
  ) throws(WireError) {
    let byte = try reader.byte()
    guard let mark = OutcomeMark(rawValue: byte) else { throw .unknownMark(byte) }
    switch mark {
    case .value: self = .value(try readValue(&reader))
    case .raised: self = .raised(class: try reader.text(), message: try reader.text())
    case .missing: self = .missing(try reader.text())
    case .timeOut: self = .timeOut
    case .operations: self = .operations
    case .memory: self = .memory
    case .output: self = .output
    }
  }
}

extension CallResult {
  func write(to writer: inout WireWriter) {
    returned.write(to: &writer)
    writer.write(argumentsAfter) { $1.write(to: &$0) }
    writer.write(outputs) { $1.write(to: &$0) }
    writer.write(operations)
  }

  init(from reader: inout WireReader, limits: PlainLimits) throws(WireError) {
    self.init(
      returned: try PlainValue(from: &reader, limits: limits),
      argumentsAfter: try reader.list(ofAtLeast: 1) { (reader: inout WireReader) throws(WireError) in
        try PlainValue(from: &reader, limits: limits)
      },
      outputs: try reader.list(ofAtLeast: 9) { (reader: inout WireReader) throws(WireError) in
        try CellOutput(from: &reader)
      }, operations: try reader.count())
  }
}
