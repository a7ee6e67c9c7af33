import Cells
import GoldenFiles
import Testing

@Suite struct PyplotTests {
  private static func run(_ code: String, in session: Session = Session()) -> [CellOutput] {
    session.run(code, name: "cell", onOutput: { _ in }).outputs
  }

  private static func figures(_ outputs: [CellOutput]) -> [FigureRecord] {
    outputs.compactMap { output in
      if case .figure(let figure) = output { return figure }
      return nil
    }
  }

  private static func figure(_ code: String) throws -> FigureRecord { try #require(figures(run(code)).first) }

  @Test("shows what Jupyter shows", arguments: goldenCases("pyplot.txt"))
  func cells(_ golden: GoldenCase) {
    let outputs = PyplotTests.run(
      "import matplotlib\nimport matplotlib.pyplot as plt\nimport numpy as np\n" + golden[0])
    let texts: [String] = outputs.map(CellOutput.withoutAddresses).compactMap { output in
      switch output {
      case .value(let text), .stdout(let text), .display(let text): text
      case .figure(let figure): figure.representation
      case .error(let className, let message, _): "\(className): \(message)"
      case .stderr: nil
      }
    }
    #expect(texts.joined(separator: "\n") == golden[1])
  }

  @Test func showsFiguresBehindTheValue() {
    let outputs = PyplotTests.run("print('before')\nplt.plot([1, 2])\nprint('after')\n1")
    #expect(outputs.count == 4)
    #expect(outputs[2] == .value("1"))
    #expect(PyplotTests.figures([outputs[3]]).count == 1)
  }

  @Test func showsFiguresWhereTheCellSays() {
    let outputs = PyplotTests.run("plt.plot([1, 2])\nplt.show()\nprint('after')\nplt.figure()\nplt.show()")
    #expect(outputs.count == 3)
    #expect(PyplotTests.figures([outputs[0]])[0].axes == 1)
    #expect(outputs[1] == .stdout("after\n"))
    #expect(PyplotTests.figures([outputs[2]])[0].representation == "<Figure size 640x480 with 0 Axes>")
  }

  @Test func showsFiguresAfterAnError() throws {
    let outputs = PyplotTests.run("plt.plot([1, 2])\n1 / 0")
    guard case .error("ZeroDivisionError", _, _) = outputs[0] else { return #expect(Bool(false)) }
    #expect(PyplotTests.figures(outputs).count == 1)
  }

  @Test func forgetsFiguresBetweenCells() {
    let session = Session()
    #expect(
      PyplotTests.figures(PyplotTests.run("fig = plt.figure()\nax = fig.gca()\nax.plot([1])", in: session)).count == 1)
    #expect(PyplotTests.run("ax.set_title('later')", in: session) == [.value("Text(0.5, 1.0, 'later')")])
    // The value of a cell is shown as a picture even where the figure is closed.
    let outputs = PyplotTests.run("fig", in: session)
    #expect(outputs.first == .value("<Figure size 640x480 with 1 Axes>"))
    #expect(PyplotTests.figures(outputs)[0].contents == ["axes 1: title \"later\"; line of 1 point, 1 to 1"])
  }

  @Test func hasNoPltInScripts() {
    var options = SessionOptions()
    options.kind = .script
    guard case .error(_, let message, _)? = PyplotTests.run("plt.plot([1])", in: Session(options: options)).last else {
      return #expect(Bool(false))
    }
    #expect(message == "name 'plt' is not defined")
  }

  @Test(
    "says in words what figures hold",
    arguments: [
      (
        "plt.plot(range(100))\nplt.title('Cost')\nplt.xlabel('iterations')",
        "axes 1: title \"Cost\"; x \"iterations\"; line of 100 points, 0 to 99"
      ),
      (
        "plt.imshow(np.arange(6, dtype=np.uint8).reshape(2, 3), cmap='gray')\nplt.axis('off')",
        "axes 1: image 2x3 uint8, 0 to 5, gray; axis off"
      ),
      ("plt.imshow(np.zeros((4, 5, 3)))", "axes 1: image 4x5x3 float64, 0 to 0"),
      ("plt.bar([1, 2], [3, 4.5], label='a')\nplt.legend()", "axes 1: 2 bars \"a\", 3 to 4.5; legend \"a\""),
      ("plt.scatter([1, 2], [3, 4])\nplt.axhline(2)", "axes 1: 2 markers, 3 to 4; line at y = 2"),
      ("plt.hist([1, 1, 2], bins=2)\nplt.yscale('log')", "axes 1: y scale log; 2 bars, 1 to 2"),
      ("plt.text(1, 2, 'two\\nlines')", "axes 1: text \"two lines\""),
      ("plt.gca()", "axes 1"),
      (
        "for i in range(30): plt.plot([i, 2])",
        "axes 1: line of 2 points, 0 to 2; line of 2 points, 1 to 2; line of 2 points, 2 to 2; "
          + (3...9).map { "line of 2 points, 2 to \($0)" }.joined(separator: "; ") + "; 20 more"
      ),
    ])
  func words(code: String, words: String) throws {
    #expect(try PyplotTests.figure("import numpy as np\n" + code).contents == [words])
  }

  @Test func digestsAreTheSameEverywhere() throws {
    // Recorded once: a change of the digest makes every recorded figure differ.
    let figure = try PyplotTests.figure(
      """
      import numpy as np
      fig, ax = plt.subplots(1, 2, figsize=(8, 3))
      ax[0].imshow(np.arange(12.).reshape(3, 4), cmap='gray', interpolation='nearest')
      ax[0].set_title('left')
      ax[1].plot([1, 2, 3], [0.5, np.nan, 1], 'r--o', label='a')
      ax[1].set_xlim(0, 4)
      ax[1].legend(loc='upper left')
      """)
    #expect(figure.representation == "<Figure size 800x300 with 2 Axes>")
    #expect(figure.digest == "8c89092af70563fc")
  }

  @Test(
    "digests tell figures apart",
    arguments: [
      "plt.plot([1, 2])", "plt.plot([1, 3])", "plt.plot([1., 2.])", "plt.plot([1, 2], 'r')", "plt.plot([1, 2], lw=3)",
      "plt.plot([1, 2]); plt.title('a')", "plt.plot([1, 2]); plt.xlabel('a')", "plt.plot([1, 2]); plt.xlim(0, 1)",
      "plt.plot([1, 2]); plt.xticks([1])", "plt.plot([1, 2]); plt.grid()", "plt.plot([1, 2]); plt.axis('off')",
      "plt.figure(figsize=(3, 3)); plt.plot([1, 2])", "plt.subplot(2, 1, 1); plt.plot([1, 2])",
      "plt.plot([1, 2]); plt.gca().spines['top'].set_visible(False)", "plt.plot([1, 2], label='a')",
    ])
  func digests(code: String) throws {
    #expect(try PyplotTests.figure(code).digest == PyplotTests.figure(code).digest)
    #expect(try PyplotTests.figure(code).digest != PyplotTests.figure("plt.plot([1, 2, 3])").digest)
    if code != "plt.plot([1, 2])" {
      #expect(try PyplotTests.figure(code).digest != PyplotTests.figure("plt.plot([1, 2])").digest)
    }
  }

  @Test func saysWhatIsNotSupported() throws {
    for (code, words) in [
      ("plt.savefig('a.jpg')", "savefig does not write .jpg files"),
      ("plt.boxplot([1])", "plt.boxplot is not supported"),
      ("plt.gca().quiver([1])", "Axes.quiver is not supported"), ("plt.imread('a.png')", "plt.imread is not supported"),
      ("plt.plot([1], transform=3)", "the property transform is not supported"),
    ] {
      guard case .error("NotImplementedError", let message, _)? = PyplotTests.run(code).first else {
        Issue.record("\(code) is supported")
        continue
      }
      #expect(message.hasPrefix(words))
    }
  }

  @Test func hashesAsSHA256Does() {
    func hash(_ text: String) -> String {
      var hash = SHA256()
      hash.update(Array(text.utf8))
      return hash.finish().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    #expect(hash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hash(String(repeating: "a", count: 1000)) == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3")
  }
}
