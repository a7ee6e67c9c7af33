extension IteratorMethods {
  static let ofGenerator: [String: Value] = table([
    method("__iter__", "/") { a in a[0] },
    method("__next__", "/") { a in try a.interpreter.nextOrStop(a[0]) },
    method("send", "value, /") { a in
      let generator = try a.generator
      if let value = try a.interpreter.resume(generator, sending: a[1]) { return value }
      throw Raised.stopIteration(generator.takeResult())
    },
    method("throw", "type, value=, traceback=, /") { a in
      let generator = try a.generator
      let exception = try a.interpreter.exceptionToThrow(a[1], a[2])
      if let value = try a.interpreter.throwInto(generator, exception) { return value }
      throw Raised.stopIteration(generator.takeResult())
    },
    method("close", "/") { a in
      try a.interpreter.close(a.generator)
      return .none
    },
    property("gi_running") { value, _ in .bool(value.asGenerator?.state == .running) },
    property("__name__") { value, _ in value.asGenerator.map { Value($0.function.code.name) } ?? .none },
    property("__qualname__") { value, _ in
      value.asGenerator.map { Value($0.function.code.qualifiedName) } ?? .none
    },
  ])
}

extension GeneratorObject {
  /// What `return` gave. Only the first `StopIteration` carries it.
  func takeResult() -> Value {
    defer { result = .none }
    return result
  }
}

extension Interpreter {
  /// The exception of `generator.throw(exception)` or `generator.throw(Class, argument)`.
  fileprivate func exceptionToThrow(_ type: Value, _ argument: Value) throws -> ExceptionObject {
    if let cls = type.asType, cls.isSubclass(of: Exceptions.baseException), !argument.isAbsent {
      if let exception = argument.asException, exception.cls.isSubclass(of: cls) { return exception }
      let arguments = argument.asTuple?.elements ?? [argument]
      if let exception = try call(type, arguments).asException { return exception }
    }
    return try makeException(
      type, "exceptions must be classes or instances deriving from BaseException, not \(typeName(type))")
  }
}
