/// Python's module `IPython`, and in it `IPython.display`.
package enum DisplayModule {
  package static func makePackage() -> ModuleObject {
    let display = ModuleObject("IPython.display", functions, DisplayObject.classes)
    let core = ModuleObject(
      "IPython.core",
      [
        ("display", .object(ModuleObject("IPython.core.display", functions, DisplayObject.classes))),
        ("display_functions", .object(ModuleObject("IPython.core.display_functions", functions))),
        ("getipython", .object(ModuleObject("IPython.core.getipython", [shell]))),
        (
          "interactiveshell",
          .object(ModuleObject("IPython.core.interactiveshell", [("InteractiveShell", .object(ShellOptions()))]))
        ),
      ])
    return ModuleObject(
      "IPython",
      [
        ("display", .object(display)), ("core", .object(core)), shell, ("__version__", Value("8.18.1")),
        ("version_info", Value(tuple: [.int(8), .int(18), .int(1), Value("")])),
      ])
  }

  private static let shell: (String, Value) = ("get_ipython", .object(ShellHandle.getShell))

  private static let functions: [(String, Value)] =
    [
      ("display", .object(display)),
      function("clear_output", "wait=") { a in
        a.interpreter.host.clearOutput(try a.bool(0, default: false))
        return .none
      },
      function("set_matplotlib_formats", "*formats, **options") { _ in .none },
    ]
    + BuiltinModules.notOffered(
      "IPython.display", "SVG", "Audio", "Video", "IFrame", "YouTubeVideo", "FileLink", "FileLinks", "ProgressBar",
      "Code", "GeoJSON", "publish_display_data", "update_display", "display_html", "display_markdown",
      "display_latex", "display_png", "display_svg")

  static let display: NativeFunction = NativeFunction(
    "display", "*objects, include=, exclude=, metadata=, transient=, display_id=, raw=, clear=, **options"
  ) { a in
    guard a.interpreter.shell != nil else {
      a.interpreter.write(try a.rest.map { try a.interpreter.text($0) }.joined(separator: " ") + "\n")
      return .none
    }
    if a.has(4) { throw Raised.unsupported("display with display_id is not supported: call display again instead") }
    if try a.bool(5, default: false) { throw Raised.unsupported("display(raw=True) is not supported") }
    if try a.bool(6, default: false) { a.interpreter.host.clearOutput(true) }
    for object in a.rest { try show(object, a.interpreter) }
    return .none
  }

  /// Shows one object as `display` does.
  static func show(_ value: Value, _ interpreter: Interpreter) throws {
    if let method = try ownDisplay(of: value, interpreter) {
      _ = try interpreter.call(method, [])
    } else if let data = try (value.object as? any DisplayedObject)?.displayedData(interpreter) {
      interpreter.host.display(data)
    } else {
      interpreter.host.display(.text(try interpreter.prettyRepresentation(value)))
    }
  }

  /// The method with which a class written in a cell shows its objects itself.
  static func ownDisplay(of value: Value, _ interpreter: Interpreter) throws -> Value? {
    guard let cls = value.asInstance?.cls else { return nil }
    if cls.lookUp("_repr_pretty_") != nil || cls.lookUp("_repr_mimebundle_") != nil {
      throw Raised.unsupported("_repr_pretty_ and _repr_mimebundle_ are not supported: define __repr__ instead")
    }
    return cls.lookUp("_ipython_display_") == nil ? nil : try interpreter.attribute(value, "_ipython_display_")
  }
}

/// An object of a built-in class that `display` shows as something else than its text: a figure.
protocol DisplayedObject: Object {
  func displayedData(_ interpreter: Interpreter) throws -> DisplayedData
}

/// `IPython.core.interactiveshell.InteractiveShell`, for its one option that notebooks set.
package final class ShellOptions: Object, @unchecked Sendable {
  init() { super.init(.host) }

  package override var type: TypeObject { ShellOptions.type }

  private static let type: TypeObject = TypeObject(
    "InteractiveShell", module: "IPython.core.interactiveshell",
    attributes: table([
      property("ast_node_interactivity") { _, _ in
        Value("last_expr")
      } set: { _, value, interpreter in
        try InteractivityOption.check(interpreter.text(value))
      },
      method("instance", "/") { a in a.interpreter.shell?.handle ?? .none },
    ]))
}
