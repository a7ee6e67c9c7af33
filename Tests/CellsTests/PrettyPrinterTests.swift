import Cells
import GoldenFiles
import Testing

@Suite struct PrettyPrinterTests {
  @Test("shows a cell's value as IPython does", arguments: goldenCases("pretty.txt"))
  func values(_ golden: GoldenCase) throws {
    let result = Session().run(golden[0], name: "cell", onOutput: { _ in })
    // IPython shows nothing for `None`, but its printer does.
    let expected: CellOutput? = golden[1] == "None" ? nil : .value(golden[1])
    #expect(result.outputs.last.map(CellOutput.withoutAddresses) == expected)
  }

  @Test func printsObjectsInFull() {
    let result = Session().run("class A: pass\nprint(A(), [A()])\nA()", name: "cell", onOutput: { _ in })
    #expect(
      result.outputs.map(CellOutput.withoutAddresses) == [
        .stdout("<__main__.A object at 0xADDRESS> [<__main__.A object at 0xADDRESS>]\n"),
        .value("<__main__.A at 0xADDRESS>"),
      ])
  }
}

extension CellOutput {
  /// With every address as `0xADDRESS`.
  static func withoutAddresses(_ output: CellOutput) -> CellOutput {
    switch output {
    case .value(let text): .value(text.withoutAddresses)
    case .stdout(let text): .stdout(text.withoutAddresses)
    case .display(let text): .display(text.withoutAddresses)
    default: output
    }
  }
}

extension String {
  fileprivate var withoutAddresses: String { replacing(/\b0x[0-9a-f]+/, with: "0xADDRESS") }
}
