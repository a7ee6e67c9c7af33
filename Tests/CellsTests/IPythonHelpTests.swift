import Cells
import Testing

/// IPython hands these texts to a pager; here they are printed. Layout and order of the fields are IPython's.
@Suite struct IPythonHelpTests {
  private static let definitions = """
    import numpy as np
    def f(x, y=2):
        \"""Adds.

        More: x and y
          indented
        \"""
        return x + y
    def g(a): return a
    class A:
        \"""A class.\"""
        def __init__(self, n=3):
            self.n = n
        def m(self, q):
            \"""Method doc.\"""
            return q
    class B:
        def __call__(self, z):
            "calls"
        def __repr__(self): return "b"
    a = A()
    b = B()
    arr = np.arange(6).reshape(2, 3)
    l = [1, 2, 3]
    """

  @Test(
    "tells what is known of an object",
    arguments: [
      (
        "f?",
        "Signature: f(x, y=2)\nDocstring:\nAdds.\n\nMore: x and y\n  indented\nFile:      n.cnb, cell a\n"
          + "Type:      function\n"
      ),
      ("?g", "Signature: g(a)\nDocstring: <no docstring>\nFile:      n.cnb, cell a\nType:      function\n"),
      (
        "g??",
        "Signature: g(a)\nDocstring: <no docstring>\nSource:    def g(a): return a\nFile:      n.cnb, cell a\n"
          + "Type:      function\n"
      ),
      (
        "a.m??",
        "Signature: a.m(q)\nSource:   \n    def m(self, q):\n        \"\"\"Method doc.\"\"\"\n        return q\n"
          + "File:      n.cnb, cell a\nType:      method\n"
      ),
      (
        "A?", "Init signature: A(n=3)\nDocstring:      A class.\nType:           type\nSubclasses:     \n"
      ),
      (
        "b?",
        "Signature:      b(z)\nType:           B\nString form:    b\nDocstring:      <no docstring>\n"
          + "Call docstring: calls\n"
      ),
      (
        "arr?",
        "Type:        ndarray\nString form:\n[[0 1 2]\n [3 4 5]]\nLength:      2\nShape:       (2, 3)\n"
          + "Dtype:       int64\nDocstring:   <no docstring>\n"
      ),
      ("l[0]?", "Type:        int\nString form: 1\nDocstring:   <no docstring>\n"),
      (
        "None?",
        "Type:        NoneType\nString form: None\nNamespace:   Python builtin\nDocstring:   <no docstring>\n"
      ),
      (
        "create_mask_from_window?",
        "Signature: create_mask_from_window(x)\nDocstring:\nWhere a window has its largest number.\n\nShapes\n"
          + "    x       any, usually (f, f)\n    result  as x: True where x holds its maximum\n\nExample\n"
          + "    x = np.array([[1.0, 4.0], [3.0, 2.0]])\n"
          + "    create_mask_from_window(x).tolist()  # [[False, True], [False, False]]\n"
          + "Type:      builtin_function_or_method\n"
      ),
      ("nothing?", "Object `nothing` not found.\n"),
      ("np.nothing?", "Object `np.nothing` not found.\n"),
      ("%time?", "Docstring: Time execution of a Python statement or expression.\n"),
      ("np.po*r?", "np.power\n"),
      ("%pdef f", " f(x, y=2) "),
      ("%pdef l", "Object is not callable.\n"),
      ("%pdoc g", "Call docstring:\n    Call self as a function.\n"),
      ("%psource g", "def g(a): return a\n"),
      ("%psource l", "No source found for l\n"),
      ("%pinfo2 nothing", "Object `nothing` not found.\n"),
    ])
  func help(code: String, expected: String) {
    let session = Session()
    _ = session.run(Self.definitions, name: "n.cnb, cell a", onOutput: { _ in })
    let result = session.run(code, name: "n.cnb, cell b", onOutput: { _ in })
    #expect(result.outputs == [.stdout(expected)])
  }

  @Test("cuts long texts in the middle, and shows them whole for ??")
  func longTexts() {
    let session = Session()
    _ = session.run("s = 'a' * 150 + 'b' * 150", name: "a", onOutput: { _ in })
    let short = session.run("s?", name: "b", onOutput: { _ in })
    let middle = String(repeating: "a", count: 97) + " <...> " + String(repeating: "b", count: 97)
    #expect(
      short.outputs == [
        .stdout("Type:        str\nString form: \(middle)\nLength:      300\nDocstring:   <no docstring>\n")
      ])
  }
}
