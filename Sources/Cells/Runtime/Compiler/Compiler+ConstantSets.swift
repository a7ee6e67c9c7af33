/// Set displays of constants. CPython folds them into a frozenset while it compiles, which decides the set's order.
extension Compiler {
  /// Where a set's elements come from, as `buildSet` marks it.
  enum SetSource: UInt8 {
    case display
    /// `{1, 2, 3}`: CPython's compiler makes a frozenset, which is merged into an empty set.
    case constants
    /// `for x in {1, 2, 3}`: the frozenset itself is walked.
    case iteratedConstants
  }

  func setDisplay(_ items: [Expression], into target: Int?) throws -> Int {
    let isFolded = items.count > 2 && items.allSatisfy(\.isConstant)
    return try display(items, .buildSet, source: isFolded ? .constants : .display, into: target)
  }

  /// What a loop or comprehension runs over.
  func iterated(_ iterable: Expression, into target: Int? = nil) throws -> Int {
    guard case .set(let items) = iterable.kind, items.allSatisfy(\.isConstant) else {
      return try expression(iterable, into: target)
    }
    return try display(items, .buildSet, source: .iteratedConstants, into: target)
  }
}

extension SetTable {
  init(_ elements: some Sequence<Value>, from source: Compiler.SetSource, _ interpreter: Interpreter) throws {
    try self.init(elements, interpreter)
    if source == .display { return }
    // CPython makes the frozenset of its own elements once more when it gathers the constants.
    self = try SetTable(self.elements, interpreter)
    if source == .constants { self = try copied(interpreter) }
  }
}

extension Expression {
  /// Whether CPython's compiler knows the value.
  fileprivate var isConstant: Bool {
    switch kind {
    case .none, .ellipsis, .bool, .int, .float, .string, .bytes: true
    case .tuple(let items): items.allSatisfy(\.isConstant)
    case .unary(_, let operand): operand.isConstant
    case .binary(let operation, let left, let right):
      left.isConstant && right.isConstant && operation.isFolded(left, right)
    default: false
    }
  }
}

extension BinaryOperator {
  /// Whether CPython computes it while compiling: not where that fails or makes an integer of more than 128 bits.
  fileprivate func isFolded(_ left: Expression, _ right: Expression) -> Bool {
    switch (self, left.kind, right.kind) {
    case (.divide, _, .int("0")), (.floorDivide, _, .int("0")), (.modulo, _, .int("0")): false
    case (.power, .int(let base), .int(let exponent)):
      (Int(base) ?? .max).significantBits * min(Int(exponent) ?? 200, 200) <= 128
    case (.leftShift, .int(let number), .int(let shift)):
      (Int(number) ?? .max).significantBits + min(Int(shift) ?? 200, 200) <= 128
    default: true
    }
  }
}

extension Int {
  fileprivate var significantBits: Int { bitWidth - magnitude.leadingZeroBitCount }
}
