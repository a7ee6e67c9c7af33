import Cells
import Testing

@Suite("Print style auto") struct PrintStyleTests {
  private static let programs = [
    "import numpy as np\nnp.random.seed(3)\nprint(np.random.rand(3))",
    "print(np.random.rand(2, 3, 2) * 100)",
    "print(np.ones((2, 2)))\nprint(np.arange(12.).reshape(3, 4))",
    "print(np.mean(np.random.randn(5, 5)))",
    "print('mean =', np.random.rand(4).mean(), 'shape', (2, 3))",
    "print(np.array([0.5, 10.25, 100]))",
    "np.random.rand(40) * np.array([1000.0])",
  ]

  @Test("is the style in which NumPy printed", arguments: programs, [SessionOptions.PrintStyle.numpy126, .numpy113])
  func isThePrintedOne(program: String, style: SessionOptions.PrintStyle) throws {
    var options = SessionOptions()
    options.printStyle = style
    let result = Session(options: options).run(
      "import numpy as np\nnp.random.seed(1)\n" + program, name: "a", onOutput: { _ in })
    let decision = try decide(RecordedOutput.record(result.outputs))
    #expect(decision.style == style)
    #expect(decision.reason?.hasSuffix("printed in this style") == true)
  }

  @Test(
    "is NumPy 1.26's where nothing tells",
    arguments: [
      "", "shape (2, 3)\n", "[[ 1 10]\n [20  3]]\n", "[-1.5  2.5]\n", "[0.5, 1.5]\n", "['a' 'b']\n", "x = 12.5\n",
      "[nan 1.]\n", "]] 1 [[\n",
    ])
  func otherwise(text: String) throws {
    let decision = try decide([RecordedOutput(.output, text)])
    #expect(decision.style == .numpy126)
    #expect(decision.text == "numpy-1.26 (auto: no recorded number tells the styles apart)")
  }

  @Test func isTheOneThatMoreNumbersHave() throws {
    let decision = try decide([RecordedOutput(.output, "[ 0.5  0.5]\n[0.5 0.5]\n0.123456789012\n")])
    #expect(decision.text == "numpy-1.13 (auto: 1 array and 1 number are printed in this style)")
  }

  @Test func canBeFixed() {
    #expect(PrintStyleDecision(.fixed(.numpy113), for: []).text == "numpy-1.13")
  }

  private func decide(_ outputs: [RecordedOutput]) throws -> PrintStyleDecision {
    PrintStyleDecision(.auto, for: [try cell(recording: outputs)])
  }
}
