extension Interpreter {
  /// A name that is no global: Python's own, or the reference layers.
  func builtin(_ name: String) throws -> Value {
    if let value = builtins[name] { return value }
    // Cells have `plt` without importing it.
    if name == "plt", currentCode?.source.isCell ?? false {
      return try importModule("matplotlib.pyplot", innermost: true)
    }
    guard let value = BuiltinFunctions.value(of: name) else { throw undefinedName(name) }
    builtins[name] = value
    return value
  }

  func undefinedName(_ name: String) -> Raised {
    let error = Raised.nameError("name '\(name)' is not defined")
    let locals = currentCode?.variableNames ?? []
    error.exception.misspelling = Misspelling(name: name) { [main, builtins] in
      locals + main.namespace.definedNames + BuiltinFunctions.names + builtins.definedNames
    }
    return error
  }

  func unboundLocal(_ name: String) -> Raised {
    Raised(Exceptions.unboundLocalError, vintage.unboundLocal(name))
  }

  func unboundCell(_ code: CodeObject, _ register: Int) -> Raised {
    let isOwn = !code.capturedCells.contains { $0.own == register }
    guard register < code.variableNames.count else { return .nameError("name is not defined") }
    if isOwn { return unboundLocal(code.variableNames[register]) }
    return .nameError(vintage.unboundFree(code.variableNames[register]))
  }

  /// `value.name` with the site's memory of what it found the last time: modules' names.
  func attribute(_ value: Value, _ name: String, _ cache: inout AttributeCache) throws -> Value {
    guard let module = value.asModule else { return try attribute(value, name) }
    if cache.owner === module, cache.version == module.namespace.version { return cache.value }
    let found = try attribute(value, name)
    remember(found, of: module, module.namespace.version, in: &cache)
    return found
  }

  /// Calls a method of the value at `base` with the arguments behind it.
  ///
  /// A method that the class defines is called with the receiver where it lies: no bound method is made.
  func callMethod(
    _ base: UnsafeMutablePointer<Value>, _ count: Int, _ name: String, _ cache: inout AttributeCache
  ) throws -> Value {
    let receiver = base.pointee
    if case .object(let object) = receiver, object.kind == .module {
      return try call(attribute(receiver, name, &cache), base + 1, count)
    }
    let cls = receiver.type
    let version = cls.isUserDefined ? TypeObject.version : 0
    if cache.owner !== cls || cache.version != version {
      remember(method(of: cls, name) ?? .undefined, of: cls, version, in: &cache)
      if case .object(let object) = receiver, object.kind.tellsClass || type(of: object) == DictObject.self {
        cache.swiftClass = ObjectAddress(object).swiftClass
      }
    }
    guard case .object(let method) = cache.value, receiver.asInstance?.attributes[name] == nil else {
      return try call(attribute(receiver, name), base + 1, count)
    }
    if method.kind == .native {
      return try call(unsafeDowncast(method, to: NativeFunction.self), base, count + 1)
    }
    return try call(unsafeDowncast(method, to: FunctionObject.self), base, count + 1)
  }

  /// Notes what was found. The function that was known before may be running still, and nothing else may hold it.
  private func remember(_ found: Value, of owner: Object, _ version: Int, in cache: inout AttributeCache) {
    if case .object = cache.value, !cache.value.isIdentical(to: found) { replacedMethods.append(cache.value) }
    cache = AttributeCache(owner: owner, version: version, value: found)
  }

  /// A method that takes its receiver as first argument and is found by its class alone.
  private func method(of cls: TypeObject, _ name: String) -> Value? {
    guard cls !== Types.type, cls !== Types.superType, cls !== Types.function,
      case .object(let object)? = cls.lookUp(name)
    else { return nil }
    if object.kind == .native, unsafeDowncast(object, to: NativeFunction.self).isMethod { return .object(object) }
    if object.kind == .function { return .object(object) }
    return nil
  }
}
