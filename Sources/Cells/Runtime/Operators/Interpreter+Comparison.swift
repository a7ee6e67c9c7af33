import Arrays
import BigInt

/// How two numbers stand to each other.
enum NumericOrder { case less, equal, greater, unordered }

extension Interpreter {
  /// `left operation right`: a `bool`, NumPy's `bool_` where one of its scalars takes part, or an array.
  package func compare(_ operation: ComparisonOperator, _ left: Value, _ right: Value) throws -> Value {
    switch operation {
    case .isSame: return .bool(left.isIdentical(to: right))
    case .isNotSame: return .bool(!left.isIdentical(to: right))
    case .isIn: return .bool(try contains(right, left))
    case .isNotIn: return .bool(try !contains(right, left))
    default: break
    }
    if operation == .equal || operation == .notEqual, let a = left.asString, let b = right.asString {
      return .bool(a.hasText(of: b) == (operation == .equal))
    }
    if let order = numericOrder(left, right) {
      let result = order.satisfies(operation)
      return isNumPy(left) || isNumPy(right) ? .npBool(result) : .bool(result)
    }
    if left.asArray != nil || right.asArray != nil || isElementwise(left, right) || isElementwise(right, left) {
      return try compareArrays(operation, left, right)
    }
    if let result = try userComparison(operation, left, right) { return result }
    switch operation {
    case .equal: return .bool(try equal(left, right))
    case .notEqual: return .bool(try !equal(left, right))
    default: return .bool(try ordered(operation, left, right))
    }
  }

  /// Whether one of NumPy's scalars stands beside what it compares itself with as an array would.
  func isElementwise(_ scalar: Value, _ other: Value) -> Bool {
    guard isNumPy(scalar), other.asBytes == nil else { return false }
    return other.object.map { !$0.type.isUserDefined } ?? other.isNone
  }

  /// Numbers of any kind, compared by value.
  func numericOrder(_ left: Value, _ right: Value) -> NumericOrder? {
    switch (left, right) {
    case (.int(let a), .int(let b)): return NumericOrder(a, b)
    case (.float(let a), .float(let b)): return NumericOrder(a, b)
    default: break
    }
    guard let a = left.number, let b = right.number else { return nil }
    switch (a, b) {
    case (.integer(let a), .integer(let b)): return NumericOrder(a, b)
    case (.real(let a), .real(let b)): return NumericOrder(a, b)
    case (.integer(let a), .real(let b)): return NumericOrder(integer: a, b)
    case (.real(let a), .integer(let b)): return NumericOrder(integer: b, a).map(\.reversed)
    }
  }

  /// `<`, `<=`, `>`, `>=` of texts, sequences and sets.
  private func ordered(_ operation: ComparisonOperator, _ left: Value, _ right: Value) throws -> Bool {
    if let a = left.asString?.value, let b = right.asString?.value {
      return NumericOrder(lexicographic: a.utf8, b.utf8).satisfies(operation)
    }
    if let a = left.asBytes?.value, let b = right.asBytes?.value {
      return NumericOrder(lexicographic: a, b).satisfies(operation)
    }
    if let a = try setOperand(left)?.table, let b = try setOperand(right)?.table {
      let (small, large) = operation == .less || operation == .lessEqual ? (a, b) : (b, a)
      let isStrict = operation == .less || operation == .greater
      return try (isStrict ? small.count < large.count : small.count <= large.count)
        && small.elements.allSatisfy { try large.contains($0, self) }
    }
    if left.asList != nil && right.asList != nil || left.asTuple != nil && right.asTuple != nil,
      let a = left.elements, let b = right.elements
    {
      return try nested(" in comparison") {
        for index in 0..<min(a.count, b.count) where try !equal(a[index], b[index]) {
          return try isTrue(compare(operation, a[index], b[index]))
        }
        return NumericOrder(a.count, b.count).satisfies(operation)
      }
    }
    throw Raised.typeError(
      "'\(operation.symbol)' not supported between instances of '\(typeName(left))' and '\(typeName(right))'")
  }

  /// By the methods of a class of the cell language; `nil` where there are none or they decline.
  func userComparison(_ operation: ComparisonOperator, _ left: Value, _ right: Value) throws -> Value? {
    guard let (name, reflected) = operation.methods else { return nil }
    for (receiver, method, other) in [(left, name, right), (right, reflected, left)] {
      guard let method = userMethod(receiver, method) else { continue }
      let result = try call(method, [receiver, other])
      if case .notImplemented = result { continue }
      return result
    }
    // `!=` is the opposite of `==` where only that is defined.
    if operation == .notEqual, let equal = try userComparison(.equal, left, right) {
      return .bool(try !isTrue(equal))
    }
    return nil
  }

  /// `element in container`
  package func contains(_ container: Value, _ element: Value) throws -> Bool {
    guard case .object(let object) = container else { throw notAContainer(container) }
    switch object.kind {
    case .string:
      guard let text = element.asString else {
        throw Raised.typeError("'in <string>' requires string as left operand, not \(typeName(element))")
      }
      return try unsafeDowncast(object, to: StringObject.self).value.containsScalars(text.value)
    case .dict: return try unsafeDowncast(object, to: DictObject.self).table.find(element, self) != nil
    case .set: return try unsafeDowncast(object, to: SetObject.self).table.contains(element, self)
    case .range:
      guard case .integer(let number)? = element.number else { return try isFound(element, in: container) }
      return Int(exactly: number).flatMap(unsafeDowncast(object, to: RangeObject.self).index(of:)) != nil
    case .array:
      let result = try compareArrays(.equal, container, element)
      guard let matches = result.asArray?.array else { return try isTrue(result) }
      return try matches.countNonzero() > 0
    case .dictView where unsafeDowncast(object, to: DictView.self).content == .keys:
      return try unsafeDowncast(object, to: DictView.self).dict.table.find(element, self) != nil
    default:
      if let method = userMethod(container, "__contains__") {
        return try isTrue(call(method, [container, element]))
      }
      return try isFound(element, in: container)
    }
  }

  private func isFound(_ element: Value, in container: Value) throws -> Bool {
    let iterator: Value
    do {
      iterator = try makeIterator(container)
    } catch let raised as Raised where raised.exception.cls.isSubclass(of: Exceptions.typeError) {
      throw notAContainer(container)
    }
    while let candidate = try next(iterator) {
      if try equal(candidate, element) { return true }
    }
    return false
  }

  private func notAContainer(_ value: Value) -> Raised {
    .typeError("argument of type '\(typeName(value))' is not iterable")
  }
}

extension NumericOrder {
  init<T: Comparable>(_ left: T, _ right: T) {
    self = left < right ? .less : left == right ? .equal : left > right ? .greater : .unordered
  }

  /// An integer of any size against a float, exactly.
  init?(integer: BigInt, _ real: Double) {
    if real.isNaN {
      self = .unordered
    } else if real.isInfinite {
      self = real > 0 ? .less : .greater
    } else {
      let whole = BigInt(real.rounded(.towardZero))
      if integer != whole {
        self = integer < whole ? .less : .greater
      } else {
        self = NumericOrder(0, real - real.rounded(.towardZero))
      }
    }
  }

  init<A: Sequence, B: Sequence>(lexicographic left: A, _ right: B)
  where A.Element == UInt8, B.Element == UInt8 {
    self = left.lexicographicallyPrecedes(right) ? .less : left.elementsEqual(right) ? .equal : .greater
  }

  var reversed: NumericOrder {
    switch self {
    case .less: .greater
    case .greater: .less
    case .equal, .unordered: self
    }
  }

  func satisfies(_ operation: ComparisonOperator) -> Bool {
    switch operation {
    case .equal: self == .equal
    case .notEqual: self != .equal
    case .less: self == .less
    case .lessEqual: self == .less || self == .equal
    case .greater: self == .greater
    default: self == .greater || self == .equal
    }
  }
}

/// A number of any kind: an integer of any size or a float.
enum Number {
  case integer(BigInt)
  case real(Double)
}

extension Value {
  var number: Number? {
    switch self {
    case .float(let value), .npFloat64(let value): .real(value)
    case .npFloat32(let value): .real(Double(value))
    default: bigInteger.map { .integer($0) }
    }
  }
}

extension ComparisonOperator {
  fileprivate var methods: (String, reflected: String)? {
    switch self {
    case .equal: ("__eq__", "__eq__")
    case .notEqual: ("__ne__", "__ne__")
    case .less: ("__lt__", "__gt__")
    case .lessEqual: ("__le__", "__ge__")
    case .greater: ("__gt__", "__lt__")
    case .greaterEqual: ("__ge__", "__le__")
    default: nil
    }
  }
}

extension String {
  /// Whether the text's Unicode scalars appear in a row, whatever graphemes they belong to.
  func containsScalars(_ other: String) throws(ArrayError) -> Bool {
    try ByteSearch(self).first(Array(other.utf8), in: 0..<utf8.count) != nil
  }
}
