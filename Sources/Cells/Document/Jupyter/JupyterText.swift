/// How a notebook file holds texts of several lines.
enum JupyterText: String, CaseIterable {
  /// As an array of lines, split by Python's `splitlines`: what nbformat writes.
  case lines
  /// As an array of lines, split at newlines only: what JupyterLab and others write.
  case newlines
  /// As one string.
  case string

  func value(of text: String) -> JSONValue {
    if self == .string { return .string(text) }
    var copy = text
    let lines = copy.withUTF8 { bytes in
      var lines: [JSONValue] = []
      var start = 0
      var index = 0
      while index < bytes.count {
        let length = self == .lines ? JupyterText.lineEnd(bytes, index) : (bytes[index] == 0x0A ? 1 : 0)
        index += max(length, 1)
        if length > 0 || index == bytes.count {
          lines.append(.string(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)))
          start = index
        }
      }
      return lines
    }
    return .array(lines)
  }

  /// How many bytes end a line here, for Python; 0 if none do.
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    func isNext(_ offset: Int, _ byte: UInt8) -> Bool { index + offset < bytes.count && bytes[index + offset] == byte }
    switch bytes[index] {
    case 0x0D: return isNext(1, 0x0A) ? 2 : 1
    case 0x0A, 0x0B, 0x0C, 0x1C, 0x1D, 0x1E: return 1
    case 0xC2: return isNext(1, 0x85) ? 2 : 0
    case 0xE2: return isNext(1, 0x80) && (isNext(2, 0xA8) || isNext(2, 0xA9)) ? 3 : 0
    default: return 0
    }
  }
}
