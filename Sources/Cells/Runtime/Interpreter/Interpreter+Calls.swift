extension Interpreter {
  /// Calls anything that can be called.
  package func call(_ callee: Value, _ arguments: [Value], keywords: [(String, Value)] = []) throws -> Value {
    // Built-ins that call for every element of something long can be stopped.
    try tickOnce()
    var arguments = arguments
    return try arguments.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress {
        return try call(callee, base, buffer.count, keywords)
      }
      return try withUnsafeTemporaryAllocation(of: Value.self, capacity: 1) { empty in
        guard let base = empty.baseAddress else { return .none }
        return try call(callee, base, 0, keywords)
      }
    }
  }

  /// Calls with the positional arguments that lie at `base`; they stay the caller's.
  func call(
    _ callee: Value, _ base: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: [(String, Value)] = []
  ) throws -> Value {
    guard case .object(let object) = callee else {
      throw Raised.typeError("'\(typeName(callee))' object is not callable")
    }
    try checkStack()
    switch object.kind {
    case .function:
      return try call(unsafeDowncast(object, to: FunctionObject.self), base, count, keywords)
    case .native:
      return try call(unsafeDowncast(object, to: NativeFunction.self), base, count, keywords)
    case .boundMethod:
      let method = unsafeDowncast(object, to: BoundMethod.self)
      var arguments = [method.receiver]
      arguments.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
      return try call(method.function, arguments, keywords: keywords)
    case .type:
      return try instantiate(unsafeDowncast(object, to: TypeObject.self), base, count, keywords)
    default:
      if let method = userMethod(callee, "__call__") {
        var arguments = [callee]
        arguments.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
        return try call(method, arguments, keywords: keywords)
      }
      throw Raised.typeError("'\(typeName(callee))' object is not callable")
    }
  }

  /// `Class(...)`.
  private func instantiate(
    _ cls: TypeObject, _ base: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: [(String, Value)]
  ) throws -> Value {
    let positional = UnsafeBufferPointer(start: base, count: count)
    if cls.isSubclass(of: Exceptions.baseException) {
      let exception = ExceptionObject(cls, Array(positional))
      if let initialiser = cls.lookUp("__init__"), initialiser.asNative == nil {
        _ = try call(initialiser, [.object(exception)] + positional, keywords: keywords)
      } else if !keywords.isEmpty {
        throw Raised.typeError("\(cls.name)() takes no keyword arguments")
      }
      return .object(exception)
    }
    guard cls.isUserDefined else {
      guard let constructor = cls.constructor else {
        throw Raised.typeError("cannot create '\(cls.name)' instances")
      }
      return try call(constructor, base, count, keywords)
    }
    let instance: Value
    if let maker = cls.lookUp("__new__"), maker.asFunction != nil {
      instance = try call(maker, [.object(cls)] + positional, keywords: keywords)
      guard instance.type.isSubclass(of: cls) else { return instance }
    } else {
      try checkIsConcrete(cls)
      instance = .object(InstanceObject(cls))
    }
    guard let initialiser = cls.lookUp("__init__"), initialiser.asNative == nil else {
      let takesNone = cls.lookUp("__new__")?.asFunction == nil
      if takesNone, count > 0 || !keywords.isEmpty { throw Raised.typeError("\(cls.name)() takes no arguments") }
      return instance
    }
    let result = try call(initialiser, [instance] + positional, keywords: keywords)
    if !result.isNone {
      throw Raised.typeError("__init__() should return None, not '\(typeName(result))'")
    }
    return instance
  }
}
