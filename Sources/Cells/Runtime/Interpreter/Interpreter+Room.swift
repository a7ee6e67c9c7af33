import Arrays

/// Room for what a cell makes at once. Beyond these sizes a slip of the pen would fill the memory, and Swift's own
/// collections end the program where the machine has none left.
extension Interpreter {
  /// Elements that a list or tuple may get at once.
  static let longestSequence = 1 << 28
  /// Bytes that one text may have.
  private static let longestText = 1 << 31
  /// Characters that a number, or the blanks around a text, may be formatted to.
  static let longestField = 1 << 24
  /// Copies from here on are counted, and made in pieces that can be stopped.
  private static let longCopy = 1 << 16

  /// - Throws: `MemoryError` for too many elements.
  static func checkSequenceSize(_ count: Int) throws {
    if count > longestSequence || !Storage.hasRoom(forBytes: count &* MemoryLayout<Value>.stride) {
      throw Raised(Exceptions.memoryError, "")
    }
  }

  /// - Throws: `MemoryError` for too many bytes.
  static func checkTextSize(_ bytes: Int) throws {
    if bytes > longestText || !Storage.hasRoom(forBytes: bytes) { throw Raised(Exceptions.memoryError, "") }
  }

  /// - Throws: `MemoryError` for too many characters.
  static func checkFieldSize(_ count: Int) throws {
    if count > longestField { throw Raised(Exceptions.memoryError, "") }
  }

  /// Elements that several values share until one of them changes: counted as if they were copied already.
  func chargeCopy(_ count: Int) {
    if count >= Interpreter.longCopy { charge(count >> 3) }
  }

  /// One sequence behind the other.
  func joined(_ first: [Value], _ second: [Value]) throws -> [Value] {
    guard first.count + second.count >= Interpreter.longCopy else { return first + second }
    try Interpreter.checkSequenceSize(first.count + second.count)
    var result: [Value] = []
    result.reserveCapacity(first.count + second.count)
    try append(first, to: &result)
    try append(second, to: &result)
    return result
  }

  /// - Throws: `MemoryError`; an interruption in the middle leaves what was appended before it.
  func append(_ more: [Value], to elements: inout [Value]) throws {
    guard more.count >= Interpreter.longCopy else { return elements.append(contentsOf: more) }
    try Interpreter.checkSequenceSize(elements.count + more.count)
    for start in stride(from: 0, to: more.count, by: 4096) {
      try spend(512)
      elements.append(contentsOf: more[start..<min(start + 4096, more.count)])
    }
  }

  /// Texts one behind the other.
  func joined(_ parts: [String]) throws -> String {
    let bytes = parts.reduce(0) { $0 + $1.utf8.count }
    try Interpreter.checkTextSize(bytes)
    chargeCopy(bytes >> 4)
    return parts.joined()
  }

  /// Nested lists of Python's numbers; a number where the array has no axes.
  func nestedLists(_ array: NDArray) throws -> Value {
    try Interpreter.checkSequenceSize(array.count)
    return try nestedLists(inside: array)
  }

  private func nestedLists(inside array: NDArray) throws -> Value {
    guard array.rank > 0 else { return Value(python: array.scalar()) }
    try Interpreter.checkSequenceSize(array.shape[0])
    let (shape, strides) = (Dims(array.shape.dropFirst()), Dims(array.strides.dropFirst()))
    return Value(
      list: try (0..<array.shape[0]).map { index in
        try spend(1)
        let offset = index * array.strides[0]
        if shape.isEmpty { return Value(python: array.scalar(atOffset: offset)) }
        return try nestedLists(inside: array.with(shape: shape, strides: strides, offset: array.offset + offset))
      })
  }
}

extension String {
  /// One character many times, much faster than `String(repeating:count:)`.
  init(filling scalar: Unicode.Scalar, count: Int) {
    let unit = Array(String(scalar).utf8)
    self.init(unsafeUninitializedCapacity: unit.count * Swift.max(count, 0)) { target in
      if unit.count == 1 {
        target.initialize(repeating: unit[0])
      } else {
        for index in target.indices { target.initializeElement(at: index, to: unit[index % unit.count]) }
      }
      return target.count
    }
  }
}
