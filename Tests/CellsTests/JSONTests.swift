import Cells
import Testing

private func value(_ text: String) throws -> JSONValue { try JSONValue(reading: Array(text.utf8)) }

private func message(_ bytes: [UInt8]) -> String {
  do {
    _ = try JSONValue(reading: bytes)
    return ""
  } catch {
    return error.message(file: "a.json")
  }
}

private func text(_ value: JSONValue, _ layout: JSONLayout) -> String {
  String(decoding: layout.bytes(of: value), as: UTF8.self)
}

@Suite("JSON")
struct JSONTests {
  @Test(
    "is written as it was read, but for blanks",
    arguments: [
      #"{"b": 1, "a": [], "b": {}, "": [null, true, false]}"#,
      #"[0, -0, -0.0, 1e5, 1E+05, 0.10, 123456789012345678901234567890, NaN, Infinity, -Infinity]"#,
      #"["\/", "\u00e9", "\u00E9", "é", "\ud83d\ude00", "😀", "\ud800", "\udc00\ud800x", "\u000a", "\n"]"#,
      #"["\"\\\b\f\n\r\t", "\u0000\u001f\u001F", "\u007f"]"#,
    ])
  func spelling(_ json: String) throws {
    #expect(text(try value(json), .line) == json)
  }

  @Test("strings are decoded; half of a surrogate pair is U+FFFD")
  func strings() throws {
    let json = #"["a\u00e9\/\n", "\ud83d\ude00", "\ud83d", "\ude00\ud83d", "\ud83d\u0041", "\u0000"]"#
    let texts = try value(json).items?.compactMap(\.string)
    #expect(texts == ["a\u{E9}/\n", "\u{1F600}", "\u{FFFD}", "\u{FFFD}\u{FFFD}", "\u{FFFD}A", "\0"])
  }

  @Test("of a repeated key the last value counts, as in Python")
  func repeatedKeys() throws {
    let object = try value(#"{"a": 1, "b": 2, "a": 3}"#)
    #expect(object["a"]?.integer == 3)
    #expect(object["c"] == nil)
  }

  @Test("values know where they stand")
  func ranges() throws {
    let json = #" {"a": [1, "xé" ] }"#
    let object = try value(json)
    func source(_ value: JSONValue?) -> String? {
      value.map { String(decoding: Array(json.utf8)[$0.range], as: UTF8.self) }
    }
    #expect(source(object) == #"{"a": [1, "xé" ] }"#)
    #expect(source(object["a"]) == #"[1, "xé" ]"#)
    #expect(source(object["a"]?.items?.last) == #""xé""#)
  }

  @Test("a member is set in place, or added where its key sorts")
  func settingMembers() throws {
    var object = try value(#"{"b": 1, "d": 2}"#)
    object.set("b", to: .string("x"))
    object.set("c", to: .array([.integer(1)]))
    object.set("e", to: .bool(true))
    object.remove("d")
    #expect(text(object, .line) == #"{"b": "x", "c": [1], "e": true}"#)
  }

  // Expected: json.dumps(value, indent=1, ensure_ascii=False, separators=(",", ": ")) and its variants.
  @Test("is laid out as Python's json.dumps does")
  func layouts() throws {
    let json = try value(#"{"a":[1,[],{}],"b":{"c":"é😀\u007f"}}"#)
    var ascii = JSONLayout(indent: nil)
    ascii.keySeparator = ":"
    ascii.isASCII = true
    #expect(
      text(json, .jupyter) == "{\n \"a\": [\n  1,\n  [],\n  {}\n ],\n \"b\": {\n  \"c\": \"é😀\\u007f\"\n }\n}")
    #expect(text(json, .line) == #"{"a": [1, [], {}], "b": {"c": "é😀\u007f"}}"#)
    #expect(text(.string("é😀\u{7F}\u{1}"), ascii) == #""\u00e9\ud83d\ude00\u007f\u0001""#)
    #expect(text(.string("é\u{7F}\u{1}"), .line) == "\"é\u{7F}\\u0001\"")
    #expect(text(json, ascii).hasPrefix(#"{"a":[1,[],{}],"b":{"c":"#))
  }

  @Test(
    "an error names the line and the column, and what stands there",
    arguments: [
      ("[1,\n 2 x]", "a.json:2:4: expected ',' or ']' but found 'x'"),
      ("{\"a\": 1,\n\n}", "a.json:3:1: expected a key in double quotes but found '}'"),
      ("{'a': 1}", "a.json:1:2: expected a key in double quotes or '}' but found '''"),
      ("{\"a\" 1}", "a.json:1:6: expected ':' but found '1'"),
      ("[\"é\", nul]", "a.json:1:7: expected a value but found 'nul'"),
      ("[1,]", "a.json:1:4: expected a value but found ']'"),
      ("[01]", "a.json:1:2: 01 is no number of JSON"),
      ("[1.]", "a.json:1:2: 1. is no number of JSON"),
      ("[\"a\n\"]", "a.json:1:4: a string holds the control character \\n; JSON writes it as an escape"),
      ("[\"\\x\"]", "a.json:1:3: \\x is no escape of JSON"),
      ("[\"\\u12g4\"]", "a.json:1:3: \\u12 is no escape of JSON"),
      ("[] []", "a.json:1:4: expected the end of the file but found '['"),
      ("", "a.json: the file is empty"),
      (" \n", "a.json: the file is empty"),
      ("[1,\n[2", "a.json: the file ends inside an array that starts on line 2"),
      ("[1,\n{\"a\"", "a.json: the file ends inside an object that starts on line 2"),
      ("[1,\n\"ab", "a.json: the file ends inside a string that starts on line 2"),
      ("[tru", "a.json: the file ends inside an array that starts on line 1"),
      ("\"a\\", "a.json: the file ends inside a string that starts on line 1"),
      ("\"a\\u00", "a.json: the file ends inside a string that starts on line 1"),
    ])
  func errors(_ json: String, _ expected: String) { #expect(message(Array(json.utf8)) == expected) }

  @Test("bytes that are no UTF-8 are an error with their place")
  func invalidText() {
    #expect(message(Array("[\n\"é".utf8) + [0xFF] + Array("\"]".utf8)) == "a.json:2:3: the text is not UTF-8 here")
  }

  @Test("deep nesting is an error, not a stack overflow")
  func depth() throws {
    let allowed = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
    #expect(text(try value(allowed), JSONLayout.line) == allowed)
    #expect(
      message(Array(String(repeating: "[", count: 1_000_000).utf8))
        == "a.json:1:1001: arrays and objects are nested more than 1000 deep")
  }
}
