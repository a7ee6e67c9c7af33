import Cells

/// `cnb run FILE.py`: the whole file as one module.
struct ScriptRun {
  /// `-` for standard input.
  let file: String
  var options: SessionOptions
  let printStyle: PrintStyleChoice?
  let graphics: GraphicsForm?

  private var name: String { file == "-" ? "<stdin>" : file }

  /// The exit code.
  func run() throws(CommandFailure) -> Int32 {
    let code = try source()
    var options = options
    options.kind = .script
    if let printStyle {
      let decision = PrintStyleDecision(printStyle, for: [])
      options.printStyle = decision.style
      options.vintage = decision.vintage
    }
    let session = makeSession(options)
    let figures = FigureScreen(graphics)
    let showsFigures = graphics != nil || FigureScreen.wantsPictures(nil)
    var isAtLineStart = true
    let result = session.run(code, name: name) { output in
      if case .figure(let figure) = output, showsFigures {
        if !isAtLineStart { StandardStreams.write("\n") }
        StandardStreams.write(figures.text(of: figure))
        isAtLineStart = true
      } else {
        show(output)
        if case .stdout(let text) = output, let last = text.utf8.last { isAtLineStart = last == 0x0A }
      }
    }
    figures.close()
    StandardStreams.flush()
    switch result.ending {
    case .completed: return 0
    case .raised: return exitCode(of: result.raisedError)
    case .limit(let limit): throw CommandFailure("\(name): reached \(limit)", status: 3)
    case .interrupted: return 130
    }
  }

  private func show(_ output: CellOutput) {
    switch output {
    case .stdout(let text): StandardStreams.writeForeign(text)
    case .stderr(let text): StandardStreams.writeForeignError(text)
    case .error("SystemExit", let message, _):
      if Int(message) == nil, !message.isEmpty { StandardStreams.writeForeignError(message + "\n") }
    case .error(_, _, let traceback): StandardStreams.writeForeignError(traceback.endingInNewline)
    // As IPython's `display` does where there is no notebook.
    case .display(let text): StandardStreams.writeForeign(text + "\n")
    // A script shows no values, and its figures only where there is a screen for them or they are asked for.
    case .value, .figure: break
    }
  }

  /// Python's: what `sys.exit` was given, or 1.
  private func exitCode(of error: RaisedError?) -> Int32 {
    guard let error, error.className == "SystemExit" else { return 1 }
    if error.message.isEmpty { return 0 }
    return Int(error.message).map { Int32($0 & 0xFF) } ?? 1
  }

  /// The file's text with `\n` line ends, without a byte order mark.
  private func source() throws(CommandFailure) -> String {
    var bytes = try file == "-" ? readStandardInput() : readFile(file)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw notUTF8(bytes) }
    guard bytes.contains(0x0D) else { return text }
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
      lines.append(byte == 0x0D ? 0x0A : byte)
    }
    return String(decoding: lines, as: UTF8.self)
  }

  /// Python's words.
  private func notUTF8(_ bytes: [UInt8]) -> CommandFailure {
    var line = 1
    var bad: UInt8 = 0
    for slice in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: slice, as: UTF8.self) == nil {
        bad = firstInvalidByte(slice)
        break
      }
      line += 1
    }
    return CommandFailure(
      "SyntaxError: Non-UTF-8 code starting with '\\x\(String(bad, radix: 16))' in file \(name) on line \(line), "
        + "but no encoding declared; see https://peps.python.org/pep-0263/ for details", isPython: true)
  }

  private func firstInvalidByte(_ line: ArraySlice<UInt8>) -> UInt8 {
    var decoder = UTF8()
    var bytes = line.makeIterator()
    var valid = 0
    while case .scalarValue(let scalar) = decoder.decode(&bytes) { valid += UTF8.width(scalar) }
    return line.dropFirst(valid).first ?? 0
  }
}
