/// Encodings that texts and bytes are converted with.
enum TextEncoding {
  case utf8, ascii, latin1

  /// What happens to what has no place in the encoding.
  enum ErrorHandling {
    case strict, ignore, replace

    /// What an argument `errors` asks for.
    init(_ a: borrowing Arguments, _ index: Int) throws {
      let name = try TextEncoding.name(a, index, "errors") ?? "strict"
      switch name {
      case "strict": self = .strict
      case "ignore": self = .ignore
      case "replace": self = .replace
      default:
        throw Raised(Exceptions.lookupError, "unknown error handler name '\(name)'")
      }
    }
  }

  /// What an argument `encoding` asks for.
  /// - Throws: `LookupError` for an encoding that does not exist.
  init(_ a: borrowing Arguments, _ index: Int) throws {
    let name = try TextEncoding.name(a, index, "encoding") ?? "utf-8"
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8", "u8", "utf", "cp65001": self = .utf8
    case "ascii", "usascii", "646": self = .ascii
    case "latin1", "latin", "iso88591", "l1", "cp819": self = .latin1
    case let other where ["utf", "cp", "iso", "windows", "mac", "koi8", "gb", "big5"].contains(where: other.hasPrefix):
      throw Raised.unsupported("the encoding '\(name)' is not supported: write 'utf-8', 'latin-1' or 'ascii' instead")
    default: throw Raised(Exceptions.lookupError, "unknown encoding: \(name)")
    }
  }

  private static func name(_ a: borrowing Arguments, _ index: Int, _ parameter: String) throws -> String? {
    if a[index].isUndefined { return nil }
    if let text = a[index].asString { return text.value }
    let type = a[index].isNone ? "None" : a.interpreter.typeName(a[index])
    throw Raised.typeError("\(a.function.name)() argument '\(parameter)' must be str, not \(type)")
  }

  private var name: String {
    switch self {
    case .utf8: "utf-8"
    case .ascii: "ascii"
    case .latin1: "latin-1"
    }
  }

  private var limit: UInt32 { self == .ascii ? 0x80 : 0x100 }

  /// - Throws: `UnicodeEncodeError`.
  func encode(_ text: String, onError: ErrorHandling) throws -> [UInt8] {
    if self == .utf8 { return Array(text.utf8) }
    var result: [UInt8] = []
    let scalars = Array(text.unicodeScalars)
    for (position, scalar) in scalars.enumerated() {
      if scalar.value < limit {
        result.append(UInt8(truncatingIfNeeded: scalar.value))
        continue
      }
      switch onError {
      case .ignore: continue
      case .replace: result.append(UInt8(ascii: "?"))
      case .strict:
        let count = scalars[position...].prefix { $0.value >= limit }.count
        let culprit =
          count == 1
          ? "character '\(TextLiteral.escapingNonASCII(String(scalar)))' in position \(position)"
          : "characters in position \(position)-\(position + count - 1)"
        throw Raised(
          Exceptions.unicodeEncodeError,
          "'\(name)' codec can't encode \(culprit): ordinal not in range(\(limit))")
      }
    }
    return result
  }

  /// - Throws: `UnicodeDecodeError`.
  func decode(_ bytes: [UInt8], onError: ErrorHandling) throws -> String {
    var result = String.UnicodeScalarView()
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 || self == .latin1 {
        result.append(Unicode.Scalar(byte))
        position += 1
        continue
      }
      let fault: (length: Int, reason: String)
      if self == .ascii {
        fault = (1, "ordinal not in range(128)")
      } else {
        switch TextEncoding.sequence(bytes[position...]) {
        case .scalar(let scalar, let length):
          result.append(scalar)
          position += length
          continue
        case .invalid(let length, let reason): fault = (length, reason)
        }
      }
      switch onError {
      case .ignore: break
      case .replace: result.append("\u{FFFD}")
      case .strict:
        let culprit =
          fault.length == 1
          ? "byte 0x\(String(byte, radix: 16)) in position \(position)"
          : "bytes in position \(position)-\(position + fault.length - 1)"
        throw Raised(
          Exceptions.unicodeDecodeError, "'\(name)' codec can't decode \(culprit): \(fault.reason)")
      }
      position += fault.length
    }
    return String(result)
  }

  private enum Sequence {
    case scalar(Unicode.Scalar, Int)
    case invalid(Int, String)
  }

  /// One UTF-8 sequence of two bytes or more.
  private static func sequence(_ bytes: ArraySlice<UInt8>) -> Sequence {
    let start = bytes.startIndex
    let lead = bytes[start]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(lead) else { return .invalid(1, "invalid start byte") }
    var code = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      guard start + offset < bytes.endIndex else { return .invalid(offset, "unexpected end of data") }
      let byte = bytes[start + offset]
      var allowed: ClosedRange<UInt8> = 0x80...0xBF
      if offset == 1 {
        // No overlong forms, no surrogates, nothing beyond U+10FFFF.
        switch lead {
        case 0xE0: allowed = 0xA0...0xBF
        case 0xED: allowed = 0x80...0x9F
        case 0xF0: allowed = 0x90...0xBF
        case 0xF4: allowed = 0x80...0x8F
        default: break
        }
      }
      guard allowed.contains(byte) else { return .invalid(offset, "invalid continuation byte") }
      code = code << 6 | UInt32(byte & 0x3F)
    }
    return Unicode.Scalar(code).map { .scalar($0, length) } ?? .invalid(1, "invalid start byte")
  }
}
