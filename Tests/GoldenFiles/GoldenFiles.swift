import Arrays
import Foundation
import Testing

/// Golden files hold what CPython 3.11 with NumPy 1.26.4 gave. A line is a case, its fields are separated by tabs;
/// `Tests/golden.py` writes them. Arrays are compared by their bits: `"float64 2,3 000000000000f03f..."` is a dtype, a
/// shape and the elements in C order, little-endian, in hexadecimal.
package struct GoldenCase: Sendable, CustomTestStringConvertible {
  package let fields: [String]
  package let line: Int

  package var testDescription: String { "line \(line): \(fields.first ?? "")" }
  package subscript(index: Int) -> String { fields[index] }

  /// The array that a field holds.
  package func array(_ index: Int) throws -> NDArray { try decodeArray(fields[index]) }
}

/// The cases of `Goldens/NAME` beside the calling test file. Empty lines and lines that start with `#` are skipped.
package func goldenCases(_ name: String, beside testFile: String = #filePath) -> [GoldenCase] {
  let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
  let url = folder.appendingPathComponent("Goldens").appendingPathComponent(name)
  guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
  var cases: [GoldenCase] = []
  for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    if line.isEmpty || line.hasPrefix("#") { continue }
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { unescape(String($0)) }
    cases.append(GoldenCase(fields: fields, line: index + 1))
  }
  return cases
}

/// Undoes `golden.escape`: `\n`, `\t` and `\\`.
private func unescape(_ field: String) -> String {
  guard field.contains("\\") else { return field }
  var result = ""
  var escaped = false
  for character in field {
    if escaped {
      result.append(character == "n" ? "\n" : character == "t" ? "\t" : character == "r" ? "\r" : character)
      escaped = false
    } else if character == "\\" {
      escaped = true
    } else {
      result.append(character)
    }
  }
  return result
}

package struct GoldenFormatError: Error { package let field: String }

package func decodeArray(_ field: String) throws -> NDArray {
  let parts = field.split(separator: " ", omittingEmptySubsequences: false)
  guard parts.count == 3, let dtype = DType.allCases.first(where: { $0.name == parts[0] }) else {
    throw GoldenFormatError(field: field)
  }
  let shape = Dims(parts[1].split(separator: ",").compactMap { Int($0) })
  let array = try NDArray(dtype, shape: shape)
  let digits = Array(parts[2].utf8)
  guard digits.count == 2 * array.count * dtype.itemSize else { throw GoldenFormatError(field: field) }
  func nibble(_ digit: UInt8) -> UInt8 { digit <= 0x39 ? digit &- 0x30 : digit &- 0x57 }
  for index in 0..<(digits.count / 2) {
    let byte = nibble(digits[2 * index]) << 4 | nibble(digits[2 * index + 1])
    array.storage.base.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
  }
  return array
}

/// An array as a golden field, so that two arrays are equal to the bit when their texts are.
package func encodeArray(_ array: NDArray) throws -> String {
  let copy = try array.copy()
  let digits = Array("0123456789abcdef".utf8)
  var hex: [UInt8] = []
  let byteCount = copy.count * copy.dtype.itemSize
  hex.reserveCapacity(2 * byteCount)
  for index in 0..<byteCount {
    let byte = copy.storage.base.load(fromByteOffset: index, as: UInt8.self)
    hex.append(digits[Int(byte >> 4)])
    hex.append(digits[Int(byte & 15)])
  }
  let shape = copy.shape.map(String.init).joined(separator: ",")
  return "\(copy.dtype.name) \(shape) \(String(decoding: hex, as: UTF8.self))"
}
