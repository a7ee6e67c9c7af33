import Arrays
import BigInt

extension Interpreter {
  /// Python's truth of a value.
  package func isTrue(_ value: Value) throws -> Bool {
    switch value {
    case .bool(let flag), .npBool(let flag): return flag
    case .int(let number), .npInt64(let number): return number != 0
    case .npUInt8(let number): return number != 0
    case .float(let number), .npFloat64(let number): return number != 0
    case .npFloat32(let number): return number != 0
    case .none, .undefined: return false
    case .ellipsis, .notImplemented: return true
    case .object(let object): return try isTrue(object)
    }
  }

  private func isTrue(_ object: Object) throws -> Bool {
    switch object.kind {
    case .string: return !unsafeDowncast(object, to: StringObject.self).value.isEmpty
    case .bytes: return !unsafeDowncast(object, to: BytesObject.self).value.isEmpty
    case .tuple: return !unsafeDowncast(object, to: TupleObject.self).elements.isEmpty
    case .list: return !unsafeDowncast(object, to: ListObject.self).elements.isEmpty
    case .dict: return unsafeDowncast(object, to: DictObject.self).table.count > 0
    case .set: return unsafeDowncast(object, to: SetObject.self).table.count > 0
    case .range: return unsafeDowncast(object, to: RangeObject.self).count > 0
    case .dictView: return unsafeDowncast(object, to: DictView.self).dict.table.count > 0
    case .array:
      let array = unsafeDowncast(object, to: ArrayObject.self).array
      if array.count == 1 { return array.scalar().cast(to: Bool.self) }
      // NumPy 1 still takes an empty array for false.
      if array.count == 0 { return false }
      throw Raised.valueError(
        "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
    default:
      if let method = userMethod(.object(object), "__bool__") {
        let result = try call(method, [.object(object)])
        guard case .bool(let flag) = result else {
          throw Raised.typeError("__bool__ should return bool, returned \(typeName(result))")
        }
        return flag
      }
      if userMethod(.object(object), "__len__") != nil { return try length(.object(object)) != 0 }
      return true
    }
  }

  /// Python's `==` as a truth value; an object always equals itself.
  package func equal(_ left: Value, _ right: Value) throws -> Bool {
    if left.isIdentical(to: right) { return true }
    return try areEqual(left, right)
  }

  /// `left == right` without the shortcut of identity (`nan != nan`).
  private func areEqual(_ left: Value, _ right: Value) throws -> Bool {
    if let order = numericOrder(left, right) { return order == .equal }
    if isElementwise(left, right) || isElementwise(right, left) {
      return try isTrue(compareArrays(.equal, left, right))
    }
    guard case .object(let a) = left, case .object(let b) = right else {
      return try equalByMethod(left, right) ?? left.isIdentical(to: right)
    }
    switch (a.kind, b.kind) {
    case (.string, .string):
      return unsafeDowncast(a, to: StringObject.self).hasText(of: unsafeDowncast(b, to: StringObject.self))
    case (.bytes, .bytes):
      return unsafeDowncast(a, to: BytesObject.self).value == unsafeDowncast(b, to: BytesObject.self).value
    case (.tuple, .tuple):
      return try nested(" in comparison") { try equal(left.elements ?? [], right.elements ?? []) }
    case (.list, .list):
      return try nested(" in comparison") {
        try equal(unsafeDowncast(a, to: ListObject.self), unsafeDowncast(b, to: ListObject.self))
      }
    case (.dict, .dict):
      return try nested(" in comparison") {
        try equal(unsafeDowncast(a, to: DictObject.self), unsafeDowncast(b, to: DictObject.self))
      }
    case (.set, .set):
      let (a, b) = (unsafeDowncast(a, to: SetObject.self).table, unsafeDowncast(b, to: SetObject.self).table)
      return try a.count == b.count && a.elements.allSatisfy { try b.contains($0, self) }
    case (.range, .range):
      let (a, b) = (unsafeDowncast(a, to: RangeObject.self), unsafeDowncast(b, to: RangeObject.self))
      return a.count == b.count && (a.count == 0 || a.start == b.start && (a.count == 1 || a.step == b.step))
    case (.slice, .slice):
      let (a, b) = (unsafeDowncast(a, to: SliceObject.self), unsafeDowncast(b, to: SliceObject.self))
      return try nested(" in comparison") { try equal([a.start, a.stop, a.step], [b.start, b.stop, b.step]) }
    case (.dictView, .dictView), (.dictView, .set), (.set, .dictView):
      guard let a = try setOperand(left)?.table, let b = try setOperand(right)?.table else { return false }
      return try a.count == b.count && a.elements.allSatisfy { try b.contains($0, self) }
    case (.boundMethod, .boundMethod):
      let (a, b) = (unsafeDowncast(a, to: BoundMethod.self), unsafeDowncast(b, to: BoundMethod.self))
      return a.receiver.isIdentical(to: b.receiver) && a.function.isIdentical(to: b.function)
    default: return try equalByMethod(left, right) ?? false
    }
  }

  private func equal(_ left: [Value], _ right: [Value]) throws -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where try !equal(left[index], right[index]) { return false }
    return true
  }

  /// Looks at the lists anew at each step: comparing their elements may change them.
  private func equal(_ left: ListObject, _ right: ListObject) throws -> Bool {
    guard left.elements.count == right.elements.count else { return false }
    var index = 0
    while index < left.elements.count, index < right.elements.count {
      if try !equal(left.elements[index], right.elements[index]) { return false }
      index += 1
    }
    return left.elements.count == right.elements.count
  }

  private func equal(_ left: DictObject, _ right: DictObject) throws -> Bool {
    guard left.table.count == right.table.count else { return false }
    for (key, value) in left.table.pairs {
      guard let other = try right.table.find(key, self), try equal(value, other) else { return false }
    }
    return true
  }

  /// By arrays, dtypes and classes of the cell language; `nil` where none of them has a say.
  private func equalByMethod(_ left: Value, _ right: Value) throws -> Bool? {
    if left.asArray != nil || right.asArray != nil { return try isTrue(compareArrays(.equal, left, right)) }
    if let result = equalDTypes(left, right) { return result }
    guard let result = try userComparison(.equal, left, right) else { return nil }
    return try isTrue(result)
  }

  /// `x.dtype == 'float64'`, `x.dtype == float`
  private func equalDTypes(_ left: Value, _ right: Value) -> Bool? {
    guard let dtype = left.asDType?.dtype ?? right.asDType?.dtype else { return nil }
    let other = left.asDType == nil ? left : right
    return (try? self.dtype(other)) == dtype
  }
}
