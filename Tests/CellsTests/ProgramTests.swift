import Cells
import Foundation
import Synchronization
import Testing

/// A tiny program in `Programs/AREA/NAME.py` with what CPython 3.11 and NumPy 1.26.4 print for it: `NAME.out`, and for
/// one that ends in an uncaught error `NAME.err` (the line where it was raised, then Python's last line).
struct Program: Sendable, CustomTestStringConvertible {
  let path: String
  let code: String
  let output: String
  let error: String?

  var testDescription: String { path }

  static let all: [Program] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Programs")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var programs: [Program] = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "py", file.deletingLastPathComponent().path != folder.path,
        let code = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      let base = file.deletingPathExtension()
      programs.append(
        Program(
          path: file.deletingLastPathComponent().lastPathComponent + "/" + file.lastPathComponent, code: code,
          output: (try? String(contentsOf: base.appendingPathExtension("out"), encoding: .utf8)) ?? "",
          error: try? String(contentsOf: base.appendingPathExtension("err"), encoding: .utf8)))
    }
    return programs.sorted { $0.path < $1.path }
  }()
}

@Suite struct ProgramTests {
  @Test func thereAreEnoughPrograms() {
    #expect(Program.all.count >= 250)
    #expect(Program.all.count { $0.error != nil } >= 60)
  }

  @Test("prints what CPython prints", arguments: Program.all)
  func printsWhatCPythonPrints(_ program: Program) throws {
    var options = SessionOptions()
    options.kind = .script
    options.timeLimit = .seconds(20)
    options.stackBytes = 256 << 20
    let result = try ProgramTests.onLargeStack(options.stackBytes) { [options] in
      Session(options: options).run(program.code, name: "program.py", onOutput: { _ in })
    }
    var printed = ""
    var raised: (line: Int?, message: String)?
    for output in result.outputs {
      switch output {
      case .stdout(let text): printed += text
      case .error(_, _, let traceback): raised = (Program.lastLineNumber(traceback), Program.lastLine(traceback))
      default: break
      }
    }
    #expect(printed == program.output)
    guard let expected = program.error else {
      #expect(raised == nil, "\(raised?.message ?? "")")
      return
    }
    let lines = expected.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    #expect("line \(raised?.line ?? 0)" == lines[0])
    #expect((raised?.message ?? "") == lines.dropFirst().joined().withoutFinalNewlines)
  }
}

extension ProgramTests {
  /// Deep recursion needs more stack than a test's own thread has.
  static func onLargeStack<Result: Sendable>(_ bytes: Int, _ body: @escaping @Sendable () -> Result) throws -> Result {
    let result = Mutex<Result?>(nil)
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let value = body()
      result.withLock { $0 = value }
      done.signal()
    }
    thread.stackSize = bytes + 1 << 20
    thread.start()
    done.wait()
    return try #require(result.withLock { $0 })
  }
}

extension Program {
  /// The innermost line of a traceback.
  static func lastLineNumber(_ traceback: String) -> Int? {
    let place = traceback.split(separator: "\n").last { $0.hasPrefix("  File ") }
    return place.flatMap { $0.split(separator: ", line ").last }.flatMap { Int($0.prefix { $0.isNumber }) }
  }

  /// What a traceback ends in: class and message, which may have several lines.
  static func lastLine(_ traceback: String) -> String {
    let lines = traceback.split(separator: "\n", omittingEmptySubsequences: false)
    let lastPlace = lines.lastIndex { $0.hasPrefix("  File ") } ?? 0
    let start = lines[lastPlace...].firstIndex { !$0.hasPrefix("  ") } ?? lastPlace
    return lines[start...].joined(separator: "\n").withoutFinalNewlines
  }
}

extension String {
  fileprivate var withoutFinalNewlines: String {
    var result = self
    while result.hasSuffix("\n") { result.removeLast() }
    return result
  }
}
