extension BuiltinFunctions {
  static let attributes: [(String, Value)] = [
    function("getattr", "object, name, default=, /") { a in
      let name = try attributeName(a[1])
      if a[2].isUndefined { return try a.interpreter.attribute(a[0], name) }
      return try a.interpreter.attributeIfAny(a[0], name) ?? a[2]
    },
    function("hasattr", "object, name, /") { a in
      .bool(try a.interpreter.attributeIfAny(a[0], attributeName(a[1])) != nil)
    },
    function("setattr", "object, name, value, /") { a in
      try a.interpreter.setAttribute(a[0], attributeName(a[1]), a[2])
      return .none
    },
    function("delattr", "object, name, /") { a in
      try a.interpreter.deleteAttribute(a[0], attributeName(a[1]))
      return .none
    },
    function("dir", "object=, /") { a in
      let names =
        a[0].isUndefined ? a.interpreter.main.namespace.definedNames.sorted() : a.interpreter.attributeNames(of: a[0])
      return Value(list: names.map { Value($0) })
    },
    function("callable", "object, /") { a in .bool(a.interpreter.isCallable(a[0])) },
    function("hash", "object, /") { a in .int(try a.interpreter.hash(a[0])) },
    function("id", "object, /") { a in .int(identity(a[0])) },
  ]

  private static func attributeName(_ value: Value) throws -> String {
    if let name = value.asString?.value { return name }
    throw Raised.typeError("attribute name must be string, not '\(value.type.qualifiedName)'")
  }

  /// An object's address; for what is no object, a number that equal values share.
  private static func identity(_ value: Value) -> Int {
    switch value {
    case .object(let object): Int(bitPattern: Unmanaged.passUnretained(object).toOpaque())
    case .int(let number), .npInt64(let number): 0x5600_0000_0000 &+ number &* 32
    case .float(let number), .npFloat64(let number): Int(truncatingIfNeeded: number.bitPattern >> 1)
    case .npFloat32(let number): 0x5500_0000_0000 + Int(number.bitPattern) * 16
    case .npUInt8(let number): 0x5400_0000_0000 + Int(number) * 16
    case .bool(let flag), .npBool(let flag): flag ? 0x5300_0000_0020 : 0x5300_0000_0040
    case .none: 0x5300_0000_0060
    case .ellipsis: 0x5300_0000_0080
    case .notImplemented, .undefined: 0x5300_0000_00a0
    }
  }

  static let classes: [(String, Value)] = [
    function("isinstance", "object, classes, /") { a in
      .bool(
        try a.interpreter.isSubclass(
          a[0].type, of: a[1], "isinstance() arg 2 must be a type, a tuple of types, or a union"))
    },
    function("issubclass", "cls, classes, /") { a in
      guard let cls = a[0].asType else { throw Raised.typeError("issubclass() arg 1 must be a class") }
      return .bool(
        try a.interpreter.isSubclass(
          cls, of: a[1], "issubclass() arg 2 must be a class, a tuple of classes, or a union"))
    },
  ]

  static let scopes: [(String, Value)] = [
    function("globals", "/") { a in
      let namespace = a.interpreter.main.namespace
      let dict = try ObjectAttributes.dict(of: .object(a.interpreter.main), a.interpreter)
      dict.asDict?.onChange = { table in
        for name in namespace.definedNames where table.find(name: name) == nil { namespace[name] = nil }
        for (key, value) in table.pairs { if let name = key.asString?.value { namespace[name] = value } }
      }
      return dict
    },
    function("locals", "/") { _ in
      throw Raised.unsupported("locals is not supported: name the variables")
    },
    function("vars", "object=, /") { a in
      if a[0].isUndefined { throw Raised.unsupported("vars without an object is not supported: name the variables") }
      guard let dict = try a.interpreter.attributeIfAny(a[0], "__dict__") else {
        throw Raised.typeError("vars() argument must have __dict__ attribute")
      }
      return dict
    },
  ]
}

extension Interpreter {
  /// Whether a class is, or inherits from, a class or one of a tuple or union of them.
  func isSubclass(_ cls: TypeObject, of classes: Value, _ complaint: String) throws -> Bool {
    if let other = classes.asType { return cls.isSubclass(of: other) }
    if case .none = classes { throw Raised.typeError(complaint) }
    guard let members = classes.asTuple?.elements ?? (classes.object as? UnionObject)?.members else {
      throw Raised.typeError(complaint)
    }
    return try members.contains { member in
      if member.isNone, classes.asTuple == nil { return cls === Types.noneType }
      return try isSubclass(cls, of: member, complaint)
    }
  }
}
