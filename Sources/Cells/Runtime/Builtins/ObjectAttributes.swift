/// What every object has.
enum ObjectAttributes {
  static let all: [String: Value] = table(
    construction, texts, comparison, attributes,
    [
      ("__doc__", .none),
      property("__dict__") { value, interpreter in try dict(of: value, interpreter) },
    ])

  private static let construction: [(String, Value)] = [
    ("__new__", .object(MethodWrapper(.staticMethod, .object(new)))),
    method("__init__", "*args, **keywords") { a in
      if !a.rest.isEmpty || !a.keywords.isEmpty {
        throw Raised.typeError("object.__init__() takes exactly one argument (the instance to initialize)")
      }
      return .none
    },
    (
      "__init_subclass__",
      .object(
        MethodWrapper(.classMethod, .object(NativeFunction("__init_subclass__", "/", isMethod: true) { _ in .none })))
    ),
  ]

  private static let new: NativeFunction = NativeFunction("__new__", "cls, *args, **keywords") { a in
    guard let cls = a[0].asType else {
      throw Raised.typeError("object.__new__(X): X is not a type object (\(a.interpreter.typeName(a[0])))")
    }
    if cls.isSubclass(of: Exceptions.baseException) { return .object(ExceptionObject(cls, a.rest)) }
    guard cls.isUserDefined else {
      throw Raised.unsupported("\(cls.name).__new__ is not supported: call \(cls.name)() instead")
    }
    return .object(InstanceObject(cls))
  }

  private static let texts: [(String, Value)] = [
    method("__repr__", "/") { a in
      if let instance = a[0].asInstance { return Value(a.interpreter.defaultRepresentation(instance)) }
      return Value(try a.interpreter.representation(a[0]))
    },
    method("__str__", "/") { a in
      Value(try a[0].asInstance == nil ? a.interpreter.text(a[0]) : a.interpreter.representation(a[0]))
    },
    method("__format__", "specification, /") { a in
      Value(try a.interpreter.format(a[0], a.text(1)))
    },
  ]

  private static let comparison: [(String, Value)] = [
    method("__eq__", "other, /") { a in
      if a[0].asInstance != nil || a[0].asException != nil {
        return a[0].isIdentical(to: a[1]) ? .bool(true) : .notImplemented
      }
      return try a.interpreter.compare(.equal, a[0], a[1])
    },
    method("__ne__", "other, /") { a in
      guard a[0].asInstance != nil || a[0].asException != nil else {
        return try a.interpreter.compare(.notEqual, a[0], a[1])
      }
      return try a.interpreter.userComparison(.notEqual, a[0], a[1])
        ?? (a[0].isIdentical(to: a[1]) ? .bool(false) : .notImplemented)
    },
    method("__hash__", "/") { a in
      if let instance = a[0].asInstance { return .int(ObjectIdentifier(instance).hashValue) }
      return .int(try a.interpreter.hash(a[0]))
    },
  ]

  private static let attributes: [(String, Value)] = [
    method("__getattribute__", "name, /") { a in try a.interpreter.attribute(a[0], a.text(1)) },
    method("__setattr__", "name, value, /") { a in
      let name = try a.text(1)
      // Behind the class's own `__setattr__`, which calls this.
      if let instance = a[0].asInstance, instance.cls.lookUp(name)?.asProperty == nil {
        instance.set(name, a[2])
      } else {
        try a.interpreter.setAttribute(a[0], name, a[2])
      }
      return .none
    },
    method("__delattr__", "name, /") { a in
      try a.interpreter.deleteAttribute(a[0], a.text(1))
      return .none
    },
    method("__dir__", "/") { a in
      Value(list: a.interpreter.attributeNames(of: a[0]).map { Value($0) })
    },
  ]

  /// An object's own attributes as a dict; changes of the dict reach the object.
  static func dict(of value: Value, _ interpreter: Interpreter) throws -> Value {
    let dict = DictObject()
    if let instance = value.asInstance {
      for name in instance.attributeOrder { dict.table.set(name: name, instance.attributes[name] ?? .none) }
      dict.onChange = { [weak instance] table in
        guard let instance else { return }
        instance.attributes = [:]
        instance.attributeOrder = []
        for (key, value) in table.pairs { if let name = key.asString?.value { instance.set(name, value) } }
      }
      return .object(dict)
    }
    let attributes: [String: Value]
    if let exception = value.asException {
      attributes = exception.attributes
    } else if let function = value.asFunction {
      attributes = function.attributes
    } else if let module = value.asModule {
      for name in module.namespace.definedNames { dict.table.set(name: name, module.namespace[name] ?? .none) }
      return .object(dict)
    } else {
      throw Raised.attributeError("'\(interpreter.typeName(value))' object has no attribute '__dict__'")
    }
    for name in attributes.keys.sorted() { dict.table.set(name: name, attributes[name] ?? .none) }
    return .object(dict)
  }
}

extension Interpreter {
  /// `dir(value)`: sorted.
  func attributeNames(of value: Value) -> [String] {
    if let module = value.asModule { return module.namespace.definedNames.sorted() }
    var names = Set(value.asInstance?.attributeOrder ?? [])
    if let exception = value.asException { names.formUnion(exception.attributes.keys) }
    if let function = value.asFunction { names.formUnion(function.attributes.keys) }
    for cls in (value.asType ?? value.type).resolutionOrder { names.formUnion(cls.attributes.keys) }
    names.insert("__class__")
    return names.sorted()
  }
}
