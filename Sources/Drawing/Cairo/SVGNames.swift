/// The names of parts in an SVG that Cairo wrote.
///
/// Cairo numbers them through all files of a process, so that the second picture of the same figure would be another file.
struct SVGNames {
  private var numbers: [ArraySlice<UInt8>: Int] = [:]

  /// The file with parts numbered from 1 in their order. O(length).
  static func numbered(_ bytes: [UInt8]) -> [UInt8] {
    var names = SVGNames()
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      result.append(bytes[index])
      index += 1
      guard let last = result.last, last == UInt8(ascii: "#") || last == UInt8(ascii: "\""), names.starts(result) else {
        continue
      }
      let word = bytes[index...].prefix { (97...122).contains($0) }
      let digits = bytes[word.endIndex...].prefix { (48...57).contains($0) }
      guard !word.isEmpty, !digits.isEmpty else { continue }
      let name = bytes[word.startIndex..<digits.endIndex]
      let number = names.numbers[name] ?? names.numbers.count + 1
      names.numbers[name] = number
      result += word + Array(String(number).utf8)
      index = digits.endIndex
    }
    return result
  }

  /// Whether a name comes next: behind `id="`, or behind a `#` that refers to one.
  private func starts(_ written: [UInt8]) -> Bool {
    written.last == UInt8(ascii: "#")
      ? written.suffix(2).first == UInt8(ascii: "\"") || written.suffix(2).first == UInt8(ascii: "(")
      : written.suffix(4).elementsEqual("id=\"".utf8)
  }
}
