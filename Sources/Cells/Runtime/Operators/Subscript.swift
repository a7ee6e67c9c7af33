/// What stands between brackets when it is a tuple or a slice: components in consecutive registers, three for a slice
/// (start, stop, step) and one for anything else. Only what needs them as objects makes objects of them.
struct Subscript {
  let base: UnsafeMutablePointer<Value>
  let count: Int
  /// Bit `n` is set where component `n` is a slice.
  let slices: UInt8
  /// False for a single slice without a comma.
  let isTuple: Bool

  func isSlice(_ component: Int) -> Bool { slices & (1 << UInt8(component)) != 0 }

  var hasEllipsis: Bool {
    var register = base
    for component in 0..<count {
      if !isSlice(component), case .ellipsis = register.pointee { return true }
      register += isSlice(component) ? 3 : 1
    }
    return false
  }

  /// As one value: a slice, or a tuple of components.
  var value: Value {
    var register = base
    var components: [Value] = []
    components.reserveCapacity(count)
    for component in 0..<count {
      if isSlice(component) {
        components.append(.object(SliceObject(start: register[0], stop: register[1], step: register[2])))
        register += 3
      } else {
        components.append(register.pointee)
        register += 1
      }
    }
    return isTuple ? Value(tuple: components) : components[0]
  }
}

extension Interpreter {
  /// `value[a, b:c]`
  func items(_ value: Value, _ index: Subscript) throws -> Value {
    if case .object(let object) = value, object.kind == .array {
      return try arrayItems(unsafeDowncast(object, to: ArrayObject.self), index)
    }
    return try item(value, index.value)
  }

  /// `value[a, b:c] = newValue`
  func setItems(_ value: Value, _ index: Subscript, _ newValue: Value) throws {
    if case .object(let object) = value, object.kind == .array {
      return try setArrayItems(unsafeDowncast(object, to: ArrayObject.self), index, newValue)
    }
    try setItem(value, index.value, newValue)
  }
}
