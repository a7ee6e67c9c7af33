/// Python's module `typing`: names for annotations, which cells do not look at.
package enum TypingModule {
  package static func make() -> ModuleObject {
    ModuleObject(
      "typing", forms.map { ($0, .object(TypingForm("typing." + $0))) },
      [
        ("TYPE_CHECKING", .bool(false)),
        function("cast", "typ, val") { a in a[1] },
        function("TypeVar", "name, *constraints, bound=, covariant=, contravariant=") { a in
          .object(TypingForm("~" + (try a.text(0))))
        },
        function("NewType", "name, tp") { a in
          .object(NativeFunction(try a.text(0), "x, /") { a in a[0] })
        },
        function("overload", "func") { a in a[0] },
        function("final", "f") { a in a[0] },
        function("no_type_check", "arg") { a in a[0] },
      ], BuiltinModules.notOffered("typing", "NamedTuple", "TypedDict", "get_type_hints"))
  }

  private static let forms = [
    "Any", "AnyStr", "Callable", "ClassVar", "Collection", "Container", "DefaultDict", "Deque", "Dict", "Final",
    "FrozenSet", "Generator", "Generic", "Hashable", "Iterable", "Iterator", "List", "Literal", "Mapping",
    "MutableMapping", "MutableSequence", "NoReturn", "Optional", "OrderedDict", "Protocol", "Sequence", "Set", "Sized",
    "Text", "Tuple", "Type", "Union",
  ]
}

/// `typing.List`, `typing.List[int]` and `list[int]`.
package final class TypingForm: Object, @unchecked Sendable {
  let name: String
  private let arguments: [Value]
  /// `list` of `list[int]`.
  private let origin: TypeObject?

  init(_ name: String, _ arguments: [Value] = [], origin: TypeObject? = nil) {
    self.name = name
    self.arguments = arguments
    self.origin = origin
    super.init(.host)
  }

  package override var type: TypeObject { TypingForm.type }

  private static let type: TypeObject = TypeObject(
    "_SpecialForm", module: "typing", definesOperators: true,
    attributes: table([
      method("__getitem__", "key, /") { a in
        .object(TypingForm(try a.host(TypingForm.self).name, a[1].asTuple?.elements ?? [a[1]]))
      },
      method("__repr__", "/") { a in Value(try a.host(TypingForm.self).text(a.interpreter)) },
      method("__call__", "*args, **keywords") { a in
        if let origin = try a.host(TypingForm.self).origin {
          return try a.interpreter.call(.object(origin), a.rest, keywords: a.keywords)
        }
        throw Raised.typeError("Cannot instantiate \(try a.host(TypingForm.self).text(a.interpreter))")
      },
      property("__name__") { value, _ in
        (value.object as? TypingForm).map { Value(String($0.name.drop { $0 != "." }.dropFirst())) } ?? .none
      },
      property("__args__") { value, _ in Value(tuple: (value.object as? TypingForm)?.arguments ?? []) },
    ]))

  private func text(_ interpreter: Interpreter) throws -> String {
    if arguments.isEmpty { return name }
    let texts = try arguments.map { argument in
      if argument.isNone { return "None" }
      if case .ellipsis = argument { return "..." }
      if let list = argument.asList {
        return "[\(try list.elements.map(interpreter.typeText).joined(separator: ", "))]"
      }
      return try interpreter.typeText(argument)
    }
    return "\(name)[\(texts.joined(separator: ", "))]"
  }
}

extension Interpreter {
  fileprivate func typeText(_ value: Value) throws -> String {
    try value.asType?.qualifiedName ?? representation(value)
  }
}
