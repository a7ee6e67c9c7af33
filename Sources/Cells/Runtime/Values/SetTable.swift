/// The table of a `set`, with CPython's own probing and growth, so that a set of numbers is walked in CPython's order.
///
/// CPython (Objects/setobject.c): a power of two of places, linear probes of up to nine neighbours, then
/// `i = 5 i + 1 + (perturb >>= 5)`; it grows fourfold (twofold above 50,000) when three fifths are filled.
package struct SetTable: Sendable {
  private enum Place: Sendable {
    case free
    case removed
    case taken(hash: Int, key: Value)
  }

  private var places: [Place] = Array(repeating: .free, count: 8)
  package private(set) var count = 0
  /// Taken and removed places.
  private var filled = 0
  /// Where `popFirst` goes on.
  private var finger = 0
  /// Grows with every change.
  private var revision = 0

  /// Where a key is, or that it is nowhere; known to be so only until the table changes.
  package struct Spot {
    fileprivate let hash: Int
    fileprivate let position: Int?
    fileprivate let revision: Int
    package var isTaken: Bool { position != nil }
  }

  package init() {}

  package init(_ elements: some Sequence<Value>, _ interpreter: Interpreter) throws {
    for element in elements { try insert(element, interpreter) }
  }

  /// In CPython's order.
  package var elements: [Value] {
    places.compactMap { if case .taken(_, let key) = $0 { key } else { nil } }
  }

  package func contains(_ key: Value, _ interpreter: Interpreter) throws -> Bool {
    try find(key, interpreter.hash(key), interpreter) != nil
  }

  /// Looks for a key. A class's own `__hash__` and `__eq__` run here, and only here: they may change what they like.
  package func spot(of key: Value, _ interpreter: Interpreter) throws -> Spot {
    let hash = try interpreter.hash(key)
    return Spot(hash: hash, position: try find(key, hash, interpreter), revision: revision)
  }

  package func isCurrent(_ spot: Spot) -> Bool {
    spot.revision == revision && spot.position.map { places.indices.contains($0) } ?? true
  }

  /// Inserts into a set that nobody else can reach; a set object's elements go through `SetObject.insert`. False where
  /// the key was there already.
  @discardableResult
  package mutating func insert(_ key: Value, _ interpreter: Interpreter) throws -> Bool {
    insert(key, at: try spot(of: key, interpreter))
  }

  /// Inserts a key that was looked for before; false where it was there already.
  @discardableResult
  package mutating func insert(_ key: Value, at spot: Spot) -> Bool {
    guard isCurrent(spot), !spot.isTaken else { return false }
    let hash = spot.hash
    revision &+= 1
    let place = freePlace(hash)
    count += 1
    if case .removed = places[place] {
      places[place] = .taken(hash: hash, key: key)
      return true
    }
    places[place] = .taken(hash: hash, key: key)
    filled += 1
    if filled * 5 >= (places.count - 1) * 3 { grow(to: count > 50000 ? count * 2 : count * 4) }
    return true
  }

  @discardableResult
  package mutating func remove(_ key: Value, _ interpreter: Interpreter) throws -> Bool {
    remove(at: try spot(of: key, interpreter))
  }

  /// Removes a key that was looked for before; false where it was not there.
  @discardableResult
  package mutating func remove(at spot: Spot) -> Bool {
    guard isCurrent(spot), let place = spot.position else { return false }
    revision &+= 1
    places[place] = .removed
    count -= 1
    return true
  }

  /// Removes and gives the next element behind the one that was popped last.
  package mutating func popFirst() -> Value? {
    let mask = places.count - 1
    for offset in places.indices {
      let index = (finger + offset) & mask
      if case .taken(_, let key) = places[index] {
        places[index] = .removed
        count -= 1
        finger = index + 1
        revision &+= 1
        return key
      }
    }
    return nil
  }

  /// Adds another set's elements as CPython's `set_merge` does: room is made once for all of them.
  package mutating func merge(_ other: SetTable, _ interpreter: Interpreter) throws {
    for element in beginMerge(other) { try insert(element, interpreter) }
  }

  /// Makes room for another set's elements and takes them over at once where no two need comparing. Gives those that
  /// are still to be inserted.
  package mutating func beginMerge(_ other: SetTable) -> [Value] {
    if other.count == 0 { return [] }
    reserve(other.count)
    guard filled == 0, places.count == other.places.count, other.filled == other.count else { return other.elements }
    places = other.places
    (filled, count) = (other.filled, other.count)
    revision &+= 1
    return []
  }

  /// Takes another table's places; where popping goes on stays, as in CPython's `set_swap_bodies`.
  mutating func replaceElements(with other: SetTable) {
    let (place, next) = (finger, max(revision, other.revision) &+ 1)
    self = other
    (finger, revision) = (place, next)
  }

  /// Makes room for so many more elements.
  package mutating func reserve(_ more: Int) {
    if (filled + more) * 5 >= (places.count - 1) * 3 { grow(to: (count + more) * 2) }
  }

  /// Drops the places of removed elements where they are more than a quarter.
  package mutating func tidy() {
    if filled - count > (places.count - 1) / 4 { grow(to: count > 50000 ? count * 2 : count * 4) }
  }

  private static let linearProbes = 9

  /// Calls `visit` with the places of a hash's probe sequence until it returns true.
  private func probe(_ hash: Int, _ visit: (Int) throws -> Bool) rethrows {
    let mask = places.count - 1
    var perturb = UInt(bitPattern: hash)
    var place = Int(perturb & UInt(mask))
    while true {
      let neighbours = place + SetTable.linearProbes <= mask ? SetTable.linearProbes : 0
      for candidate in place...(place + neighbours) where try visit(candidate) { return }
      perturb >>= 5
      place = Int((UInt(place) &* 5 &+ 1 &+ perturb) & UInt(mask))
    }
  }

  private func find(_ key: Value, _ hash: Int, _ interpreter: Interpreter) throws -> Int? {
    var result: Int?
    try probe(hash) { place in
      switch places[place] {
      case .free: return true
      case .removed: return false
      case .taken(let otherHash, let other):
        guard otherHash == hash else { return false }
        if try other.isIdentical(to: key) || interpreter.equal(other, key) {
          result = place
          return true
        }
        return false
      }
    }
    return result
  }

  /// The place of a new element: that of the last removed one on the way to a free place, or the free place itself.
  private func freePlace(_ hash: Int) -> Int {
    var result = 0
    var removed: Int?
    probe(hash) { place in
      switch places[place] {
      case .taken: return false
      case .removed:
        removed = place
        return false
      case .free:
        result = place
        return true
      }
    }
    return removed ?? result
  }

  private mutating func grow(to minimum: Int) {
    revision &+= 1
    var size = 8
    while size <= minimum { size *= 2 }
    let old = places
    places = Array(repeating: .free, count: size)
    filled = count
    for case .taken(let hash, let key) in old { places[freePlace(hash)] = .taken(hash: hash, key: key) }
  }
}
