import Yams

/// A part of a key's YAML, read strictly: what is not known is an error with its line.
struct KeyNode {
  let node: Node
  /// How messages call it: `exercise conv_forward`.
  let name: String

  var line: Int { node.mark?.line ?? 1 }

  static func root(of text: String) throws(KeyError) -> KeyNode {
    let root: Node?
    do {
      // Without rules every scalar stays the text that it is in the file.
      root = try compose(yaml: text, .basic)
    } catch {
      let problem = YAMLProblem(error)
      throw KeyError(.yaml(problem.text), line: problem.line)
    }
    guard let root else { throw KeyError(.version(found: ""), line: 1) }
    return KeyNode(node: root, name: "the key")
  }

  func error(_ problem: KeyError.Problem) -> KeyError { KeyError(problem, line: line) }

  func text() throws(KeyError) -> String {
    guard let scalar = node.scalar else { throw error(.notText(name)) }
    return scalar.string
  }

  func items(_ itemName: String) throws(KeyError) -> [KeyNode] {
    guard let sequence = node.sequence else { throw error(.notList(name)) }
    return sequence.map { KeyNode(node: $0, name: itemName) }
  }

  func texts() throws(KeyError) -> [String] {
    var texts: [String] = []
    for item in try items("an item of \(name)") { texts.append(try item.text()) }
    return texts
  }

  /// In the order of the file.
  func pairs() throws(KeyError) -> [(key: String, value: KeyNode)] {
    guard let mapping = node.mapping else { throw error(.notMapping(name)) }
    var pairs: [(key: String, value: KeyNode)] = []
    for (key, value) in mapping {
      guard let text = key.scalar?.string else { throw error(.notMapping(name)) }
      pairs.append((text, KeyNode(node: value, name: text)))
    }
    return pairs
  }

  /// The members by their keys.
  /// - Throws: for a key that is not among `allowed`.
  func members(_ allowed: [String]) throws(KeyError) -> KeyMembers {
    var members: [String: KeyNode] = [:]
    for (key, value) in try pairs() {
      guard allowed.contains(key) else {
        throw KeyError(.unknown(key, in: name, allowed: allowed), line: value.line)
      }
      members[key] = value
    }
    return KeyMembers(owner: self, values: members)
  }
}

struct KeyMembers {
  let owner: KeyNode
  fileprivate let values: [String: KeyNode]

  fileprivate init(owner: KeyNode, values: [String: KeyNode]) {
    self.owner = owner
    self.values = values
  }

  subscript(key: String) -> KeyNode? { values[key] }

  func required(_ key: String) throws(KeyError) -> KeyNode {
    guard let value = values[key] else { throw owner.error(.missing(key, in: owner.name)) }
    return value
  }

  func text(_ key: String) throws(KeyError) -> String? { try values[key]?.text() }

  func texts(_ key: String) throws(KeyError) -> [String] { try values[key]?.texts() ?? [] }

  /// - Parameter allowed: for the message.
  func value<Value>(_ key: String, allowed: String, _ read: (String) -> Value?) throws(KeyError) -> Value? {
    guard let node = values[key] else { return nil }
    let text = try node.text()
    guard let value = read(text) else {
      throw node.error(.badValue(key: key, value: text, allowed: allowed))
    }
    return value
  }

  func number(_ key: String, default value: Double) throws(KeyError) -> Double {
    try self.value(key, allowed: "a number that is not negative") { text in
      Double(text).flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
    } ?? value
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, default choice: Choice
  ) throws(KeyError) -> Choice where Choice.RawValue == String {
    try value(key, allowed: Choice.allCases.map(\.rawValue).joined(separator: ", "), Choice.init(rawValue:)) ?? choice
  }
}
