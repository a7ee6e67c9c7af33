extension Interpreter {
  /// What `raise value from cause` throws; without a value, the exception being handled.
  func exception(toRaise value: Value?, cause: Value?) throws -> Raised {
    guard let value else {
      guard let handled = handledException else { return .runtimeError("No active exception to reraise") }
      return Raised(handled)
    }
    let exception = try makeException(value, "exceptions must derive from BaseException")
    if let cause {
      exception.suppressesContext = true
      exception.cause =
        cause.isNone ? nil : try makeException(cause, "exception causes must derive from BaseException")
    }
    if let handled = handledException, handled !== exception { exception.context = handled }
    return Raised(exception)
  }

  func makeException(_ value: Value, _ complaint: String) throws -> ExceptionObject {
    if let exception = value.asException { return exception }
    if let cls = value.asType, cls.isSubclass(of: Exceptions.baseException),
      let exception = try call(value, []).asException
    {
      return exception
    }
    throw Raised.typeError(complaint)
  }

  /// Whether an `except` clause with these classes takes the exception.
  func matches(_ exception: Value, _ classes: Value) throws -> Bool {
    guard let exception = exception.asException else { return false }
    for cls in classes.asTuple?.elements ?? [classes] {
      guard let cls = cls.asType, cls.isSubclass(of: Exceptions.baseException) else {
        throw Raised.typeError("catching classes that do not inherit from BaseException is not allowed")
      }
      if exception.cls.isSubclass(of: cls) { return true }
    }
    return false
  }

  /// Enters a `with` block: the exit method goes to `target[0]`, what entering gave to `target[1]`.
  func enterContext(_ manager: Value, _ target: UnsafeMutablePointer<Value>) throws {
    guard let enter = try findAttribute(manager, "__enter__") else {
      throw Raised.typeError("'\(typeName(manager))' object does not support the context manager protocol")
    }
    guard let exit = try findAttribute(manager, "__exit__") else {
      throw Raised.typeError(
        "'\(typeName(manager))' object does not support the context manager protocol (missed __exit__ method)")
    }
    let entered = try call(enter, [])
    target[0] = exit
    target[1] = entered
  }

  /// Leaves a `with` block; true where the manager swallows the exception.
  func exitContext(_ exit: Value, _ exception: ExceptionObject?) throws -> Bool {
    guard let exception else {
      _ = try call(exit, [.none, .none, .none])
      return false
    }
    return try isTrue(call(exit, [.object(exception.cls), .object(exception), .none]))
  }
}
