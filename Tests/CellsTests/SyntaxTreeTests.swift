import Cells
import GoldenFiles
import Testing

@Suite("Syntax trees")
struct SyntaxTreeTests {
  @Test("are CPython's, with its offsets", arguments: goldenCases("syntax_trees.txt"))
  func treesMatch(_ golden: GoldenCase) throws {
    let module = try Parser.parse(Source(name: "test", golden[0]), mode: .file)
    #expect(SyntaxTreePrinter.print(module) == golden[1])
  }

  @Test("are the same for notebook cells", arguments: goldenCases("syntax_trees.txt"))
  func cellsMatch(_ golden: GoldenCase) throws {
    let module = try Parser.parse(Source(name: "test", golden[0]), mode: .cell)
    #expect(SyntaxTreePrinter.print(module) == golden[1])
  }

  @Test("there are golden files")
  func goldenFilesAreThere() {
    #expect(goldenCases("syntax_trees.txt").count > 600)
    #expect(goldenCases("syntax_errors.txt").count > 1400)
  }
}
