import Cells
import Testing

/// What `name?` tells about functions that are written in Swift.
@Suite struct FunctionSummaryTests {
  private static let layerNames = [
    "zero_pad", "conv_single_step", "conv_forward", "conv_backward", "pool_forward", "pool_backward",
    "create_mask_from_window", "distribute_value",
  ]

  private func output(_ code: String, in session: Session = Session()) -> String {
    let result = session.run(code, name: "a", onOutput: { _ in })
    return result.outputs.map { output in
      switch output {
      case .stdout(let text), .value(let text): text
      case .error(_, let message, _): "error: \(message)"
      default: ""
      }
    }.joined()
  }

  @Test("a layer's help has its shapes, and an example that gives what it says", arguments: layerNames)
  func layers(_ name: String) throws {
    let session = Session()
    _ = output("import numpy as np", in: session)
    let help = output("\(name)?", in: session)
    #expect(help.contains("\nShapes\n"))
    #expect(help.split(separator: "\n").allSatisfy { $0.count < 80 })
    let lines = help.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "Example")) + 1
    let example = lines[start...].prefix { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
    let last = try #require(example.last)
    let comment = try #require(last.split(separator: "#").last)
    #expect(output(example.joined(separator: "\n"), in: session) == comment.dropFirst())
  }

  @Test("examples of NumPy's functions give what they say")
  func examples() {
    let session = Session()
    _ = output("import numpy as np", in: session)
    for summary in FunctionSummaries.numpy.values.sorted(by: { $0.name < $1.name }) {
      guard let example = summary.example else { continue }
      #expect(output("print(repr(\(example.code)))", in: session) == example.result + "\n", "\(summary.name)")
    }
  }

  @Test("every function of NumPy and every built-in one is described")
  func missing() {
    let session = Session()
    let names = output(
      """
      import numpy as np, builtins
      kinds = (type(np.sum), type(np.add), type(np.ones), type(np.zeros))
      for n in dir(np):
          if isinstance(getattr(np, n), kinds) and not n.startswith('_'): print('np.' + n)
      for n in dir(np.random):
          if isinstance(getattr(np.random, n), kinds) and not n.startswith('_'): print('np.random.' + n)
      """, in: session
    ).split(separator: "\n").map(String.init)
    #expect(names.count > 250)
    for name in names + ["len", "zip", "print", "sorted", "np.zeros(2).sum", "np.float64(1).mean"] {
      if name == "np.random.default_rng" { continue }
      #expect(!output("\(name)?", in: session).contains("<no docstring>"), "\(name)")
    }
  }

  @Test("a module is described, and a lone question mark tells where to look")
  func others() {
    let session = Session()
    #expect(output("import numpy as np\nnp?", in: session).hasPrefix("Type:"))
    #expect(output("?", in: session).contains("%quickref"))
    #expect(output("conv_forward??", in: session).hasPrefix("Signature: conv_forward("))
  }

  @Test("at a prompt the commands are listed", arguments: ["%lsmagic", "%quickref", "%magic", "lsmagic"])
  func commands(_ command: String) {
    var options = SessionOptions()
    options.suggestsNames = true
    let listing = output(command, in: Session(options: options))
    for name in ["%timeit", "%history", "%%capture"] { #expect(listing.contains(name)) }
  }

  @Test(
    "at a prompt misspelt names of modules and in modules get a suggestion",
    arguments: [
      ("import nump", "ModuleNotFoundError: No module named 'nump'. Did you mean: 'numpy'?"),
      (
        "import numpy as np\nnp.zeross(3)",
        "AttributeError: module 'numpy' has no attribute 'zeross'. Did you mean: 'zeros'?"
      ),
    ])
  func suggestions(_ code: String, _ line: String) {
    var options = SessionOptions()
    options.suggestsNames = true
    let result = Session(options: options).run(code, name: "a", onOutput: { _ in })
    guard case .error(_, _, let traceback) = result.outputs.last else {
      Issue.record("\(result.outputs)")
      return
    }
    #expect(traceback.withoutColours.contains(line))
  }
}
