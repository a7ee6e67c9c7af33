enum ExceptionMethods {
  static let all: [String: Value] = table(
    links,
    [
      method("__init__", "*args, **keywords") { a in
        let exception = try a.exception
        if !a.keywords.isEmpty { throw Raised.typeError("\(exception.cls.name)() takes no keyword arguments") }
        exception.arguments = a.rest
        return .none
      },
      method("__str__", "/") { a in Value(try a.interpreter.message(of: a.exception)) },
      method("__repr__", "/") { a in Value(try a.interpreter.defaultRepresentation(of: a.exception)) },
      property("args") { value, _ in
        Value(tuple: value.asException?.arguments ?? [])
      } set: { value, arguments, interpreter in
        value.asException?.arguments = try interpreter.collect(arguments)
      },
      method("with_traceback", "traceback, /") { a in a[0] },
      method("add_note", "note, /") { a in
        let exception = try a.exception
        guard a[1].asString != nil else {
          throw Raised.typeError("add_note() argument must be str, not \(a.interpreter.typeName(a[1]))")
        }
        if let notes = exception.attributes["__notes__"]?.asList {
          notes.elements.append(a[1])
        } else {
          exception.attributes["__notes__"] = Value(list: [a[1]])
        }
        return .none
      },
    ])

  /// How exceptions hang together.
  private static let links: [(String, Value)] = [
    property("__cause__") { value, _ in
      value.asException?.cause.map { .object($0) } ?? .none
    } set: { value, cause, _ in
      guard cause.isNone || cause.asException != nil else {
        throw Raised.typeError("exception cause must be None or derive from BaseException")
      }
      value.asException?.cause = cause.asException
      value.asException?.suppressesContext = true
    },
    property("__context__") { value, _ in
      value.asException?.context.map { .object($0) } ?? .none
    } set: { value, context, _ in
      guard context.isNone || context.asException != nil else {
        throw Raised.typeError("exception context must be None or derive from BaseException")
      }
      value.asException?.context = context.asException
    },
    property("__suppress_context__") { value, _ in
      .bool(value.asException?.suppressesContext ?? false)
    } set: { value, flag, interpreter in
      value.asException?.suppressesContext = try interpreter.isTrue(flag)
    },
    property("__traceback__") { _, _ in
      .none
    } set: { _, _, _ in
    },
  ]

  /// `value`: what a generator returned.
  static let ofStopIteration: [String: Value] = table([
    property("value") { value, _ in value.asException?.arguments.first ?? .none }
  ])

  /// `code`: what `sys.exit` was called with.
  static let ofSystemExit: [String: Value] = table([
    property("code") { value, _ in
      let arguments = value.asException?.arguments ?? []
      return arguments.count > 1 ? Value(tuple: arguments) : arguments.first ?? .none
    }
  ])

  static let ofOSError: [String: Value] = table([
    property("errno") { value, _ in part(0, of: value) },
    property("strerror") { value, _ in part(1, of: value) },
    property("filename") { _, _ in .none },
  ])

  /// `name`: the name that was not found.
  static let ofMisspelling: [String: Value] = table([
    property("name") { value, _ in value.asException?.misspelling.map { Value($0.name) } ?? .none }
  ])

  private static func part(_ index: Int, of value: Value) -> Value {
    let arguments = value.asException?.arguments ?? []
    return arguments.count == 2 ? arguments[index] : .none
  }
}

extension Interpreter {
  /// `repr(exception)` where the class has no `__repr__` of its own.
  func defaultRepresentation(of exception: ExceptionObject) throws -> String {
    "\(exception.cls.name)(\(try exception.arguments.map(representation).joined(separator: ", ")))"
  }
}
