/// `object`, `type`, `super` and what wraps the functions of a class.
enum ObjectMethods {
  static let constructor: NativeFunction = NativeFunction("object", "*args, **keywords") { a in
    if !a.rest.isEmpty || !a.keywords.isEmpty { throw Raised.typeError("object() takes no arguments") }
    return .object(Object(.host))
  }

  static let typeConstructor: NativeFunction = NativeFunction("type", "object=, bases=, dict=, /") { a in
    if a[1].isUndefined, !a[0].isUndefined { return .object(a[0].type) }
    guard !a[2].isUndefined else { throw Raised.typeError("type() takes 1 or 3 arguments") }
    let name = try a.text(0)
    guard let bases = a[1].asTuple, let names = a[2].asDict else {
      throw Raised.typeError(
        "type.__new__() argument \(a[1].asTuple == nil ? 2 : 3) must be \(a[1].asTuple == nil ? "tuple" : "dict")")
    }
    let attributes = names.table.pairs.compactMap { key, value in key.asString.map { ($0.value, value) } }
    return .object(
      try TypeObject(
        userDefined: name, module: "__main__", bases: a.interpreter.baseClasses(.object(bases)),
        attributes: [("__module__", Value("__main__")), ("__doc__", .none)] + attributes))
  }

  static let superConstructor: NativeFunction = NativeFunction("super", "type=, object=, /") { a in
    if a[0].isUndefined { throw Raised.runtimeError("super(): no arguments") }
    guard let start = a[0].asType else {
      throw Raised.typeError("super() argument 1 must be a type, not \(a.interpreter.typeName(a[0]))")
    }
    if a[1].isUndefined { throw Raised.unsupported("super with one argument is not supported: write super()") }
    guard a[1].type.isSubclass(of: start) || a[1].asType?.isSubclass(of: start) ?? false else {
      throw Raised.typeError("super(type, obj): obj must be an instance or subtype of type")
    }
    return .object(SuperProxy(start: start, receiver: a[1]))
  }

  static let property: NativeFunction = NativeFunction("property", "fget=, fset=, fdel=, doc=") { a in
    .object(PropertyObject(getFunction: a.given(0), setFunction: a.given(1)))
  }

  static let classMethod: NativeFunction = NativeFunction("classmethod", "function, /") { a in
    .object(MethodWrapper(.classMethod, a[0]))
  }

  static let staticMethod: NativeFunction = NativeFunction("staticmethod", "function, /") { a in
    .object(MethodWrapper(.staticMethod, a[0]))
  }

  static let all = ObjectAttributes.all
  static let ofType = ClassAttributes.all
  static let ofFunction = FunctionAttributes.all
  static let ofProperty = PropertyAttributes.all
}

extension Arguments {
  /// An argument, or `None` where it was not given.
  func given(_ index: Int) -> Value { self[index].isUndefined ? .none : self[index] }
}

/// What a property itself has: `@x.setter` makes a new one of it.
enum PropertyAttributes {
  static let all: [String: Value] = table([
    method("getter", "function, /") { a in
      .object(PropertyObject(getFunction: a[1], setFunction: a[0].asProperty?.setFunction ?? .none))
    },
    method("setter", "function, /") { a in
      .object(PropertyObject(getFunction: a[0].asProperty?.getFunction ?? .none, setFunction: a[1]))
    },
    method("deleter", "function, /") { _ in
      throw Raised.unsupported("property deleters are not supported: write a method instead")
    },
    property("fget") { value, _ in value.asProperty?.getFunction ?? .none },
    property("fset") { value, _ in value.asProperty?.setFunction ?? .none },
    property("fdel") { _, _ in .none },
    property("__doc__") { value, interpreter in
      guard let get = value.asProperty?.getFunction, !get.isNone else { return .none }
      return try interpreter.findAttribute(get, "__doc__") ?? .none
    },
  ])
}
