import Cells
import Testing

@Suite("Keys")
struct KeyTests {
  private static let small = """
    cnb-key: 1
    exercises:
      - id: double
        points: 2
        defines: [double]
        solution: |
          def double(x):
              return 2 * x
        checks:
          - call: double
            arguments: [3]
    """

  private func error(_ text: String) -> String {
    do throws(KeyError) {
      _ = try Key(reading: Array(text.utf8))
      return "no error"
    } catch {
      return error.message(file: "a.key")
    }
  }

  @Test("The shipped assignment's key survives writing and reading")
  func keysRoundTrip() throws {
    let key = try LayersAssignment.assignment().key
    #expect(try Key(reading: Array(key.text.utf8)) == key)
  }

  @Test(
    "Texts survive writing and reading",
    arguments: [
      "one line", "two\nlines", "ends\n", "ends twice\n\n", "  starts with blanks\nx", "\nstarts empty", "a: b # c", "",
      "'", "\"quoted\\\"", "tab\there\nx", "- a\n- b", "null", "blank line of blanks\n   \nx", "é\u{1F600}\nü", "1.0",
      "...\n---\n", "\u{7}bell\nx", "\n", "x\n ",
    ])
  func textsRoundTrip(_ text: String) throws {
    var key = try Key(reading: Array(Self.small.utf8))
    key.title = text
    key.setup = ["'''\(text.replacingQuotes)'''"]
    key.exercises[0].mistakes = [DescribedMistake(when: text, code: "x = 1")]
    #expect(try Key(reading: Array(key.text.utf8)) == key)
  }

  @Test(
    "What is wrong is named with its line",
    arguments: [
      ("", "a.key: line 1: this is not a key: a key starts with the line 'cnb-key: 1'"),
      (
        "cnb-key: 2\nnew: 1",
        "a.key: line 1: the key has format version 2, this program reads version 1; use a newer cnb"
      ),
      ("cnb-key: 1\ntitel: x\nexercises: []", "a.key: line 2: the key has the unknown key 'titel'"),
      ("cnb-key: 1\nexercises: []", "a.key: line 2: the key has no exercises"),
      ("cnb-key: 1\nexercises: [", "a.key: line 3: not valid YAML"),
      (
        small + "\n        colour: red",
        "line 12: a check of double has the unknown key 'colour'; known are output, value, call"
      ),
      (small.replacing("points: 2", "points: -2"), "a.key: line 4: points cannot be '-2': it is a number that is not"),
      (small.replacing("arguments: [3]", "arguments: ['3 +']"), "'3 +' cannot be compiled: invalid syntax"),
      (small.replacing("call: double", "guess: double"), "has the unknown key 'guess'"),
      (small.replacing("call: double", "reference: double"), ""),
      (small.replacing("id: double", "id: double\n    after: [half]"), "exercise double comes after 'half'"),
      (
        small.replacing("      - call: double\n        arguments: [3]", "      - weight: 1"),
        "a check must be one of output, value, call"
      ),
      (
        small.replacing("      - call: double\n        arguments: [3]", "      - reference: gauss"),
        "reference cannot be 'gauss'"
      ),
      (
        small.replacing(
          "      - call: double\n        arguments: [3]",
          "      - reference: conv_forward\n        ranges: {stride: 0..2}"),
        "stride cannot be '0..2': it is a range from 1 on"
      ),
      (
        small.replacing(
          "      - call: double\n        arguments: [3]",
          "      - reference: conv_forward\n        draws: 3"), "draws cannot be '3': it is a number from 20 to 10000"
      ),
    ])
  func errorsNameTheLine(_ text: String, _ message: String) {
    let found = error(text)
    if message.isEmpty {
      #expect(found == "no error")
    } else {
      #expect(found.contains(message), "\(found)")
    }
  }
}

extension String {
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return replacingCharacters(in: range, with: new)
  }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }

  fileprivate func firstRange(of text: String) -> Range<String.Index>? { ranges(of: text).first }

  /// For a text between triple quotes of Python.
  fileprivate var replacingQuotes: String {
    filter { $0 != "'" && $0 != "\\" && $0 != "\u{7}" && $0 != "\"" }
  }
}
