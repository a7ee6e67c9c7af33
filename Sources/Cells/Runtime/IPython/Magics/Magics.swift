/// How a command was called: `%name line`, or `%%name line` with a cell.
struct MagicCall {
  let name: String
  let line: String
  /// The lines below a cell command; `nil` for a line command.
  let cell: String?
  /// The variables of the function that the command stands in; `nil` in a cell.
  var locals: [(String, Value)]?
  let shell: InteractiveShell

  var interpreter: Interpreter { shell.interpreter }

  /// Where the command's own code runs: with the cells' names, and before them the function's variables.
  var module: ModuleObject {
    guard let locals else { return interpreter.main }
    let module = ModuleObject("__main__")
    let names = interpreter.main.namespace
    for name in names.definedNames { module.namespace[name] = names[name] }
    for (name, value) in locals { module.namespace[name] = value }
    return module
  }
}

/// IPython's commands.
enum Magics {
  typealias Body = (MagicCall) throws -> Value

  struct Function: @unchecked Sendable {
    enum Reach: Sendable { case line, cell, both }
    let reach: Reach
    /// What it does, in one line.
    let summary: String
    let body: Body

    init(_ reach: Reach, _ summary: String, _ body: @escaping Body) {
      self.reach = reach
      self.summary = summary
      self.body = body
    }

    init(_ summary: String, _ body: @escaping Body) { self.init(.line, summary, body) }
  }

  static let all: [String: Function] = [timing, names, extensions, running, capturing, displaying, help].reduce(
    into: [:]
  ) { $0.merge($1) { first, _ in first } }

  /// Those that a line may begin with, and those for whole cells.
  static var lineNames: [String] { all.filter { $0.value.reach != .cell }.map(\.key) }
  static var cellNames: [String] { all.filter { $0.value.reach != .line }.map(\.key) }

  static func isLineMagic(_ name: String) -> Bool {
    if let function = all[name] { return function.reach != .cell }
    return RefusedMagics.lineNames.contains(name)
  }

  static func isCellMagic(_ name: String) -> Bool {
    if let function = all[name] { return function.reach != .line }
    return RefusedMagics.cellNames.contains(name)
  }

  /// Runs a command.
  /// - Throws: `UsageError` in IPython's words for one that does not exist, `NotImplementedError` for one that cells
  ///   have not.
  static func perform(_ call: MagicCall) throws -> Value {
    guard let cell = call.cell else {
      guard isLineMagic(call.name) else {
        let hint = isCellMagic(call.name) ? " (But cell magic `%%\(call.name)` exists, did you mean that instead?)" : ""
        throw InteractiveShell.usageError("Line magic function `%\(call.name)` not found\(hint).")
      }
      guard let function = all[call.name] else { throw RefusedMagics.refusal(ofLine: call.name, call.line) }
      return try function.body(call)
    }
    guard isCellMagic(call.name) else {
      let hint = isLineMagic(call.name) ? " (But line magic `%\(call.name)` exists, did you mean that instead?)" : ""
      throw InteractiveShell.usageError("Cell magic `%%\(call.name)` not found\(hint).")
    }
    if cell.isEmpty {
      let hint = isLineMagic(call.name) ? " Did you mean the line magic %\(call.name) (single %)?" : ""
      throw InteractiveShell.usageError("%%\(call.name) is a cell magic, but the cell body is empty.\(hint)")
    }
    guard let function = all[call.name] else { throw RefusedMagics.refusal(ofCell: call.name) }
    return try function.body(call)
  }
}

extension Interpreter {
  /// Runs the IPython command of a statement and gives its value.
  func perform(_ magic: Magic, in code: CodeObject, _ registers: UnsafeMutablePointer<Value>) throws -> Value {
    guard let shell else { throw Raised.unsupported("IPython's commands work in the cells of notebooks only") }
    switch magic.kind {
    case .line, .cell:
      var call = MagicCall(
        name: magic.name, line: magic.argument,
        cell: magic.kind == .cell ? (magic.body.isEmpty ? "" : magic.body.endingInLineEnd) : nil, shell: shell)
      if code.name != "<module>" { call.locals = locals(of: code, registers) }
      return try Magics.perform(call)
    case .shell: throw RefusedMagics.refusal(ofShell: magic.argument)
    case .help:
      try ObjectHelp.write(magic.name, isDetailed: magic.argument == "??", shell)
      return .none
    }
  }

  private func locals(of code: CodeObject, _ registers: UnsafeMutablePointer<Value>) -> [(String, Value)] {
    code.variableNames.enumerated().compactMap { register, name in
      let value = registers[register].asCell?.value ?? registers[register]
      return value.isUndefined ? nil : (name, value)
    }
  }
}
