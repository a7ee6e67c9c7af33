/// Extensions, and what only prepares Jupyter.
extension Magics {
  static let extensions: [String: Function] = [
    "load_ext": Function("Load an IPython extension by its module name.") { call in
      let name = try extensionName(call)
      if call.shell.loadedExtensions.contains(name) {
        call.interpreter.write("The \(name) extension is already loaded. To reload it, use:\n  %reload_ext \(name)\n")
      } else {
        try load(name, call)
      }
      return .none
    },
    "reload_ext": Function("Reload an IPython extension by its module name.") { call in
      let name = try extensionName(call)
      if !call.shell.loadedExtensions.contains(name) { try load(name, call) }
      return .none
    },
    "unload_ext": Function("Unload an IPython extension by its module name.") { call in
      let name = try extensionName(call)
      call.interpreter.write(
        call.shell.loadedExtensions.contains(name)
          ? "The \(name) extension doesn't define how to unload it.\n" : "The \(name) extension is not loaded.\n")
      return .none
    },
    "autoreload": Function("Reload changed modules before a cell runs; here modules never change.", autoreload),
    "aimport": Function("Import modules for automatic reloading.") { call in
      try requireAutoreload(call)
      throw Raised.unsupported("%aimport is not supported: write import instead")
    },
    "matplotlib": Function("Set up matplotlib to work interactively.", matplotlib),
    "config": Function("Configure IPython.", config),
    "precision": Function("Set floating point precision for pretty printing.", precision),
  ]

  private static func extensionName(_ call: MagicCall) throws -> String {
    if call.line.isEmpty { throw InteractiveShell.usageError("Missing module name.") }
    return call.line
  }

  private static func load(_ name: String, _ call: MagicCall) throws {
    if name == "autoreload" || name == "storemagic" {
      call.shell.loadedExtensions.insert(name)
      return
    }
    let module = try call.interpreter.importModule(name, innermost: true)
    guard let load = try call.interpreter.findAttribute(module, "load_ipython_extension") else {
      return call.interpreter.write("The \(name) module is not an IPython extension.\n")
    }
    _ = try call.interpreter.call(load, [call.shell.handle])
    call.shell.loadedExtensions.insert(name)
  }

  private static func requireAutoreload(_ call: MagicCall) throws {
    if !call.shell.loadedExtensions.contains("autoreload") {
      throw InteractiveShell.usageError("Line magic function `%\(call.name)` not found.")
    }
  }

  private static func autoreload(_ call: MagicCall) throws -> Value {
    try requireAutoreload(call)
    let words = call.line.split { $0.isWhitespace }
    let modes: Set<String> = ["", "now", "0", "off", "1", "explicit", "2", "all", "3", "complete"]
    let mode = words.first { !$0.hasPrefix("-") }.map(String.init) ?? ""
    guard modes.contains(mode.lowercased()) else {
      throw Raised.valueError("Unrecognized autoreload mode \"\(mode.lowercased())\".")
    }
    return .none
  }

  private static let backends = [
    "tk", "gtk", "gtk3", "gtk4", "wx", "qt4", "qt5", "qt6", "qt", "osx", "nbagg", "webagg", "notebook", "agg", "svg",
    "pdf", "ps", "inline", "ipympl", "widget",
  ]

  /// Figures are shown as `inline` shows them, whatever the backend.
  private static func matplotlib(_ call: MagicCall) throws -> Value {
    let backend = call.line.lowercased()
    if backend == "--list" || backend == "-l" {
      let names = Value(list: backends.map { Value($0) })
      call.interpreter.write("Available matplotlib backends: \(try call.interpreter.representation(names))\n")
    } else if !backend.isEmpty, backend != "auto", !backends.contains(backend) {
      throw Raised.keyError(Value(backend))
    }
    return .none
  }

  private static func config(_ call: MagicCall) throws -> Value {
    let parts = call.line.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else {
      throw Raised.unsupported("%config without an assignment is not supported: remove the line")
    }
    let name = String(parts[0]).trimmed
    if name == "InteractiveShell.ast_node_interactivity" { try InteractivityOption.check(String(parts[1]).trimmed) }
    return .none
  }

  private static func precision(_ call: MagicCall) throws -> Value {
    let text = call.line
    let wrong = "Precision must be int or format string, not \(TextLiteral.of(text))"
    if text.contains("%") {
      guard (try? call.interpreter.percentFormat(text, .float(3.14159))) != nil else { throw Raised.valueError(wrong) }
      call.shell.floatFormat = text
    } else if text.isEmpty {
      call.shell.floatFormat = nil
      if call.interpreter.modules["numpy"] != nil { call.interpreter.printOptions.precision = 8 }
    } else {
      guard let digits = Int(text) else { throw Raised.valueError(wrong) }
      guard digits >= 0 else { throw Raised.valueError("int precision must be non-negative, not \(digits)") }
      call.shell.floatFormat = "%.\(digits)f"
      if call.interpreter.modules["numpy"] != nil { call.interpreter.printOptions.precision = digits }
    }
    return Value(call.shell.floatFormat ?? "%r")
  }
}

/// `InteractiveShell.ast_node_interactivity`: which of a cell's expressions show their value.
enum InteractivityOption {
  static func check(_ value: String) throws {
    let value = value.filter { $0 != "'" && $0 != "\"" }
    if value != "last_expr" {
      throw Raised.unsupported(
        "ast_node_interactivity other than 'last_expr' is not supported: write display(...) around what to show")
    }
  }
}
