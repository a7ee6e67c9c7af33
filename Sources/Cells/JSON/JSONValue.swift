/// A JSON value (RFC 8259) that loses nothing of the text that it was read from but the blanks between its parts:
/// members keep their order and their repetitions, numbers and unusual escapes their spelling.
package struct JSONValue: Sendable {
  package enum Content: Sendable {
    case null
    case bool(Bool)
    /// As written: `1e5`, `-0.0`, and Python's `NaN`, `Infinity` and `-Infinity`.
    case number(String)
    case string(JSONString)
    case array([JSONValue])
    case object([JSONMember])
  }

  package var content: Content
  /// UTF-8 offsets in the text that it was read from; empty for a value that was made.
  package let range: Range<Int>

  package init(_ content: Content, range: Range<Int> = 0..<0) {
    self.content = content
    self.range = range
  }
}

package struct JSONMember: Sendable {
  package let key: JSONString
  package var value: JSONValue

  package init(_ key: JSONString, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

package struct JSONString: Sendable, Equatable, ExpressibleByStringLiteral {
  /// Decoded; half of a surrogate pair, which is no character, is U+FFFD.
  package let text: String
  /// What stands between the quotes, where that is not what a writer makes of the text: `\/`, `\u00e9`, `\ud800`.
  package let spelling: String?

  package init(_ text: String, spelling: String? = nil) {
    self.text = text
    self.spelling = spelling
  }

  package init(stringLiteral text: String) { self.init(text) }
}

// MARK: - Making values

extension JSONValue {
  package static let null = JSONValue(.null)
  package static func bool(_ value: Bool) -> JSONValue { JSONValue(.bool(value)) }
  package static func integer(_ value: Int) -> JSONValue { JSONValue(.number(String(value))) }
  package static func string(_ text: String) -> JSONValue { JSONValue(.string(JSONString(text))) }
  package static func array(_ items: [JSONValue]) -> JSONValue { JSONValue(.array(items)) }

  /// Members keep their order.
  package static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    JSONValue(.object(members.map { JSONMember(JSONString($0), $1) }))
  }

  /// Whole numbers without a point; `null` for what is no number.
  package static func number(_ value: Double) -> JSONValue {
    if let integer = Int(exactly: value) { return .integer(integer) }
    return value.isFinite ? JSONValue(.number("\(value)")) : .null
  }
}

// MARK: - Looking into values

extension JSONValue {
  package var isNull: Bool { if case .null = content { true } else { false } }

  package var string: String? { if case .string(let string) = content { string.text } else { nil } }

  package var integer: Int? { if case .number(let text) = content { Int(text) } else { nil } }

  package var items: [JSONValue]? { if case .array(let items) = content { items } else { nil } }

  package var members: [JSONMember]? { if case .object(let members) = content { members } else { nil } }

  /// The value of a member; the last one's where a key is repeated, as Python and JavaScript read it.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.last { $0.key.text == key }?.value
  }

  /// Replaces a member's value, or adds the member in front of the first one whose key sorts after it.
  package mutating func set(_ key: String, to value: JSONValue) {
    guard case .object(var members) = content else { return }
    if let index = members.lastIndex(where: { $0.key.text == key }) {
      members[index].value = value
    } else {
      let index = members.firstIndex { key.utf8.lexicographicallyPrecedes($0.key.text.utf8) }
      members.insert(JSONMember(JSONString(key), value), at: index ?? members.count)
    }
    content = .object(members)
  }

  package mutating func remove(_ key: String) {
    guard case .object(var members) = content else { return }
    members.removeAll { $0.key.text == key }
    content = .object(members)
  }

  /// What it is, in words for a message.
  package var kind: String {
    switch content {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
