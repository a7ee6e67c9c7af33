/// Python's module `warnings`.
package enum WarningsModule {
  package static func make() -> ModuleObject {
    ModuleObject(
      "warnings",
      [
        function("warn", "message, category=, stacklevel=, source=") { a in
          let cls = a[0].asException?.cls ?? a[1].asType ?? Exceptions.userWarning
          guard cls.isSubclass(of: Exceptions.warning) else {
            throw Raised.typeError("category must be a Warning subclass, not '\(a.interpreter.typeName(a[1]))'")
          }
          a.interpreter.warn(cls, try a.interpreter.text(a[0]))
          return .none
        },
        function("filterwarnings", "action, message=, category=, module=, lineno=, append=") { a in
          try filter(a.text(0), a[2], a.interpreter)
          return .none
        },
        function("simplefilter", "action, category=, lineno=, append=") { a in
          try filter(a.text(0), a[1], a.interpreter)
          return .none
        },
        function("resetwarnings", "/") { a in
          a.interpreter.ignoredWarnings = []
          return .none
        },
        ("catch_warnings", .object(catchWarnings)),
      ], BuiltinModules.notOffered("warnings", "warn_explicit", "showwarning", "formatwarning"))
  }

  private static let actions = ["default", "error", "ignore", "always", "module", "once"]

  private static func filter(_ action: String, _ category: Value, _ interpreter: Interpreter) throws {
    guard actions.contains(action) else {
      throw Raised(Exceptions.assertionError, "invalid action: \(try interpreter.representation(Value(action)))")
    }
    if action == "error" {
      throw Raised.unsupported("warnings that become errors are not supported: check the values instead")
    }
    let cls = category.asType ?? Exceptions.warning
    interpreter.ignoredWarnings.removeAll { $0.isSubclass(of: cls) }
    if action == "ignore" { interpreter.ignoredWarnings.append(cls) }
  }

  /// Keeps the filters of before the block.
  private static let catchWarnings: TypeObject = TypeObject(
    "catch_warnings", module: "warnings",
    constructor: NativeFunction("catch_warnings", "*, record=, module=, action=, category=, lineno=, append=") { a in
      if try a.bool(0, default: false) {
        throw Raised.unsupported("catch_warnings(record=True) is not supported: warnings go to stderr")
      }
      return .object(WarningsBlock())
    })

  package final class WarningsBlock: Object, @unchecked Sendable {
    private var outer: [TypeObject] = []

    init() { super.init(.host) }

    package override var type: TypeObject { WarningsBlock.type }

    private static let type: TypeObject = TypeObject(
      "catch_warnings", module: "warnings",
      attributes: table([
        method("__enter__", "/") { a in
          try a.host(WarningsBlock.self).outer = a.interpreter.ignoredWarnings
          return .none
        },
        method("__exit__", "*exception") { a in
          a.interpreter.ignoredWarnings = try a.host(WarningsBlock.self).outer
          return .bool(false)
        },
      ]))
  }
}
