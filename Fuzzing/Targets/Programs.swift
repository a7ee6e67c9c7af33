import CFuzzer
import Cells

/// Reads a text as a cell, as a file and as an expression: a tree or a `SyntaxProblem`. Colours it as well.
func fuzzParser(_ input: [UInt8]) {
  for mode in [Parser.Mode.cell, .file] {
    do throws(SyntaxProblem) {
      _ = try Parser.parse(Source(name: "fuzz", text: input, isCell: mode == .cell), mode: mode)
    } catch {
      promise(!error.message.isEmpty, "a syntax error says something")
      promise(error.span.start >= 0 && error.span.end <= input.count + 1, "an error lies in the text")
    }
  }
  _ = try? Parser.parseExpression(Source(name: "fuzz", text: input))
  if let text = String(validating: input, as: UTF8.self) {
    _ = SyntaxColouring.pieces(of: text)
  }
}

/// Runs a text as a cell and as a script, with limits that end it soon.
func fuzzPrograms(_ input: [UInt8]) {
  guard let text = String(validating: input, as: UTF8.self) else { return }
  for kind in [SessionOptions.Kind.notebook, .script] {
    let session = limitedSession(kind)
    let result = session.run(text, name: "fuzz") { _ in }
    if case .raised = result.ending {
      promise(!result.outputs.isEmpty, "an error is shown")
    }
    // What it left behind is still a session.
    _ = session.run("print(1)", name: "after") { _ in }
  }
}

/// A session whose cells end soon.
func limitedSession(_ kind: SessionOptions.Kind) -> Session {
  var options = SessionOptions()
  options.kind = kind
  options.operationLimit = 100_000
  options.outputLimit = 1 << 16
  options.timeLimit = .seconds(2)
  options.stackBytes = 4 << 20
  // Python's objects that hold each other are never freed: what earlier inputs left does not count.
  let before = __sanitizer_get_current_allocated_bytes()
  options.memoryLimit = MemoryLimit(bytes: 512 << 20) { __sanitizer_get_current_allocated_bytes() - before }
  options.suggestsNames = kind == .script
  return Session(options: options)
}
