/// Python's `bytes`, as far as cells need them.
enum BytesMethods {
  static let constructor: NativeFunction = NativeFunction("bytes", "source=, encoding=, errors=") { a in
    if a[0].isUndefined { return .object(BytesObject([])) }
    if let text = a[0].asString {
      guard !a[1].isUndefined else { throw Raised.typeError("string argument without an encoding") }
      return .object(BytesObject(try TextEncoding(a, 1).encode(text.value, onError: .init(a, 2))))
    }
    if !a[1].isUndefined { throw Raised.typeError("encoding without a string argument") }
    return .object(BytesObject(try bytes(a[0], a.interpreter)))
  }

  static let all: [String: Value] = table(
    [
      method("decode", "encoding=, errors=") { a in
        Value(try TextEncoding(a, 1).decode(receiver(a), onError: .init(a, 2)))
      },
      method("hex", "sep=") { a in
        let digits = try receiver(a).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return Value(digits.joined(separator: try a.text(1, default: "")))
      },
      ("fromhex", .object(MethodWrapper(.classMethod, .object(fromHexadecimal)))),
      method("startswith", "prefix, /") { a in .bool(try receiver(a).starts(with: argument(a))) },
      method("endswith", "suffix, /") { a in
        let suffix = try argument(a)
        return .bool(try receiver(a).suffix(suffix.count).elementsEqual(suffix))
      },
      method("join", "iterable, /") { a in
        var result: [UInt8] = []
        for (index, element) in try a.interpreter.collect(a[1]).enumerated() {
          guard let part = element.asBytes else {
            throw Raised.typeError(
              "sequence item \(index): expected a bytes-like object, \(a.interpreter.typeName(element)) found")
          }
          if index > 0 { result += try receiver(a) }
          result += part.value
          try Interpreter.checkTextSize(result.count)
        }
        return .object(BytesObject(result))
      },
    ])

  /// The bytes that a value stands for: bytes, a number of zeros, or numbers from 0 to 255.
  static func bytes(_ value: Value, _ interpreter: Interpreter) throws -> [UInt8] {
    if let bytes = value.asBytes { return bytes.value }
    if case .int(let count) = value {
      if count < 0 { throw Raised.valueError("negative count") }
      try Interpreter.checkTextSize(count)
      return Array(repeating: 0, count: count)
    }
    let isIterable =
      switch value.object?.kind {
      case .list, .tuple, .range, .set, .dict, .dictView, .iterator, .generator, .array: true
      default: interpreter.userMethod(value, "__iter__") != nil
      }
    guard isIterable else {
      throw Raised.typeError("cannot convert '\(interpreter.typeName(value))' object to bytes")
    }
    return try interpreter.collect(value).map { element in
      guard let byte = UInt8(exactly: try interpreter.index(element)) else {
        throw Raised.valueError("bytes must be in range(0, 256)")
      }
      return byte
    }
  }

  private static func receiver(_ a: borrowing Arguments) throws -> [UInt8] {
    if let bytes = a[0].asBytes { return bytes.value }
    throw Raised.typeError(
      "descriptor '\(a.function.name)' for 'bytes' objects doesn't apply to a '\(a.interpreter.typeName(a[0]))' object")
  }

  private static func argument(_ a: borrowing Arguments) throws -> [UInt8] {
    if let bytes = a[1].asBytes { return bytes.value }
    throw Raised.typeError(
      "\(a.function.name) first arg must be bytes or a tuple of bytes, not \(a.interpreter.typeName(a[1]))")
  }

  private static let fromHexadecimal: NativeFunction = NativeFunction("fromhex", "string, /", isMethod: true) { a in
    let text = Array(try a.text(1).unicodeScalars)
    var result: [UInt8] = []
    var position = 0
    func digit(_ place: Int) throws -> UInt8 {
      let scalar = place < text.count ? text[place] : " "
      let value = scalar.isASCII ? NumberText.digit(UInt8(truncatingIfNeeded: scalar.value)) : 255
      guard value < 16 else {
        throw Raised.valueError("non-hexadecimal number found in fromhex() arg at position \(place)")
      }
      return value
    }
    while position < text.count {
      if text[position].isPythonSpace {
        position += 1
      } else {
        result.append(try digit(position) << 4 | digit(position + 1))
        position += 2
      }
    }
    return .object(BytesObject(result))
  }
}
