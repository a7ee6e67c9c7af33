import Cells
import Testing

@Suite struct IndentationTests {
  @Test(arguments: [
    ("x = 1", 0), ("def f():", 4), ("def f():  # why", 4), ("    if x:", 8), ("    x = 1", 4), ("    return x", 0),
    ("        pass", 4), ("f(", 4), ("x = [1,", 0), ("    y = f(1,\n        2)", 8), ("\"\"\"text", 0),
    ("def f():\n    \"\"\"Text.\n", 4), ("d = {1:", 0),
    ("x[1:", 0), ("lambda x:", 4), ("", 0), ("    # comment:", 4),
    ("def f():\n    \"\"\"Text.\n\n    More.\"\"\"", 4), ("def f():\n    \"\"\"Text.\n\nMore.\"\"\"", 4),
    ("x = \"\"\"a\n    b\"\"\"", 0), ("if x:\n    return \"\"\"a\nb\"\"\"", 0),
  ])
  func ofTheNextLine(_ text: String, _ width: Int) {
    #expect(Indentation.ofLine(after: text) == String(repeating: " ", count: width))
  }
}
