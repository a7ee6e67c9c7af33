/// CPython's set operations (Objects/setobject.c): what is walked and what is copied decides the order of the result.
extension SetTable {
  func copied(_ interpreter: Interpreter) throws -> SetTable {
    var result = SetTable()
    try result.merge(self, interpreter)
    return result
  }

  func union(_ other: SetTable, _ interpreter: Interpreter) throws -> SetTable {
    var result = try copied(interpreter)
    try result.merge(other, interpreter)
    return result
  }

  /// Walks the smaller set, the other one where both are of a size.
  func intersection(_ other: SetTable, _ interpreter: Interpreter) throws -> SetTable {
    let (walked, large) = other.count > count ? (self, other) : (other, self)
    return try large.intersection(walked.elements, interpreter)
  }

  func intersection(_ others: [Value], _ interpreter: Interpreter) throws -> SetTable {
    var result = SetTable()
    for element in others where try contains(element, interpreter) { try result.insert(element, interpreter) }
    return result
  }

  func difference(_ other: SetTable, _ interpreter: Interpreter) throws -> SetTable {
    if count / 4 > other.count { return try removing(other.elements, interpreter) }
    var result = SetTable()
    for element in elements where try !other.contains(element, interpreter) {
      try result.insert(element, interpreter)
    }
    return result
  }

  /// A copy without these elements.
  func removing(_ others: [Value], _ interpreter: Interpreter) throws -> SetTable {
    var result = try copied(interpreter)
    try result.removeAll(of: others, interpreter)
    return result
  }

  mutating func removeAll(of others: [Value], _ interpreter: Interpreter) throws {
    for element in others { try remove(element, interpreter) }
    tidy()
  }

  /// - Parameter other: a table made for this, as CPython makes a set of its own of the other operand.
  func symmetricDifference(_ other: consuming SetTable, _ interpreter: Interpreter) throws -> SetTable {
    var result = other
    try result.toggle(elements, interpreter)
    return result
  }

  /// Removes what is there and inserts what is not.
  mutating func toggle(_ others: [Value], _ interpreter: Interpreter) throws {
    for element in others where try !remove(element, interpreter) { try insert(element, interpreter) }
  }

  func isSubset(of other: SetTable, _ interpreter: Interpreter) throws -> Bool {
    try count <= other.count && elements.allSatisfy { try other.contains($0, interpreter) }
  }
}

extension Interpreter {
  /// `set |= other` and the like; false where sets have no such operator.
  func change(_ set: SetObject, _ operation: BinaryOperator, _ other: SetObject) throws -> Bool {
    switch operation {
    case .bitOr: if set !== other { try set.merge(other.table, self) }
    case .bitAnd:
      guard let elements = try sets(.bitAnd, set, other) else { return false }
      set.table.replaceElements(with: elements)
    case .subtract: try set.removeAll(of: other.table.elements, self)
    case .bitXor: try set.toggle(other.table.elements, self)
    default: return false
    }
    return true
  }
}
