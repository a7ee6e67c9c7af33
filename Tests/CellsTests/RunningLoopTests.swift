import Cells
import Testing

@Suite struct RunningLoopTests {
  /// The progress that is seen at each output.
  private func progress(_ code: String) -> [String] {
    let session = Session()
    var seen: [String] = []
    _ = session.run(code, name: "a") { _ in
      seen.append(session.runningLoop.progress.map { "\($0.done) of \($0.count)" } ?? "none")
    }
    return seen
  }

  @Test("the outermost loop over a range is seen from outside")
  func loops() {
    #expect(progress("for i in range(3): print(i)") == ["0 of 3", "1 of 3", "2 of 3"])
    #expect(progress("print(1)") == ["none"])
  }

  @Test("a generator's loop is not: its registers end with it")
  func generators() {
    let generator = "def g():\n  for i in range(9): yield i\n"
    #expect(progress(generator + "x = g()\nnext(x)\nx = None\nprint(1)") == ["none"])
    #expect(progress(generator + "for i in range(2): print(next(g()))") == ["0 of 2", "1 of 2"])
  }
}
