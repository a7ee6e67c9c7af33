// Changing a dict or set compares keys, and a class's own `__eq__` may look at, or change, the very table in question.
// So a key is looked for in a copy of the table (sharing its memory), and only then the table itself is changed, with
// no code of the cell running meanwhile. Where the table changed while the key was looked for, it is looked for anew.

extension DictObject {
  package final func find(_ key: Value, _ interpreter: Interpreter) throws -> Value? {
    try table.find(key, interpreter)
  }

  package final func set(_ key: Value, _ value: Value, _ interpreter: Interpreter) throws {
    while !table.store(key, value, at: try place(of: key, interpreter)) { try interpreter.tickOnce() }
  }

  /// Removes a key and gives its value; `nil` where it is not there.
  package final func remove(_ key: Value, _ interpreter: Interpreter) throws -> Value? {
    while true {
      let place = try place(of: key, interpreter)
      if table.isCurrent(place) { return table.remove(at: place) }
      try interpreter.tickOnce()
    }
  }

  /// The copy lives only here: were it alive while the table changes, all of the table would be copied.
  private func place(of key: Value, _ interpreter: Interpreter) throws -> HashTable<Value>.Place {
    let snapshot = table
    return try snapshot.place(of: key, interpreter)
  }
}

extension SetObject {
  /// False where the key was there already.
  @discardableResult
  package func insert(_ key: Value, _ interpreter: Interpreter) throws -> Bool {
    let spot = try currentSpot(of: key, interpreter)
    return table.insert(key, at: spot)
  }

  /// False where the key was not there.
  @discardableResult
  package func remove(_ key: Value, _ interpreter: Interpreter) throws -> Bool {
    let spot = try currentSpot(of: key, interpreter)
    return table.remove(at: spot)
  }

  /// Adds another set's elements, in the order that `SetTable.merge` gives.
  func merge(_ other: SetTable, _ interpreter: Interpreter) throws {
    for element in table.beginMerge(other) { try insert(element, interpreter) }
  }

  func removeAll(of others: [Value], _ interpreter: Interpreter) throws {
    for element in others { try remove(element, interpreter) }
    table.tidy()
  }

  /// Removes what is there and inserts what is not.
  func toggle(_ others: [Value], _ interpreter: Interpreter) throws {
    for element in others where try !remove(element, interpreter) { try insert(element, interpreter) }
  }

  private func currentSpot(of key: Value, _ interpreter: Interpreter) throws -> SetTable.Spot {
    while true {
      let spot = try spot(of: key, interpreter)
      if table.isCurrent(spot) { return spot }
      try interpreter.tickOnce()
    }
  }

  private func spot(of key: Value, _ interpreter: Interpreter) throws -> SetTable.Spot {
    let snapshot = table
    return try snapshot.spot(of: key, interpreter)
  }
}
