import Arrays
import Cells
import Testing

/// The format between a grader and a submission's process: what is written is read, and nothing else is.
@Suite struct WireTests {
  static let values: [PlainValue] = [
    .none, .bool(true), .int(.min), .bigInt("-123456789012345678901234567890"), .float(-0.0), .float(.nan),
    .text("é\u{1F600}\0"), .bytes([0, 255]), .scalar(.bool(false)), .scalar(.uint8(255)), .scalar(.int64(-1)),
    .scalar(.float32(.nan)), .scalar(.float64(.leastNonzeroMagnitude)), .list([]),
    .tuple([.list([.int(1), .none]), .text("")]), .dict([.init(.text("a"), .dict([])), .init(.int(1), .float(2))]),
  ]

  static let arrays: [PlainValue] = [
    (DType.float64, [2, 3] as Dims), (.bool, [2]), (.uint8, [0, 5]), (.int64, []), (.float32, [1, 1, 1, 2]),
  ].compactMap { dtype, shape in
    let bytes = [UInt8](repeating: 1, count: (shape.product ?? 0) * dtype.itemSize)
    return PlainArray(dtype, shape: shape, bytes: bytes).map { .array($0) }
  }

  private func read(_ bytes: [UInt8], _ limits: PlainLimits = PlainLimits()) throws(WireError) -> PlainValue {
    var reader = WireReader(bytes)
    let value = try PlainValue(from: &reader, limits: limits)
    try reader.end()
    return value
  }

  private func written(_ value: PlainValue) -> [UInt8] {
    var writer = WireWriter()
    value.write(to: &writer)
    return writer.bytes
  }

  @Test("a value is read as it was written", arguments: values + arrays)
  func roundTrip(_ value: PlainValue) throws {
    #expect(try read(written(value)) == value)
  }

  @Test("an opaque value stays one, and equals nothing")
  func opaque() throws {
    let value = try read(written(.opaque("Equal")))
    guard case .opaque("Equal") = value else {
      Issue.record("\(value)")
      return
    }
    #expect(value != .opaque("Equal"))
  }

  @Test("bytes that end early or go on are no value", arguments: values + arrays)
  func truncated(_ value: PlainValue) {
    let bytes = written(value)
    for count in 0..<bytes.count {
      #expect(throws: WireError.self) { try read([UInt8](bytes[..<count])) }
    }
    #expect(throws: WireError.goesOn(bytes: 1)) { try read(bytes + [0]) }
  }

  @Test("random changes give a value or an error, and what is read is written the same again")
  func flipped() throws {
    var random = RandomSource(seed: 5)
    let all = written(.list(WireTests.values + WireTests.arrays))
    var errors = 0
    for _ in 0..<20_000 {
      var bytes = all
      for _ in 0...random.below(3) {
        bytes[random.below(bytes.count)] = UInt8(random.below(256))
      }
      do {
        let value = try read(bytes)
        #expect(written(value) == bytes)
      } catch {
        errors += 1
      }
    }
    #expect(errors > 1000)
  }

  @Test("replies survive their way, and random bytes are no reply")
  func replies() throws {
    let outputs: [CellOutput] = [
      .stdout("a"), .stderr("b"), .value("c"), .display("d"), .error(className: "E", message: "m", traceback: "t"),
      .figure(FigureRecord(width: 3, height: 4, digest: "d", axes: 2, contents: ["x", ""])),
    ]
    let replies: [WorkerReply] = [
      .ready(fence: ["seccomp"]), .cell(CellOutcome(outputs: outputs, ending: .completed, operations: 5)),
      .cell(CellOutcome(ending: .raised(class: "E", message: "m", traceback: "t"))),
      .cell(CellOutcome(ending: .limit(.operations))), .value(.value(.int(1))), .value(.missing("x")),
      .value(.raised(class: "E", message: "m")), .value(.timeOut), .value(.operations), .value(.memory),
      .value(.output),
      .call(.value(CallResult(returned: .none, argumentsAfter: [.int(1)], outputs: outputs, operations: 7))), .borrowed,
      .asks(function: "f", arguments: [.int(1)], keywords: [.init("b", .text("c"))]),
    ]
    var random = RandomSource(seed: 6)
    for reply in replies {
      let bytes = reply.bytes
      #expect(try WorkerReply(bytes) == reply)
      for count in 0..<bytes.count {
        #expect(throws: WireError.self) { try WorkerReply([UInt8](bytes[..<count])) }
      }
      for _ in 0..<2000 {
        var changed = bytes
        changed[random.below(changed.count)] = UInt8(random.below(256))
        if let read = try? WorkerReply(changed) { #expect(read.bytes == changed) }
      }
    }
  }

  @Test("requests survive their way")
  func requests() throws {
    var options = SubmissionOptions()
    options.kind = .script
    options.printStyle = .numpy113
    options.vintage = .numpy111
    options.limits.time = .milliseconds(1500)
    options.limits.memory = 3
    options.files = ["public_tests.py": [1, 2]]
    let array = try #require(WireTests.arrays.first)
    for request: WorkerRequest in [
      .start(options), .run(code: "x = 1", name: "cell a"), .value(expression: "x"),
      .call(function: "f", arguments: [array], keywords: [.init("b", .int(2))], seed: .max),
      .call(function: "f", arguments: [], keywords: [], seed: nil), .lend(functions: ["f", "g"]),
      .answer(.value(CallResult(returned: array, argumentsAfter: [], outputs: [], operations: 1))),
      .answer(.raised(class: "ValueError", message: "m")),
    ] {
      #expect(try WorkerRequest(request.bytes) == request)
    }
  }

  @Test("nesting and size have limits, and memory is not to be had for the asking")
  func limits() throws {
    var deep = PlainValue.none
    for _ in 0..<32 { deep = .list([deep]) }
    #expect(try read(written(deep)) == deep)
    #expect(throws: WireError.tooDeep) { try read(written(.tuple([deep]))) }
    #expect(throws: WireError.tooDeep) { try read(written(.dict([.init(.none, deep)]))) }
    #expect(throws: WireError.tooLarge) { try read(written(.bytes([0, 1, 2])), PlainLimits(bytes: 66)) }
    // A list mark and a length that no memory has room for.
    var writer = WireWriter()
    writer.write(byte: written(.list([]))[0])
    writer.write(Int.max)
    #expect(throws: WireError.endsEarly) { try read(writer.bytes) }
    writer = WireWriter()
    writer.write(byte: written(.list([]))[0])
    writer.write([UInt8](repeating: 0, count: 4 << 20))
    #expect(throws: WireError.tooLarge) { try read(writer.bytes) }
  }

  @Test(
    "an array's shape must be that of its bytes",
    arguments: [[2, 3], [-1, -8], [Int.max, 2], [1 << 62, 1 << 62], [0, Int.max], [8, 1, 1, 1, 1, 1, 1, 1, 1]])
  func shapes(_ shape: [Int]) {
    var writer = WireWriter()
    writer.write(byte: written(WireTests.arrays[0])[0])
    writer.write(byte: DType.uint8.rawValue)
    writer.write(shape) { $0.write($1) }
    writer.write([UInt8](repeating: 0, count: 8))
    #expect(throws: WireError.self) { try read(writer.bytes) }
  }

  @Test("a boolean is 0 or 1 in arrays, too: Swift's is not safe with others")
  func booleans() throws {
    #expect(PlainArray(.bool, shape: [2], bytes: [1, 2]) == nil)
  }
}
