import Cells
import Foundation
import GoldenFiles
import Testing

@Suite struct CellTracebackTests {
  @Test("shows errors as IPython does", arguments: goldenCases("cell_tracebacks.txt"))
  func errors(_ golden: GoldenCase) throws {
    let text = try ProgramTests.onLargeStack(256 << 20) {
      CellTracebackTests.tracebackOfLastCell(golden[0].components(separatedBy: "\n###\n"))
    }
    #expect(text.replacing(/\(\d+ times\)/, with: "(N times)") == golden[1])
  }

  /// Without colours, cells called as IPython calls them.
  private static func tracebackOfLastCell(_ cells: [String]) -> String {
    var options = SessionOptions()
    options.stackBytes = 256 << 20
    let session = Session(options: options)
    var text = ""
    for (index, code) in cells.enumerated() {
      let result = session.run(code, name: "In[\(index + 1)]", onOutput: { _ in })
      for case .error(_, _, let traceback) in result.outputs { text = traceback.withoutColours }
    }
    return text.replacing("File In[", with: "Cell In[")
  }

  @Test func marksWhatFailedInColours() throws {
    let result = Session().run("x = [1]\nx[0] + x[3]", name: "a.cnb, cell b", onOutput: { _ in })
    guard case .error(_, _, let traceback) = try #require(result.outputs.last) else { return #expect(Bool(false)) }
    #expect(traceback.contains("File \u{1B}[0;32ma.cnb, cell b, line 2\u{1B}[0m"))
    #expect(traceback.contains("\u{1B}[0;32m----> 2\u{1B}[0m x[0] + \u{1B}[43mx[3]\u{1B}[49m"))
    #expect(traceback.hasSuffix("\u{1B}[0;31mIndexError\u{1B}[0m: list index out of range"))
  }

  @Test(
    "finds the last line of Python's and of IPython's tracebacks",
    arguments: [
      ("Traceback (most recent call last):\n  File \"a\", line 1, in <module>\nE: x", "E: x"),
      ("-----\nE      Traceback (most recent call last)\nFile a, line 1\n----> 1 f()\n\nE: x\ny", "E: x\ny"),
      ("-----\nE      Traceback (most recent call last)\nFile a, line 1\n----> 1 f()\n\nE: ", "E"),
      ("  File a, line 1\n    x\n    ^\nSyntaxError: y", "SyntaxError: y"),
      ("An exception has occurred, use %tb to see the full traceback.\n\nSystemExit: 3", "SystemExit: 3"),
    ])
  func lastLines(traceback: String, summary: String) {
    #expect(RaisedError.summary(ofTraceback: traceback) == summary)
  }
}
