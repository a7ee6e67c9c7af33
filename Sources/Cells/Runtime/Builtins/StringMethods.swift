/// Python's `str`: the constructor, and what all the methods' files share.
enum StringMethods {
  static let constructor: NativeFunction = NativeFunction("str", "object=, encoding=, errors=") { a in
    if a[1].isUndefined, a[2].isUndefined {
      return a[0].isUndefined ? Value("") : a[0].asString == nil ? Value(try a.interpreter.text(a[0])) : a[0]
    }
    if a[0].asString != nil { throw Raised.typeError("decoding str is not supported") }
    guard let bytes = a[0].asBytes?.value else {
      throw Raised.typeError(
        "decoding to str: need a bytes-like object, \(a.interpreter.typeName(a[0])) found")
    }
    return Value(try TextEncoding(a, 1).decode(bytes, onError: .init(a, 2)))
  }

  static let all: [String: Value] = table(
    caseMethods, predicates, searchMethods, splitMethods, paddingMethods, formatMethods)

  /// The text that a method was called on.
  static func receiver(_ a: borrowing Arguments) throws -> StringObject {
    if let text = a[0].asString { return text }
    throw Raised.typeError(
      "descriptor '\(a.function.name)' for 'str' objects doesn't apply to a '\(a.interpreter.typeName(a[0]))' object")
  }

  /// An argument of a method that takes text only.
  static func text(_ a: borrowing Arguments, _ index: Int) throws -> String {
    if let text = a[index].asString { return text.value }
    throw Raised.typeError("must be str, not \(a.interpreter.typeName(a[index]))")
  }

  private static let formatMethods: [(String, Value)] = [
    method("format", "*arguments, **keywords") { a in
      let template = try receiver(a).value
      let (named, rest, interpreter) = (a.keywords, a.rest, a.interpreter)
      return Value(
        try interpreter.templateFormat(template, positional: rest) { name in
          guard let found = named.first(where: { $0.0 == name }) else { throw Raised.keyError(Value(name)) }
          return found.1
        })
    },
    method("format_map", "mapping, /") { a in
      let template = try receiver(a).value
      let (mapping, interpreter) = (a[1], a.interpreter)
      return Value(
        try interpreter.templateFormat(template, positional: nil) { try interpreter.item(mapping, Value($0)) })
    },
    method("encode", "encoding=, errors=") { a in
      let text = try receiver(a).value
      let encoding = try TextEncoding(a, 1)
      let bytes = try encoding.encode(text, onError: .init(a, 2))
      return .object(BytesObject(bytes))
    },
    method("translate", "table, /") { a in
      let text = try receiver(a).value
      var result = ""
      for scalar in text.unicodeScalars {
        let part = try translation(of: scalar, a[1], a.interpreter)
        try Interpreter.checkTextSize(result.utf8.count + part.utf8.count)
        try a.interpreter.spend(8 + part.utf8.count >> 6)
        result += part
      }
      return Value(result)
    },
    ("maketrans", .object(MethodWrapper(.staticMethod, .object(makeTranslation)))),
  ]

  private static func translation(
    of scalar: Unicode.Scalar, _ table: Value, _ interpreter: Interpreter
  ) throws -> String {
    let target: Value
    do {
      target = try interpreter.item(table, .int(Int(scalar.value)))
    } catch let raised as Raised where raised.exception.cls.isSubclass(of: Exceptions.lookupError) {
      return String(scalar)
    }
    if target.isNone { return "" }
    if let text = target.asString { return text.value }
    guard case .int(let code) = target else {
      throw Raised.typeError("character mapping must return integer, None or str")
    }
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
      throw Raised.valueError("character mapping must be in range(0x110000)")
    }
    return String(scalar)
  }

  private static let makeTranslation: NativeFunction = NativeFunction("maketrans", "x, y=, z=, /") { a in
    var table = HashTable<Value>()
    if a[1].isUndefined {
      guard let dict = a[0].asDict else {
        throw Raised.typeError("if you give only one argument to maketrans it must be a dict")
      }
      for (key, value) in dict.table.pairs {
        var code = key
        if let text = key.asString {
          guard text.count == 1, let scalar = text.value.unicodeScalars.first else {
            throw Raised.valueError("string keys in translate table must be of length 1")
          }
          code = .int(Int(scalar.value))
        } else if a.interpreter.pythonInteger(key) == nil {
          throw Raised.typeError("keys in translate table must be strings or integers")
        }
        try table.set(code, value, a.interpreter)
      }
      return .object(DictObject(table))
    }
    guard let source = a[0].asString else {
      throw Raised.typeError("first maketrans argument must be a string if there is a second argument")
    }
    guard let target = a[1].asString else {
      throw Raised.typeError("maketrans() argument 2 must be str, not \(a.interpreter.typeName(a[1]))")
    }
    guard source.count == target.count else {
      throw Raised.valueError("the first two maketrans arguments must have equal length")
    }
    for (from, to) in zip(source.value.unicodeScalars, target.value.unicodeScalars) {
      try table.set(.int(Int(from.value)), .int(Int(to.value)), a.interpreter)
    }
    if !a[2].isUndefined {
      guard let removed = a[2].asString else {
        throw Raised.typeError("maketrans() argument 3 must be str, not \(a.interpreter.typeName(a[2]))")
      }
      for scalar in removed.value.unicodeScalars { try table.set(.int(Int(scalar.value)), .none, a.interpreter) }
    }
    return .object(DictObject(table))
  }
}
