/// Python's module `copy`.
package enum CopyModule {
  package static func make() -> ModuleObject {
    ModuleObject(
      "copy",
      [
        function("copy", "x") { a in
          var copier = Copier(a.interpreter, isDeep: false)
          return try copier.copy(a[0])
        },
        function("deepcopy", "x, memo=") { a in
          var copier = Copier(a.interpreter, isDeep: true, memo: a[1].asDict)
          return try copier.copy(a[0])
        },
        ("Error", .object(Exceptions.runtimeError)),
      ])
  }
}

/// An object of a further built-in class that can be copied.
protocol CopyableObject: Object {
  /// A new object that holds what `part` makes of this one's parts.
  func copy(_ part: (Value) throws -> Value) throws -> Object
}

/// Copies objects; a deep copy keeps what is shared shared.
private struct Copier {
  private let interpreter: Interpreter
  private let isDeep: Bool
  private var copies: [ObjectIdentifier: Value] = [:]
  /// Keeps the originals alive, so that no address comes twice.
  private var originals: [Object] = []
  /// What a class's own `__deepcopy__` gets and hands on.
  private let memo: DictObject

  init(_ interpreter: Interpreter, isDeep: Bool, memo: DictObject? = nil) {
    self.interpreter = interpreter
    self.isDeep = isDeep
    self.memo = memo ?? DictObject()
  }

  mutating func copy(_ value: Value) throws -> Value {
    guard case .object(let object) = value else { return value }
    if let known = copies[ObjectIdentifier(object)] { return known }
    let key = Value.int(Int(bitPattern: Unmanaged.passUnretained(object).toOpaque()))
    if isDeep, let known = try memo.table.find(key, interpreter) { return known }
    if let result = try byOwnMethod(value) {
      try remember(object, key, result)
      return result
    }
    try interpreter.checkStack()
    return try copy(object, key)
  }

  /// Python asks the class for `__copy__`, but the object for `__deepcopy__`, so that `__getattr__` may answer.
  private func byOwnMethod(_ value: Value) throws -> Value? {
    guard isDeep else { return try interpreter.userMethod(value, "__copy__").map { try interpreter.call($0, [value]) } }
    guard value.object?.type.isUserDefined ?? false else { return nil }
    let method = try interpreter.attributeIfAny(value, "__deepcopy__") ?? .none
    return method.isNone ? nil : try interpreter.call(method, [.object(memo)])
  }

  private mutating func remember(_ object: Object, _ key: Value, _ copy: Value) throws {
    guard isDeep else { return }
    copies[ObjectIdentifier(object)] = copy
    originals.append(object)
    try memo.set(key, copy, interpreter)
  }

  private mutating func part(_ value: Value) throws -> Value { isDeep ? try copy(value) : value }

  private mutating func copy(_ object: Object, _ key: Value) throws -> Value {
    try interpreter.tickOnce()
    let value = Value.object(object)
    switch object.kind {
    case .list:
      guard isDeep else { return Value(list: value.asList?.elements ?? []) }
      let result = ListObject()
      try remember(object, key, .object(result))
      for element in value.asList?.elements ?? [] { result.elements.append(try part(element)) }
      return .object(result)
    case .dict:
      guard let original = value.asDict else { return value }
      let result = original.copied()
      guard isDeep else { return .object(result) }
      try remember(object, key, .object(result))
      result.table.removeAll()
      for (name, element) in original.table.pairs {
        let (newName, newElement) = (try part(name), try part(element))
        try result.set(newName, newElement, interpreter)
      }
      return .object(result)
    case .tuple where isDeep: return try copy(tuple: object, key)
    case .set:
      guard let set = value.asSet, isDeep || !set.isFrozen else { return value }
      let elements = try set.table.elements.map { try part($0) }
      let table = isDeep ? try SetTable(elements, interpreter) : try set.table.copied(interpreter)
      let result = Value.object(SetObject(table, isFrozen: set.isFrozen))
      try remember(object, key, result)
      return result
    case .array:
      guard let array = value.asArray?.array else { return value }
      let result = Value.object(ArrayObject(try array.copyKeepingOrder()))
      try remember(object, key, result)
      return result
    case .instance: return try copy(instance: object, key)
    case .exception:
      guard let original = value.asException else { return value }
      let result = ExceptionObject(original.cls, try original.arguments.map { try part($0) })
      result.attributes = try original.attributes.mapValues { try part($0) }
      return .object(result)
    case .generator, .module:
      throw Raised.typeError("cannot pickle '\(interpreter.typeName(value))' object")
    case .boundMethod where isDeep:
      guard let method = value.asBoundMethod, method.receiver.asInstance != nil else { return value }
      return .object(BoundMethod(try copy(method.receiver), method.function))
    case .host:
      guard let original = object as? any CopyableObject else { return value }
      let result = Value.object(try original.copy { try part($0) })
      try remember(object, key, result)
      return result
    default: return value
    }
  }

  /// A tuple of what cannot change is its own copy.
  private mutating func copy(tuple object: Object, _ key: Value) throws -> Value {
    guard let elements = Value.object(object).asTuple?.elements else { return .object(object) }
    let parts = try elements.map { try part($0) }
    if let known = copies[ObjectIdentifier(object)] { return known }
    let isSame = zip(parts, elements).allSatisfy { $0.isIdentical(to: $1) || $0.object == nil }
    let copy: Value =
      isSame
      ? .object(object)
      : object is RecordObject ? .object(RecordObject(object.type, parts)) : Value(tuple: parts)
    try remember(object, key, copy)
    return copy
  }

  /// As `copy._reconstruct` does: an object without attributes, which then gets the state of the original.
  private mutating func copy(instance object: Object, _ key: Value) throws -> Value {
    let value = Value.object(object)
    guard let original = value.asInstance else { return value }
    for name in ["__reduce__", "__reduce_ex__"] where interpreter.userMethod(value, name) != nil {
      throw Raised.unsupported("copying by \(name) is not supported: define __copy__ and __deepcopy__ instead")
    }
    let result = InstanceObject(original.cls)
    try remember(object, key, .object(result))
    guard let state = try part(state(of: original)).asDict else { return .object(result) }
    if let setState = try interpreter.attributeIfAny(.object(result), "__setstate__") {
      _ = try interpreter.call(setState, [.object(state)])
      return .object(result)
    }
    for (name, element) in state.table.pairs {
      guard let name = name.asString?.value else { throw Raised.typeError("attribute name must be string") }
      result.set(name, element)
    }
    return .object(result)
  }

  /// What `__getstate__` gives: by default the attributes, or None where there are none.
  private func state(of original: InstanceObject) throws -> Value {
    if let method = interpreter.userMethod(.object(original), "__getstate__") {
      let state = try interpreter.call(method, [.object(original)])
      guard state.isNone || state.asDict != nil else {
        throw Raised.unsupported("a __getstate__ that gives no dict is not supported: give the attributes as a dict")
      }
      return state
    }
    guard !original.attributeOrder.isEmpty else { return .none }
    let state = DictObject()
    for name in original.attributeOrder {
      try state.set(Value(name), original.attributes[name] ?? .none, interpreter)
    }
    return .object(state)
  }
}
