/// What functions and methods have: `f.__name__`, `f.__doc__`.
enum FunctionAttributes {
  static let all: [String: Value] = table([
    property("__name__") { value, interpreter in
      try describe(value, interpreter, "__name__", { $0.code.name }, { $0.name })
    },
    property("__qualname__") { value, interpreter in
      try describe(value, interpreter, "__qualname__", { $0.code.qualifiedName }, { $0.name })
    },
    property("__module__") { value, interpreter in
      try describe(value, interpreter, "__module__", { $0.module.name }, { _ in "builtins" })
    },
    property("__doc__") { value, interpreter in
      try describe(value, interpreter, "__doc__", { $0.code.docstring }, { $0.doc.isEmpty ? nil : $0.doc })
    },
    property("__defaults__") { value, _ in
      guard let defaults = value.function?.defaults, !defaults.isEmpty else { return .none }
      return Value(tuple: defaults)
    },
    property("__kwdefaults__") { value, _ in
      guard let function = value.function, !function.keywordDefaults.allSatisfy(\.isUndefined) else { return .none }
      let dict = DictObject()
      let names = function.code.parameters.names.dropFirst(function.code.parameters.positionalCount)
      for (name, value) in zip(names, function.keywordDefaults) where !value.isUndefined {
        dict.table.set(name: name, value)
      }
      return .object(dict)
    },
    property("__code__") { value, interpreter in
      guard let function = value.function else { throw interpreter.missingAttribute(value, "__code__") }
      return .object(CodeDescription(function.code))
    },
    property("__annotations__") { _, _ in
      throw Raised.unsupported("annotations are not kept: cells run without them")
    },
    property("__self__") { value, interpreter in
      if let method = value.asBoundMethod { return method.receiver }
      throw interpreter.missingAttribute(value, "__self__")
    },
    property("__func__") { value, interpreter in
      if let method = value.asBoundMethod { return method.function }
      throw interpreter.missingAttribute(value, "__func__")
    },
    method("__call__", "*args, **keywords") { a in
      try a.interpreter.call(a[0], a.rest, keywords: a.keywords)
    },
    method("__get__", "instance, owner=, /") { a in
      a[1].isNone ? a[0] : try a.interpreter.bind(a[0], to: a[1])
    },
  ])

  private static func describe(
    _ value: Value, _ interpreter: Interpreter, _ name: String, _ ofFunction: (FunctionObject) -> String?,
    _ ofNative: (NativeFunction) -> String?
  ) throws -> Value {
    if let method = value.asBoundMethod { return try interpreter.attribute(method.function, name) }
    if let function = value.asFunction { return ofFunction(function).map { Value($0) } ?? .none }
    return value.asNative.flatMap(ofNative).map { Value($0) } ?? .none
  }
}

extension Value {
  /// The function itself or the one behind a method.
  fileprivate var function: FunctionObject? { asFunction ?? asBoundMethod?.function.asFunction }
}

/// `f.__code__`
package final class CodeDescription: Object, @unchecked Sendable {
  let code: CodeObject

  init(_ code: CodeObject) {
    self.code = code
    super.init(.host)
  }

  package override var type: TypeObject { CodeDescription.type }

  private static let type: TypeObject = TypeObject(
    "code",
    attributes: table([
      property("co_name") { value, _ in of(value) { Value($0.name) } },
      property("co_qualname") { value, _ in of(value) { Value($0.qualifiedName) } },
      property("co_filename") { value, _ in of(value) { Value($0.source.name) } },
      property("co_argcount") { value, _ in of(value) { .int($0.parameters.positionalCount) } },
      property("co_posonlyargcount") { value, _ in of(value) { .int($0.parameters.positionalOnlyCount) } },
      property("co_kwonlyargcount") { value, _ in of(value) { .int($0.parameters.keywordOnlyCount) } },
      property("co_varnames") { value, _ in
        of(value) { code in Value(tuple: code.variableNames.map { Value($0) }) }
      },
    ]))

  private static func of(_ value: Value, _ part: (CodeObject) -> Value) -> Value {
    (value.object as? CodeDescription).map { part($0.code) } ?? .none
  }
}
