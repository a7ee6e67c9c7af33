/// `%%capture`: runs the cell and keeps what it prints and shows.
extension Magics {
  static let capturing: [String: Function] = [
    "capture": Function(.cell, "Run the cell, capturing stdout, stderr, and IPython's rich display() calls.", capture)
  ]

  private static func capture(_ call: MagicCall) throws -> Value {
    var options: Set<String> = []
    var names: [String] = []
    for word in call.line.split(whereSeparator: \.isWhitespace).map(String.init) {
      if !word.hasPrefix("-") {
        names.append(word)
      } else if ["--no-stderr", "--no-stdout", "--no-display"].contains(word) {
        options.insert(word)
      } else {
        throw InteractiveShell.usageError("unrecognized arguments: \(word)")
      }
    }
    if names.count > 1 {
      throw InteractiveShell.usageError("unrecognized arguments: \(names.dropFirst().joined(separator: " "))")
    }
    let cell = call.cell ?? ""
    let shell = call.shell
    let capture = Capture(takesDisplay: !options.contains("--no-display"))
    try capture.during(
      shell, takesStdout: !options.contains("--no-stdout"), takesStderr: !options.contains("--no-stderr")
    ) {
      let name = shell.interpreter.currentCode?.source.name ?? ""
      try shell.runInner(Source(name: name, cell, isCell: true))
    }
    guard let name = names.first else { return .none }
    let endsQuietly = Lexer.tokens(of: Source(name: "", cell), mode: .cell).endsWithSemicolon
    shell.interpreter.main.namespace[name] = endsQuietly ? nil : .object(CapturedOutput(capture))
    return .none
  }
}

/// What is gathered while a captured cell runs.
final class Capture {
  fileprivate(set) var stdout = ""
  fileprivate(set) var stderr = ""
  var outputs: [DisplayedData] = []
  let takesDisplay: Bool

  init(takesDisplay: Bool) { self.takesDisplay = takesDisplay }

  /// Runs the body with the host's outputs led here.
  func during(_ shell: InteractiveShell, takesStdout: Bool, takesStderr: Bool, _ body: () throws -> Void) throws {
    let (host, outer) = (shell.interpreter.host, shell.capture)
    defer {
      shell.interpreter.host.write = host.write
      shell.interpreter.host.writeError = host.writeError
      shell.interpreter.host.display = host.display
      shell.capture = outer
    }
    if takesStdout { shell.interpreter.host.write = { self.stdout += $0 } }
    if takesStderr { shell.interpreter.host.writeError = { self.stderr += $0 } }
    if takesDisplay { shell.interpreter.host.display = { self.outputs.append($0) } }
    shell.capture = takesDisplay ? self : outer
    try body()
  }
}

/// What `%%capture name` leaves in `name`.
package final class CapturedOutput: Object, @unchecked Sendable {
  private let stdout: String
  private let stderr: String
  private let outputs: [DisplayedData]

  init(_ capture: Capture) {
    stdout = capture.stdout
    stderr = capture.stderr
    outputs = capture.outputs
    super.init(.host)
  }

  package override var type: TypeObject { CapturedOutput.type }

  private static let type: TypeObject = TypeObject(
    "CapturedIO", module: "IPython.utils.capture",
    attributes: table([
      property("stdout") { value, _ in part(value) { Value($0.stdout) } },
      property("stderr") { value, _ in part(value) { Value($0.stderr) } },
      property("outputs") { value, _ in part(value) { Value(list: $0.outputs.map { .object(RichOutput($0)) }) } },
      method("show", "/") { a in try a.host(CapturedOutput.self).show(a.interpreter) },
      method("__call__", "/") { a in try a.host(CapturedOutput.self).show(a.interpreter) },
      method("__str__", "/") { a in Value(try a.host(CapturedOutput.self).stdout) },
    ]))

  private static func part(_ value: Value, _ part: (CapturedOutput) -> Value) -> Value {
    (value.object as? CapturedOutput).map(part) ?? .none
  }

  private func show(_ interpreter: Interpreter) -> Value {
    if !stdout.isEmpty { interpreter.write(stdout) }
    if !stderr.isEmpty { interpreter.host.writeError(stderr) }
    for output in outputs { interpreter.host.display(output) }
    return .none
  }
}

/// One display of a captured cell.
package final class RichOutput: Object, @unchecked Sendable {
  private let shown: DisplayedData

  init(_ shown: DisplayedData) {
    self.shown = shown
    super.init(.host)
  }

  package override var type: TypeObject { RichOutput.type }

  private static let type: TypeObject = TypeObject(
    "RichOutput", module: "IPython.utils.capture",
    attributes: table([
      property("data") { value, _ in
        let dict = DictObject()
        if let output = value.object as? RichOutput { dict.table.set(name: "text/plain", Value(output.text)) }
        return .object(dict)
      },
      method("display", "/") { a in
        a.interpreter.host.display(try a.host(RichOutput.self).shown)
        return .none
      },
    ]))

  private var text: String {
    switch shown {
    case .text(let text): text
    case .figure(let figure): figure.representation
    }
  }
}

extension TokenList {
  /// Whether the last statement has a semicolon behind it.
  fileprivate var endsWithSemicolon: Bool {
    tokens.last { $0.kind != .newline && $0.kind != .dedent && $0.kind != .end }?.kind == .semicolon
  }
}
