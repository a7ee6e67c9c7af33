/// `functools.partial`
package final class PartialObject: Object, @unchecked Sendable {
  private let function: Value
  private let arguments: [Value]
  private let keywords: [(String, Value)]

  private init(_ function: Value, _ arguments: [Value], _ keywords: [(String, Value)]) {
    self.function = function
    self.arguments = arguments
    self.keywords = keywords
    super.init(.host)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep((function, arguments, keywords)) } }

  package override var type: TypeObject { PartialObject.classObject }

  private func merged(_ more: [(String, Value)]) -> [(String, Value)] {
    keywords.filter { own in !more.contains { $0.0 == own.0 } } + more
  }

  static let classObject: TypeObject = TypeObject(
    "partial", module: "functools",
    constructor: NativeFunction("partial", "func, /, *args, **keywords") { a in
      guard a.interpreter.isCallable(a[0]) else { throw Raised.typeError("the first argument must be callable") }
      if let inner = a[0].object as? PartialObject {
        return .object(PartialObject(inner.function, inner.arguments + a.rest, inner.merged(a.keywords)))
      }
      return .object(PartialObject(a[0], a.rest, a.keywords))
    }, definesOperators: true,
    attributes: table([
      method("__call__", "/, *args, **keywords") { a in
        let partial = try a.host(PartialObject.self)
        return try a.interpreter.call(
          partial.function, partial.arguments + a.rest, keywords: partial.merged(a.keywords))
      },
      method("__repr__", "/") { a in
        let partial = try a.host(PartialObject.self)
        let parts =
          try ([partial.function] + partial.arguments).map(a.interpreter.representation)
          + partial.keywords.map { "\($0)=\(try a.interpreter.representation($1))" }
        return Value("functools.partial(\(parts.joined(separator: ", ")))")
      },
      property("func") { value, _ in (value.object as? PartialObject)?.function ?? .none },
      property("args") { value, _ in Value(tuple: (value.object as? PartialObject)?.arguments ?? []) },
      property("keywords") { value, _ in
        let dict = DictObject()
        for (name, value) in (value.object as? PartialObject)?.keywords ?? [] { dict.table.set(name: name, value) }
        return .object(dict)
      },
    ]))
}
