/// What `with np.errstate(...)` and its like hold: two closures around the block.
package final class ContextManager: Object, @unchecked Sendable {
  let name: String
  let enter: (Interpreter) throws -> Value
  let exit: (Interpreter) throws -> Void

  init(
    _ name: String, enter: @escaping (Interpreter) throws -> Value, exit: @escaping (Interpreter) throws -> Void
  ) {
    self.name = name
    self.enter = enter
    self.exit = exit
    super.init(.host)
  }

  package override var type: TypeObject { ContextManager.cls }

  private static let cls = TypeObject(
    "_GeneratorContextManager", module: "contextlib",
    attributes: table([
      method("__enter__", "") { a in
        guard let manager = of(a[0]) else { return .none }
        return try manager.enter(a.interpreter)
      },
      method("__exit__", "type=, value=, traceback=") { a in
        guard let manager = of(a[0]) else { return .none }
        try manager.exit(a.interpreter)
        return .bool(false)
      },
    ]))

  private static func of(_ value: Value) -> ContextManager? { value.object as? ContextManager }
}
