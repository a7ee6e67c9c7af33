/// Why bytes are not what `WireWriter` writes.
package enum WireError: Error, Equatable, CustomStringConvertible {
  case endsEarly
  case goesOn(bytes: Int)
  case unknownMark(UInt8)
  case invalid(String)
  case tooLarge
  case tooDeep

  package var description: String {
    switch self {
    case .endsEarly: "ends too early"
    case .goesOn(let bytes): "goes on for \(bytes) bytes behind its end"
    case .unknownMark(let mark): "has the unknown mark \(mark)"
    case .invalid(let what): "has an invalid \(what)"
    case .tooLarge: "is too large"
    case .tooDeep: "is nested too deeply"
    }
  }
}

/// Reads bytes that anybody may have sent.
///
/// No length is believed before as many bytes are there, and no memory is taken for what is not: whatever the bytes, the
/// answer is a value or a `WireError`.
package struct WireReader {
  private let bytes: [UInt8]
  private var position = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var left: Int { bytes.count - position }

  /// - Throws: where anything is left.
  package func end() throws(WireError) { if left > 0 { throw .goesOn(bytes: left) } }

  private mutating func take(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= left else { throw .endsEarly }
    defer { position += count }
    return bytes[position..<(position + count)]
  }

  package mutating func byte() throws(WireError) -> UInt8 {
    guard left > 0 else { throw .endsEarly }
    defer { position += 1 }
    return bytes[position]
  }

  package mutating func flag() throws(WireError) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw .invalid("truth value")
    }
  }

  package mutating func integer() throws(WireError) -> Int {
    var word: UInt64 = 0
    for byte in try take(8).reversed() { word = word << 8 | UInt64(byte) }
    return Int(truncatingIfNeeded: word)
  }

  /// A length or another number that is not negative.
  package mutating func count() throws(WireError) -> Int {
    let number = try integer()
    guard number >= 0 else { throw .invalid("length") }
    return number
  }

  /// UTF-8.
  package mutating func text() throws(WireError) -> String {
    guard let text = String(validating: try take(try count()), as: UTF8.self) else { throw .invalid("text") }
    return text
  }

  package mutating func data() throws(WireError) -> [UInt8] { [UInt8](try take(try count())) }

  /// - Parameter size: how many bytes an element takes at least.
  package mutating func list<Element>(
    ofAtLeast size: Int, _ readElement: (inout WireReader) throws(WireError) -> Element
  ) throws(WireError) -> [Element] {
    let count = try count()
    guard count <= left / max(size, 1) else { throw .endsEarly }
    var elements: [Element] = []
    // An element may take more memory than bytes: room for all of them is not to be had for the asking.
    elements.reserveCapacity(min(count, 1024))
    for _ in 0..<count { elements.append(try readElement(&self)) }
    return elements
  }
}
