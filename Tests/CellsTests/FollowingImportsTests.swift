import Cells
import Testing

/// Notebooks made for another machine import what is not here among what is.
@Suite struct FollowingImportsTests {
  private func session() -> Session {
    var options = SessionOptions()
    options.fileBeside = { $0 == "beside.py" ? Array("import missing_too\n".utf8) : nil }
    return Session(options: options)
  }

  private func run(_ code: String, _ session: Session) -> CellResult {
    session.run(code, name: "a", onOutput: { _ in })
  }

  @Test("imports behind one that failed are done, and the first failure is told")
  func imports() throws {
    let session = session()
    let first = run(
      "import math\nimport tensorflow as tf\nfrom scipy import ndimage\nimport beside\nx = 1\nimport numpy as np\n"
        + "from math import (\n    pi)", session)
    #expect(first.ending == .raised)
    #expect(first.raisedError?.className == "ModuleNotFoundError")
    #expect(first.raisedError?.message == "No module named 'tensorflow'")
    #expect(run("print(np.sum([math.floor(pi), 1]))", session).outputs == [.stdout("4\n")])
    #expect(run("x", session).raisedError?.message == "name 'x' is not defined")
  }

  @Test(
    "other failures end the cell as ever",
    arguments: [
      "1 / 0\nimport math", "if True:\n    import tensorflow\nimport math",
      "def f(): import tensorflow\nf()\nimport math",
      "from math import nothing\nimport math",
    ])
  func others(_ code: String) {
    let session = session()
    #expect(run(code, session).ending == .raised)
    #expect(run("math", session).raisedError?.className == "NameError")
  }
}
