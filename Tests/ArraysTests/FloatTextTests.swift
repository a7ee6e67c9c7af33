import Arrays
import GoldenFiles
import Testing

@Suite struct FloatTextTests {
  @Test func `Floats are written as Python and NumPy write them`() throws {
    let cases = goldenCases("floats_text.txt")
    #expect(cases.count > 400)
    for golden in cases {
      let array = try golden.array(1)
      let words = try (0..<array.count).map { try write(array.scalar(atOffset: $0), as: golden[0]) }
      #expect(words.joined(separator: " ") == golden[2], "line \(golden.line): \(golden[0])")
    }
  }

  @Test func `Text is read as Python's float reads it`() throws {
    let cases = goldenCases("floats_parse.txt")
    #expect(cases.count > 200)
    for golden in cases {
      let parsed = FloatText.parse(golden[0])
      guard golden[1] != "error" else {
        #expect(parsed == nil, "line \(golden.line): \(golden[0])")
        continue
      }
      let value = try #require(parsed, "line \(golden.line): \(golden[0])")
      let expected = try golden.array(1).scalar().cast(to: Double.self)
      #expect(value == expected || (value.isNaN && expected.isNaN), "line \(golden.line): \(golden[0])")
      #expect(value.sign == expected.sign, "line \(golden.line): \(golden[0])")
    }
  }

  @Test func `Many digits need no limit`() {
    #expect(FloatText.fixed(0.5, digits: 700) == "0.5" + String(repeating: "0", count: 699))
    #expect(FloatText.fixed(1e300, digits: 2).count == 304)
  }

  private func write(_ scalar: Scalar, as form: String) throws -> String {
    let value = scalar.cast(to: Double.self)
    let words = form.split(separator: " ")
    let digits = words.count > 1 ? Int(words[1]) ?? 0 : 0
    switch words[0] {
    case "fixed": return FloatText.fixed(value, digits: digits)
    case "exponent": return FloatText.exponent(value, digits: digits)
    case "EXPONENT": return FloatText.exponent(value, digits: digits, upper: true)
    case "general": return FloatText.general(value, digits: digits)
    case "#general": return FloatText.general(value, digits: digits, alternate: true)
    default:
      if case .float32(let single) = scalar { return FloatText.repr(single) }
      return FloatText.repr(value)
    }
  }
}
