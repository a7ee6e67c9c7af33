/// Python's module `sys`, as far as cells have a system.
package enum SysModule {
  package static func make(_ interpreter: Interpreter) -> ModuleObject {
    ModuleObject(
      "sys", constants, functions,
      [
        ("stdout", .object(OutputStream("<stdout>") { [unowned interpreter] in interpreter.write($0) })),
        ("stderr", .object(OutputStream("<stderr>") { [unowned interpreter] in interpreter.host.writeError($0) })),
      ],
      BuiltinModules.notOffered(
        "sys", "getsizeof", "getrefcount", "settrace", "setprofile", "_getframe", "displayhook", "excepthook"))
  }

  private static let version = [("major", Value.int(3)), ("minor", .int(11)), ("micro", .int(7))]

  private static let constants: [(String, Value)] = [
    ("version", Value("3.11.7 (ConvNotebook)")), ("maxsize", .int(.max)), ("maxunicode", .int(0x10FFFF)),
    ("byteorder", Value("little")), ("platform", Value("linux")), ("argv", Value(list: [Value("")])),
    ("path", Value(list: [])), ("executable", Value("")),
    (
      "version_info",
      structure("version_info", version + [("releaselevel", Value("final")), ("serial", .int(0))])
    ),
    (
      "float_info",
      structure(
        "float_info",
        [
          ("max", .float(.greatestFiniteMagnitude)), ("max_exp", .int(1024)), ("max_10_exp", .int(308)),
          ("min", .float(.leastNormalMagnitude)), ("min_exp", .int(-1021)), ("min_10_exp", .int(-307)),
          ("dig", .int(15)), ("mant_dig", .int(53)), ("epsilon", .float(.ulpOfOne)), ("radix", .int(2)),
          ("rounds", .int(1)),
        ])
    ),
  ]

  private static func structure(_ name: String, _ fields: [(String, Value)]) -> Value {
    let cls = NamedTuples.structure("sys.\(name)", fields: fields.map(\.0))
    return .object(RecordObject(cls, fields.map(\.1)))
  }

  private static let functions: [(String, Value)] = [
    function("exit", "status=, /") { a in
      throw Raised(ExceptionObject(Exceptions.systemExit, a[0].isUndefined ? [] : [a[0]]))
    },
    function("getrecursionlimit", "/") { a in .int(a.interpreter.limits.recursion) },
    function("setrecursionlimit", "limit, /") { a in
      let limit = try a.int(0)
      if limit < 1 { throw Raised.valueError("recursion limit must be greater or equal than 1") }
      guard limit <= a.interpreter.limits.recursion else {
        throw Raised.unsupported(
          "a recursion limit above \(a.interpreter.limits.recursion) is not supported: write a loop instead")
      }
      a.interpreter.limits.recursion = limit
      return .none
    },
    function("exc_info", "/") { a in
      guard let exception = a.interpreter.handledException else { return Value(tuple: [.none, .none, .none]) }
      return Value(tuple: [.object(exception.cls), .object(exception), .none])
    },
    function("intern", "string, /") { a in a[0] },
    function("getdefaultencoding", "/") { _ in Value("utf-8") },
  ]
}

/// `sys.stdout` and `sys.stderr`: something with a method `write`.
package final class OutputStream: Object, @unchecked Sendable {
  private let name: String
  private let write: (String) -> Void

  init(_ name: String, _ write: @escaping (String) -> Void) {
    self.name = name
    self.write = write
    super.init(.host)
  }

  package override var type: TypeObject { OutputStream.type }

  private static let type: TypeObject = TypeObject(
    "TextIOWrapper", module: "_io",
    attributes: table([
      method("write", "text, /") { a in
        guard let text = a[1].asString else {
          throw Raised.typeError("write() argument must be str, not \(a.interpreter.typeName(a[1]))")
        }
        try a.host(OutputStream.self).write(text.value)
        return .int(text.count)
      },
      method("writelines", "lines, /") { a in
        let stream = try a.host(OutputStream.self)
        for line in try a.interpreter.collect(a[1]) { stream.write(try a.interpreter.text(line)) }
        return .none
      },
      method("flush", "/") { a in
        a.interpreter.host.flush()
        return .none
      },
      method("isatty", "/") { _ in .bool(false) },
      property("name") { value, _ in (value.object as? OutputStream).map { Value($0.name) } ?? .none },
      property("encoding") { _, _ in Value("utf-8") },
      method("__repr__", "/") { a in
        Value("<_io.TextIOWrapper name='\(try a.host(OutputStream.self).name)' mode='w' encoding='utf-8'>")
      },
    ]))
}
