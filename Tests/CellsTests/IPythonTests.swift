import Cells
import GoldenFiles
import Testing

@Suite struct IPythonTests {
  @Test("cells with IPython's commands show what they show in a Jupyter kernel", arguments: goldenCases("ipython.txt"))
  func sessions(_ golden: GoldenCase) throws {
    var options = SessionOptions()
    let files = Dictionary(
      goldenCases("ipython_files.txt").map { ($0[0], Array($0[1].utf8)) }, uniquingKeysWith: { $1 })
    options.fileBeside = { files[$0] }
    let session = Session(options: options)
    for index in stride(from: 1, to: golden.fields.count - 1, by: 2) {
      let result = session.run(golden[index], name: "In[\(index / 2 + 1)]", onOutput: { _ in })
      #expect(result.outputs.recordedText == golden[index + 1], "after \(golden[index])")
    }
  }

  @Test(
    "refuses what needs other programs, files or a browser, and says what to do",
    arguments: [
      ("!ls", "!ls is not supported: cells cannot start other programs"),
      ("files = !ls", "!ls is not supported: cells cannot start other programs"),
      ("!!pwd", "!pwd is not supported: cells cannot start other programs"),
      ("!pip install numpy", "!pip is not supported: packages cannot be installed"),
      ("%pip install numpy", "%pip is not supported: packages cannot be installed"),
      ("pip install numpy", "%pip is not supported: packages cannot be installed"),
      ("%env A=1", "%env is not supported: cells have no environment variables"),
      ("%cd ..", "%cd is not supported: cells see no folders"),
      ("ls", "%ls is not supported: cells see no folders"),
      ("%pylab inline", "%pylab is not supported: write import numpy as np"),
      ("%lsmagic", "%lsmagic is not supported: remove the line"),
      ("%%bash\nls", "%%bash is not supported: cells cannot start other programs"),
      ("%%writefile a.py\nx = 1", "%%writefile is not supported: cells write no files"),
      ("%%javascript\nalert(1)", "%%javascript is not supported: cells have no browser"),
      ("%run -d a.py", "%run -d is not supported"),
      ("%run a.ipynb", "%run of a notebook is not supported"),
      ("%config InteractiveShell.ast_node_interactivity = 'all'", "ast_node_interactivity other than 'last_expr'"),
      ("get_ipython().system('ls')", "!ls is not supported: cells cannot start other programs"),
      (
        "from IPython.core.interactiveshell import InteractiveShell as I\nI.ast_node_interactivity = 'all'",
        "ast_node_interactivity other than 'last_expr'"
      ),
    ])
  func refusals(code: String, message: String) throws {
    let session = Session()
    let result = session.run(code, name: "a", onOutput: { _ in })
    guard case .error(let className, let text, _)? = result.outputs.last else {
      Issue.record("\(code) is not refused")
      return
    }
    #expect(className == "NotImplementedError")
    #expect(text.hasPrefix(message))
    #expect(session.run("6 * 7", name: "b", onOutput: { _ in }).outputs == [.value("42")])
  }

  @Test("a cell that shows an error and goes on is a failed cell")
  func shownErrors() {
    let result = Session().run("%time 1/0\nprint('after')", name: "a", onOutput: { _ in })
    #expect(result.ending == .raised)
    #expect(result.outputs.last == .stdout("after\n"))
  }

  @Test("errors of commands and of what they run have tracebacks")
  func tracebacks() throws {
    let session = Session()
    let text = try #require(session.run("def f():\n    %time 1/0\nf()", name: "a", onOutput: { _ in }).traceback)
    #expect(text.contains("File <timed eval>:1\n----> 1 1/0\n"))
    let raised = try #require(session.run("x = 1\n%timeit -n x 1", name: "b", onOutput: { _ in }).traceback)
    #expect(raised.contains("File b, line 2\n      1 x = 1\n----> 2 %timeit -n x 1\n"))
    let run = try #require(session.run("%run nosuch.py", name: "c", onOutput: { _ in }).traceback)
    #expect(run.contains("The above exception was the direct cause"))
  }

  @Test("the time limit and interruptions end timed code", .timeLimit(.minutes(1)))
  func limits() {
    for code in ["%time while True: pass", "%%timeit\nwhile True: pass", "%%capture\nwhile True: pass"] {
      var options = SessionOptions()
      options.timeLimit = .milliseconds(50)
      let result = Session(options: options).run(code, name: "a", onOutput: { _ in })
      #expect(result.ending == .limit(.time(.milliseconds(50))))
      options.timeLimit = nil
      options.interrupt.request()
      #expect(Session(options: options).run(code, name: "a", onOutput: { _ in }).ending == .interrupted)
    }
  }

  @Test("timeit takes as many rounds as it needs to take a fifth of a second")
  func timeit() throws {
    let result = Session().run("%timeit -r 2 1 + 1", name: "a", onOutput: { _ in })
    guard case .stdout(let text)? = result.outputs.last else { return #expect(Bool(false)) }
    let pattern =
      /[\d.]+ (s|ms|µs|ns) ± [\d.]+ (s|ms|µs|ns) per loop \(mean ± std\. dev\. of 2 runs, 10*(,000)+ loops each\)\n/
    #expect(text.wholeMatch(of: pattern) != nil, "\(text)")
  }

  @Test("commands are syntax errors in scripts, and IPython's names are not there")
  func scripts() {
    var options = SessionOptions()
    options.kind = .script
    func run(_ code: String) -> CellResult { Session(options: options).run(code, name: "a.py", onOutput: { _ in }) }
    #expect(run("%time 1").raisedError?.className == "SyntaxError")
    #expect(run("x = !ls").raisedError?.className == "SyntaxError")
    #expect(run("get_ipython()").raisedError?.className == "NameError")
    #expect(run("Out").raisedError?.className == "NameError")
    #expect(
      run("from IPython.display import display\ndisplay('a', 1)").outputs == [.stdout("a 1\n")])
    #expect(run("from IPython import get_ipython\nprint(get_ipython())").outputs == [.stdout("None\n")])
  }

  @Test("exit and quit end the cell, also by their name alone", arguments: ["exit", "quit", "exit()"])
  func exit(code: String) {
    let session = Session()
    #expect(session.run(code, name: "a", onOutput: { _ in }).raisedError?.className == "SystemExit")
    #expect(session.run("len(In), _i2", name: "b", onOutput: { _ in }).outputs == [.value("(2, 'len(In), _i2')")])
  }

  @Test("counts cells that fail or end in a syntax error, and none without code")
  func counts() {
    let session = Session()
    let counts = ["1", "  \n", "x = ", "1/0", "# only a comment", "%foo"].map {
      session.run($0, name: "a", onOutput: { _ in }).executionCount
    }
    #expect(counts == [1, nil, 2, 3, 4, 5])
  }
}

extension [CellOutput] {
  /// As the golden file has it: without times and addresses.
  fileprivate var recordedText: String {
    var parts: [(kind: String, text: String)] = []
    for output in self {
      let part: (kind: String, text: String) =
        switch output {
        case .stdout(let text): ("stdout", text)
        case .stderr(let text): ("stderr", text)
        case .value(let text): ("value", text)
        case .display(let text): ("display", text)
        case .error(let className, let message, _): ("error", "\(className): \(message)")
        case .figure(let figure): ("display", figure.representation)
        }
      if part.kind == "stdout", parts.last?.kind == "stdout" {
        parts[parts.count - 1].text += part.text
      } else {
        parts.append(part)
      }
    }
    return parts.map { "[\($0.kind)]\n\($0.text.withoutTimes.withoutFinalLineEnd)\n" }.joined()
  }
}

extension CellResult {
  fileprivate var traceback: String? {
    for case .error(_, _, let traceback) in outputs { return traceback.withoutColours }
    return nil
  }
}

extension String {
  fileprivate var withoutFinalLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }

  fileprivate var withoutTimes: String {
    replacing(/0x[0-9a-f]{6,}/, with: "0xADDRESS")
      .replacing(/(user|sys:|total:|Wall time:) [\d.e+]+ (s|ms|µs|ns)/) { "\($0.output.1) TIME" }
      .replacing(/[\d.e+]+ (s|ms|µs|ns) ± [\d.e+]+ (s|ms|µs|ns) per loop/, with: "TIME ± TIME per loop")
      .replacing(/The slowest run took .*\n/, with: "")
  }
}
