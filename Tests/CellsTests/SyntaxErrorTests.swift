import Cells
import GoldenFiles
import Testing

@Suite("Syntax errors")
struct SyntaxErrorTests {
  @Test("have CPython's class, words and place", arguments: goldenCases("syntax_errors.txt"))
  func errorsMatch(_ golden: GoldenCase) {
    let source = Source(name: "test", golden[0])
    let problem = #expect(throws: SyntaxProblem.self) { try Parser.parse(source, mode: .file) }
    guard let problem else { return }
    #expect(problem.className == golden[1])
    #expect(problem.message == golden[2])
    guard golden[3] != "-" else { return }
    let offset = Int(problem.span.start)
    #expect(String(source.line(at: offset)) == golden[3])
    // CPython gives offset 0 where it has no column.
    if golden[4] != "0" { #expect(String(source.column(at: offset) + 1) == golden[4]) }
  }
}
