/// The table of a `dict`: insertion order kept, open addressing over an index of entries, as CPython has it.
package struct HashTable<Element: Sendable>: Sendable {
  package struct Entry: Sendable {
    package let hash: Int
    package let key: Value
    package var value: Element
  }

  /// Entries in insertion order; a removed one is `nil` until the next rebuild.
  package private(set) var entries: [Entry?] = []
  package private(set) var count = 0
  /// A power of two of places: -1 free, else an index in `entries` (also of a removed one).
  private var index: [Int32] = []
  /// Grows with every change of the entries' places.
  private var revision = 0

  /// Where a key is, or that it is nowhere; known to be so only until the table changes.
  package struct Place {
    fileprivate let hash: Int
    fileprivate let position: Int?
    fileprivate let revision: Int
  }

  package init() {}

  /// Looks a key up. Amortised O(1).
  /// - Throws: `TypeError` for a key without a hash, and what a class's own `__eq__` raises.
  package func find(_ key: Value, _ interpreter: Interpreter) throws -> Element? {
    if count == 0 {
      _ = try interpreter.hash(key)
      return nil
    }
    let hash = try interpreter.hash(key)
    guard let position = try position(of: key, hash, interpreter) else { return nil }
    return entries[position]?.value
  }

  package func find(name: String) -> Element? {
    position(ofName: name, Interpreter.hash(text: name)).flatMap { entries[$0]?.value }
  }

  /// Sets a key of a table that nobody else can reach; a dict's goes through `DictObject.set`.
  package mutating func set(_ key: Value, _ value: Element, _ interpreter: Interpreter) throws {
    store(key, value, at: try place(of: key, interpreter))
  }

  /// Looks for a key. A class's own `__hash__` and `__eq__` run here, and only here: they may change what they like.
  package func place(of key: Value, _ interpreter: Interpreter) throws -> Place {
    let hash = try interpreter.hash(key)
    return Place(hash: hash, position: try position(of: key, hash, interpreter), revision: revision)
  }

  /// Sets the value of a key that was looked for before; false where the table has changed since.
  @discardableResult
  package mutating func store(_ key: Value, _ value: Element, at place: Place) -> Bool {
    guard isCurrent(place) else { return false }
    if let position = place.position {
      entries[position]?.value = value
    } else {
      append(Entry(hash: place.hash, key: key, value: value))
    }
    return true
  }

  /// Removes a key that was looked for before and gives its value.
  package mutating func remove(at place: Place) -> Element? {
    guard isCurrent(place), let position = place.position, let entry = entries[position] else { return nil }
    entries[position] = nil
    count -= 1
    revision &+= 1
    if count == 0 { removeAll() }
    return entry.value
  }

  package func isCurrent(_ place: Place) -> Bool {
    guard place.revision == revision else { return false }
    return place.position.map { entries.indices.contains($0) && entries[$0] != nil } ?? true
  }

  package mutating func set(name: String, _ value: Element) {
    let hash = Interpreter.hash(text: name)
    if let position = position(ofName: name, hash) {
      entries[position]?.value = value
    } else {
      append(Entry(hash: hash, key: Value(name), value: value))
    }
  }

  package mutating func removeAll() {
    let next = revision &+ 1
    self = HashTable()
    revision = next
  }

  package var keys: [Value] { entries.compactMap { $0?.key } }
  package var values: [Element] { entries.compactMap { $0?.value } }
  package var pairs: [(Value, Element)] { entries.compactMap { entry in entry.map { ($0.key, $0.value) } } }

  /// The last entry in insertion order.
  package var last: (Value, Element)? { entries.last(where: { $0 != nil })??.pair }

  /// The first key in insertion order.
  package var first: Value? { entries.lazy.compactMap { $0?.key }.first }

  private func position(ofName name: String, _ hash: Int) -> Int? {
    if index.isEmpty { return nil }
    var place = hash & (index.count - 1)
    while index[place] >= 0 {
      let position = Int(index[place])
      if let entry = entries[position], entry.hash == hash, entry.key.asString?.value == name { return position }
      place = (place + 1) & (index.count - 1)
    }
    return nil
  }

  private func position(of key: Value, _ hash: Int, _ interpreter: Interpreter) throws -> Int? {
    if index.isEmpty { return nil }
    if case .int(let number) = key, let found = position(ofInteger: number, hash) { return found >= 0 ? found : nil }
    var place = hash & (index.count - 1)
    while index[place] >= 0 {
      let position = Int(index[place])
      if let entry = entries[position], entry.hash == hash {
        if entry.key.isIdentical(to: key) { return position }
        if try interpreter.equal(entry.key, key) { return position }
      }
      place = (place + 1) & (index.count - 1)
    }
    return nil
  }

  /// The place of an integer's entry; -1 where there is none, `nil` where another kind of key is in the way.
  func place(ofInteger number: Int) -> Int? {
    index.isEmpty ? -1 : position(ofInteger: number, Interpreter.hash(integer: number))
  }

  /// The value at such a place.
  subscript(place place: Int) -> Element? {
    get { entries[place]?.value }
    set { if let newValue { entries[place]?.value = newValue } }
  }

  /// The place of an integer among integers; -1 where it is nowhere, `nil` where another kind of key is in the way.
  private func position(ofInteger number: Int, _ hash: Int) -> Int? {
    let mask = index.count - 1
    return index.withUnsafeBufferPointer { index in
      entries.withUnsafeBufferPointer { entries in
        var place = hash & mask
        while index[place] >= 0 {
          let position = Int(index[place])
          switch entries[position]?.key {
          case .int(let key)?:
            if key == number { return position }
          case nil: break
          default: return nil
          }
          place = (place + 1) & mask
        }
        return -1
      }
    }
  }

  private mutating func append(_ entry: Entry) {
    revision &+= 1
    if (entries.count + 1) * 3 > index.count * 2 { rebuild() }
    var place = entry.hash & (index.count - 1)
    while index[place] >= 0 { place = (place + 1) & (index.count - 1) }
    index[place] = Int32(truncatingIfNeeded: entries.count)
    entries.append(entry)
    count += 1
  }

  private mutating func rebuild() {
    entries.removeAll { $0 == nil }
    var size = 8
    while size * 2 < (entries.count + 1) * 6 { size *= 2 }
    index = Array(repeating: -1, count: size)
    for (position, entry) in entries.enumerated() {
      guard let entry else { continue }
      var place = entry.hash & (size - 1)
      while index[place] >= 0 { place = (place + 1) & (size - 1) }
      index[place] = Int32(truncatingIfNeeded: position)
    }
  }
}

extension HashTable.Entry {
  fileprivate var pair: (Value, Element) { (key, value) }
}
