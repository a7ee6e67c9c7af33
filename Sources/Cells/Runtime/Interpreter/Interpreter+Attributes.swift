extension Interpreter {
  /// `value.name`.
  /// - Throws: `AttributeError`.
  package func attribute(_ value: Value, _ name: String) throws -> Value {
    if let found = try findAttribute(value, name) { return found }
    throw missingAttribute(value, name)
  }

  /// `getattr(value, name, None)`: an `AttributeError` on the way counts as none.
  func attributeIfAny(_ value: Value, _ name: String) throws -> Value? {
    do {
      return try findAttribute(value, name)
    } catch let raised as Raised where raised.exception.cls.isSubclass(of: Exceptions.attributeError) {
      return nil
    }
  }

  /// `value.name`, or `nil` where there is no such attribute.
  package func findAttribute(_ value: Value, _ name: String) throws -> Value? {
    guard case .object(let object) = value else { return try classAttribute(value, name) }
    switch object.kind {
    case .module:
      let module = unsafeDowncast(object, to: ModuleObject.self)
      if let found = module.namespace[name] ?? (name == "__name__" ? Value(module.name) : nil) { return found }
      return try module.namespace["__getattr__"].map { try call($0, [Value(name)]) }
    case .type:
      return try attribute(ofClass: unsafeDowncast(object, to: TypeObject.self), name)
    case .instance:
      let instance = unsafeDowncast(object, to: InstanceObject.self)
      // A property of the class goes before what the instance holds.
      let inClass = instance.cls.lookUp(name)
      if let property = inClass?.asProperty { return try property.get(value, self) }
      if let descriptor = inClass, userMethod(descriptor, "__set__") != nil { return try bind(descriptor, to: value) }
      if let own = instance.attributes[name] { return own }
      if let inClass { return try bind(inClass, to: value) }
      if let fallback = instance.cls.lookUp("__getattr__") { return try call(fallback, [value, Value(name)]) }
      return try classAttribute(value, name)
    case .exception:
      return try unsafeDowncast(object, to: ExceptionObject.self).attributes[name] ?? classAttribute(value, name)
    case .function:
      return try unsafeDowncast(object, to: FunctionObject.self).attributes[name] ?? classAttribute(value, name)
    case .superProxy:
      let proxy = unsafeDowncast(object, to: SuperProxy.self)
      let order = (proxy.receiver.asType ?? proxy.receiver.type).resolutionOrder
      for cls in order.drop(while: { $0 !== proxy.start }).dropFirst() {
        guard let found = cls.attributes[name] else { continue }
        // Through a class, functions stay as they are and class methods get that class.
        guard proxy.receiver.asType != nil else { return try bind(found, to: proxy.receiver) }
        let isWrapper = found.object.map { $0.kind == .classMethod || $0.kind == .staticMethod } ?? false
        return isWrapper ? try bind(found, to: proxy.receiver, isClass: true) : found
      }
      return nil
    default:
      return try classAttribute(value, name)
    }
  }

  private func classAttribute(_ value: Value, _ name: String) throws -> Value? {
    if name == "__class__" { return .object(value.type) }
    return try value.type.lookUp(name).map { try bind($0, to: value) }
  }

  private func attribute(ofClass cls: TypeObject, _ name: String) throws -> Value? {
    if let found = cls.lookUp(name) {
      if case .object(let object) = found, object.kind == .classMethod || object.kind == .staticMethod {
        return try bind(found, to: .object(cls), isClass: true)
      }
      // What only describes objects, as `__dict__` does, the class has for itself.
      guard let property = found.asProperty, property.getFunction.isNone else { return found }
    }
    return try classAttribute(.object(cls), name)
  }

  /// A class's attribute as seen through one of its objects: functions become methods, properties their values.
  func bind(_ attribute: Value, to receiver: Value, isClass: Bool = false) throws -> Value {
    guard case .object(let object) = attribute else { return attribute }
    switch object.kind {
    case .function: return .object(BoundMethod(receiver, attribute))
    case .native:
      return unsafeDowncast(object, to: NativeFunction.self).isMethod
        ? .object(BoundMethod(receiver, attribute)) : attribute
    case .property: return try unsafeDowncast(object, to: PropertyObject.self).get(receiver, self)
    case .classMethod:
      let cls = isClass ? receiver : .object(receiver.type)
      return .object(BoundMethod(cls, unsafeDowncast(object, to: MethodWrapper.self).function))
    case .staticMethod: return unsafeDowncast(object, to: MethodWrapper.self).function
    case .host, .instance:
      guard let get = userMethod(attribute, "__get__") else { return attribute }
      return try call(get, [attribute, receiver, .object(receiver.type)])
    default: return attribute
    }
  }

  /// `value.name = newValue`
  package func setAttribute(_ value: Value, _ name: String, _ newValue: Value) throws {
    guard case .object(let object) = value else { throw readOnly(value, name) }
    switch object.kind {
    case .instance:
      let instance = unsafeDowncast(object, to: InstanceObject.self)
      let inClass = instance.cls.lookUp(name)
      if let descriptor = inClass, let set = userMethod(descriptor, "__set__") {
        _ = try call(set, [descriptor, value, newValue])
        return
      }
      if let property = inClass?.asProperty {
        guard let set = property.set else {
          throw Raised.attributeError("property '\(name)' of '\(instance.cls.path)' object has no setter")
        }
        return try set(value, newValue, self)
      }
      if let hook = instance.cls.lookUp("__setattr__"), hook.asNative == nil {
        _ = try call(hook, [value, Value(name), newValue])
        return
      }
      instance.set(name, newValue)
    case .module:
      unsafeDowncast(object, to: ModuleObject.self).namespace[name] = newValue
    case .exception:
      if let set = object.type.lookUp(name)?.asProperty?.set { return try set(value, newValue, self) }
      unsafeDowncast(object, to: ExceptionObject.self).attributes[name] = newValue
    case .function:
      unsafeDowncast(object, to: FunctionObject.self).attributes[name] = newValue
    case .type:
      let cls = unsafeDowncast(object, to: TypeObject.self)
      guard cls.isUserDefined else {
        throw Raised.typeError("cannot set '\(name)' attribute of immutable type '\(cls.qualifiedName)'")
      }
      cls.set(name, newValue)
    default:
      guard let property = object.type.lookUp(name)?.asProperty, let set = property.set else {
        throw readOnly(value, name)
      }
      try set(value, newValue, self)
    }
  }

  /// `del value.name`
  package func deleteAttribute(_ value: Value, _ name: String) throws {
    if let instance = value.asInstance, instance.attributes[name] != nil {
      instance.attributes[name] = nil
      instance.attributeOrder.removeAll { $0 == name }
    } else if let cls = value.asType, cls.isUserDefined, cls.attributes[name] != nil {
      cls.set(name, nil)
    } else if let module = value.asModule, module.namespace[name] != nil {
      module.namespace[name] = nil
    } else {
      throw missingAttribute(value, name)
    }
  }

  private func readOnly(_ value: Value, _ name: String) -> Raised {
    guard let found = value.type.lookUp(name) else { return missingAttribute(value, name) }
    if found.asProperty != nil {
      return .attributeError(
        "attribute '\(name)' of '\(value.type.qualifiedName)' objects is not writable")
    }
    return .attributeError("'\(typeName(value))' object attribute '\(name)' is read-only")
  }

  func missingAttribute(_ value: Value, _ name: String) -> Raised {
    let error = attributeError(value, name)
    error.exception.misspelling = Misspelling(name: name) {
      if let module = value.asModule { return module.namespace.definedNames }
      let own = value.asInstance?.attributeOrder ?? []
      return own + (value.asType ?? value.type).resolutionOrder.flatMap { $0.attributes.keys.sorted() }
    }
    return error
  }

  private func attributeError(_ value: Value, _ name: String) -> Raised {
    if let module = value.asModule { return .attributeError("module '\(module.name)' has no attribute '\(name)'") }
    if let cls = value.asType {
      return .attributeError(
        "type object '\(cls.isUserDefined ? cls.name : cls.qualifiedName)' has no attribute '\(name)'")
    }
    if case .object(let object) = value, object.kind == .superProxy {
      return .attributeError("'super' object has no attribute '\(name)'")
    }
    return .attributeError("'\(typeName(value))' object has no attribute '\(name)'")
  }

  /// The class's name as Python's messages have it: `int`, `numpy.float64`, `Layer`.
  package func typeName(_ value: Value) -> String { value.type.messageName }

  /// A method that gives an operator its meaning, `__add__` or `__len__`, of a class written in the cell language or
  /// of a built-in one that has its operators among its attributes. `nil` for Python's own classes.
  func userMethod(_ value: Value, _ name: String) -> Value? {
    guard case .object(let object) = value else { return nil }
    let cls = object.type
    guard cls.definesOperators || object.kind == .host else { return nil }
    for cls in cls.resolutionOrder where cls.definesOperators || (object.kind == .host && cls !== Types.object) {
      if let method = cls.attributes[name] { return method }
    }
    return nil
  }
}

extension InstanceObject {
  func set(_ name: String, _ value: Value) {
    if attributes.updateValue(value, forKey: name) == nil { attributeOrder.append(name) }
  }
}
