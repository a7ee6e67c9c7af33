/// What `get_ipython()` gives: commands as methods, as exported notebooks call them.
package final class ShellHandle: Object, @unchecked Sendable {
  private unowned let shell: InteractiveShell

  init(_ shell: InteractiveShell) {
    self.shell = shell
    super.init(.host)
  }

  package override var type: TypeObject { ShellHandle.type }

  /// `get_ipython()`; `None` outside of notebooks.
  static let getShell: NativeFunction = NativeFunction("get_ipython", "/") { a in a.interpreter.shell?.handle ?? .none }

  private static let type: TypeObject = TypeObject(
    "ZMQInteractiveShell", module: "ipykernel.zmqshell",
    attributes: table([
      method("run_line_magic", "magic_name, line=, _stack_depth=") { a in
        try Magics.perform(try call(a, a.text(1), a.text(2, default: ""), cell: nil))
      },
      method("run_cell_magic", "magic_name, line, cell") { a in
        try Magics.perform(try call(a, a.text(1), a.text(2), cell: a.text(3)))
      },
      method("magic", "arg_s") { a in
        let line = try a.text(1).drop { $0 == "%" || $0.isWhitespace }
        let name = line.prefix { !$0.isWhitespace }
        return try Magics.perform(try call(a, String(name), String(line.dropFirst(name.count)).trimmed, cell: nil))
      },
      method("run_cell", "raw_cell, store_history=, silent=") { a in
        try a.host(ShellHandle.self).shell.runInner(Source(name: "<cell>", a.text(1), isCell: true))
        return .none
      },
      method("ex", "cmd") { a in
        let shell = try a.host(ShellHandle.self).shell
        _ = try shell.interpreter.execute(
          shell.interpreter.compile(
            Source(name: "<string>", a.text(1)), mode: .file, in: shell.interpreter.main.namespace, showsValue: false),
          in: shell.interpreter.main)
        return .none
      },
      method("ev", "expr") { a in
        let interpreter = try a.host(ShellHandle.self).shell.interpreter
        return try interpreter.evaluate(a.text(1), in: interpreter.main)
      },
      method("system", "cmd") { a in throw RefusedMagics.refusal(ofShell: try a.text(1)) },
      method("getoutput", "cmd, split=, depth=") { a in throw RefusedMagics.refusal(ofShell: try a.text(1)) },
      property("user_ns") { value, interpreter in
        try interpreter.call(interpreter.builtin("globals"), [])
      },
      property("execution_count") { value, _ in
        .int((value.object as? ShellHandle)?.shell.executionCount ?? 0)
      },
    ]))

  private static func call(
    _ a: borrowing Arguments, _ name: String, _ line: String, cell: String?
  ) throws -> MagicCall {
    MagicCall(name: name, line: line, cell: cell, shell: try a.host(ShellHandle.self).shell)
  }
}
