/// Text for terminals, cut at its colours.
package enum TerminalText {
  /// The pieces between escape sequences for colours, with what these have set. Other control characters stay.
  package static func runs(of text: String) -> [(text: String, style: TerminalStyle)] {
    let bytes = Array(text.utf8)
    var runs: [(text: String, style: TerminalStyle)] = []
    var style = TerminalStyle()
    var start = 0
    func end(at index: Int) {
      guard start < index else { return }
      runs.append((String(decoding: bytes[start..<index], as: UTF8.self), style))
    }
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x1B, let next = endOfColour(bytes, index) else {
        index += 1
        continue
      }
      end(at: index)
      style.apply(numbers(bytes[(index + 2)..<(next - 1)]))
      start = next
      index = next
    }
    end(at: bytes.count)
    return runs
  }

  /// Past `ESC [ 0 ; 31 m` that starts at an offset.
  private static func endOfColour(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
    let isParameter = { (byte: UInt8) in (0x30...0x3B).contains(byte) }
    let end = bytes[(start + 2)...].firstIndex { !isParameter($0) } ?? bytes.count
    return end < bytes.count && bytes[end] == UInt8(ascii: "m") ? end + 1 : nil
  }

  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ":") }
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
  }
}
