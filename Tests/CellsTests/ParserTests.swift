import Cells
import Testing

private func parse(_ text: String, _ mode: Parser.Mode = .cell) throws -> Module {
  try Parser.parse(Source(name: "test", text), mode: mode)
}

private func problem(_ text: String, _ mode: Parser.Mode = .cell) -> SyntaxProblem? {
  #expect(throws: SyntaxProblem.self) { try parse(text, mode) }
}

private func tree(_ text: String, _ mode: Parser.Mode = .cell) throws -> String {
  SyntaxTreePrinter.print(try parse(text, mode))
}

@Suite("Notebook cells")
struct CellModeTests {
  @Test(
    "accept IPython's commands",
    arguments: [
      ("%matplotlib inline", "_ [(magic@0:18 line matplotlib \"inline\" \"\")]"),
      ("%time x = 1\nx", "_ [(magic@0:11 line time \"x = 1\" \"\") (expr@12:13 (name@12:13 x))]"),
      ("x\n%load_ext autoreload\n", "_ [(expr@0:1 (name@0:1 x)) (magic@2:22 line load_ext \"autoreload\" \"\")]"),
      ("if x:\n    %time y\n", "_ [(if@0:17 (name@3:4 x) [(magic@10:17 line time \"y\" \"\")] [])]"),
      ("!ls -l\n", "_ [(magic@0:6 shell  \"ls -l\" \"\")]"),
      ("!!ls", "_ [(magic@0:4 shell ! \"ls\" \"\")]"),
      ("!ls \\\n -l", "_ [(magic@0:9 shell  \"ls   -l\" \"\")]"),
      ("?np.zeros", "_ [(magic@0:9 help np.zeros \"?\" \"\")]"),
      ("??np", "_ [(magic@0:4 help np \"??\" \"\")]"),
      ("np.zeros?", "_ [(magic@0:9 help np.zeros \"?\" \"\")]"),
      ("np??\n", "_ [(magic@0:4 help np \"??\" \"\")]"),
      ("np.*zer*?\n", "_ [(magic@0:9 help np.*zer* \"?\" \"\")]"),
      ("%time?", "_ [(magic@0:6 help %time \"?\" \"\")]"),
      ("%%time -n 3\nx = 1\ny", "_ [(magic@0:19 cell time \"-n 3\" \"x = 1\\u{a}y\")]"),
      ("\n\n%%bash\nls $x (\n", "_ [(magic@2:17 cell bash \"\" \"ls $x (\\u{a}\")]"),
    ])
  func commands(_ text: String, _ expected: String) throws {
    #expect(try tree(text) == expected)
  }

  @Test("alone accept them", arguments: ["%time x", "!ls", "?x", "x?", "%%time\nx", "x??"])
  func onlyCells(_ text: String) {
    #expect(problem(text, .file)?.message == "invalid syntax")
  }

  @Test(
    "read operators and texts as ever",
    arguments: ["x = y \\\n % z", "(x\n% y\n)", "x = [\n'a'\n'%d?' % z]", "'a?'", "x # y?"])
  func operators(_ text: String) throws {
    #expect(try tree(text) == tree(text, .file))
  }

  @Test(
    "accept a command as all that is assigned",
    arguments: [
      ("x = !ls", "_ [(assign@0:7 (name@0:1 x) (magic@4:7 shell  \"ls\" \"\"))]"),
      (
        "x = %time y # z\nw",
        "_ [(assign@0:15 (name@0:1 x) (magic@4:15 line time \"y # z\" \"\")) (expr@16:17 (name@16:17 w))]"
      ),
    ])
  func assignedCommand(_ text: String, _ expected: String) throws {
    #expect(try tree(text) == expected)
    #expect(problem(text, .file)?.message == "invalid syntax")
  }

  @Test("take a no-break space for a blank")
  func noBreakSpace() throws {
    #expect(
      try tree("if\u{a0}x:\n\u{a0}\u{a0}y =\u{a0}1\n")
        == "_ [(if@0:17 (name@4:5 x) [(assign@11:17 (name@11:12 y) (int@16:17 1))] [])]")
    #expect(problem("x =\u{a0}1", .file)?.message == "invalid non-printable character U+00A0")
    #expect(try tree("'a\u{a0}b'") == "\"a\\u{a0}b\" [(expr@0:6 (string@0:6 \"a\\u{a0}b\"))]")
  }

  @Test("may be indented as a whole")
  func sharedIndentation() throws {
    #expect(
      try tree("  x\n  if y:\n    z\n")
        == "_ [(expr@2:3 (name@2:3 x)) (if@6:17 (name@9:10 y) [(expr@16:17 (name@16:17 z))] [])]")
    #expect(problem("  x\n  y", .file)?.message == "unexpected indent")
    #expect(problem("x\n  y")?.message == "unexpected indent")
  }

  @Test("tell an expression whose value is not shown")
  func semicolons() throws {
    func hidden(_ text: String) throws -> [Bool] {
      try parse(text).body.map { if case .expression(_, let ends) = $0.kind { ends } else { false } }
    }
    #expect(try hidden("x;") == [true])
    #expect(try hidden("x; y") == [true, false])
    #expect(try hidden("x; # c\n") == [true])
    #expect(try hidden("x\ny;\n") == [false, true])
  }
}

@Suite("Python that the cell language leaves out")
struct UnsupportedTests {
  @Test(
    "is refused with what to write instead",
    arguments: [
      ("async def f(): pass", "asynchronous functions are not supported", 0),
      ("@a\nasync def f(): pass", "asynchronous functions are not supported", 3),
      ("async for x in y: pass", "asynchronous statements are not supported", 0),
      ("async with x: pass", "asynchronous statements are not supported", 0),
      ("[x async for x in y]", "asynchronous comprehensions are not supported", 3),
      ("match x:\n  case 1: pass", "'match' statements are not supported", 0),
      ("match x, y:\n  case [1, *_]:\n    pass\nx", "'match' statements are not supported", 0),
      ("x = 1 + 2j", "complex numbers are not supported", 8),
      ("try: x\nexcept* E: y", "exception groups ('except*') are not supported", 13),
      ("'\\N{BULLET}'", "character names (\\N{...}) are not supported", 0),
      ("'\\ud800'", "surrogates in strings are not supported", 0),
      ("def f(*a: *b): pass", "starred annotations are not supported", 10),
    ])
  func unsupported(_ text: String, _ message: String, _ start: Int) {
    for mode in [Parser.Mode.cell, .file] {
      let problem = problem(text, mode)
      #expect(problem?.message == message)
      #expect(problem?.insteadOfUnsupported?.isEmpty == false)
      #expect(problem.map { Int($0.span.start) } == start)
    }
  }

  @Test("leaves soft keywords free as names")
  func softKeywords() throws {
    _ = try parse("match = case = _ = type = 1\nmatch(case)\nmatch[0]\nprint(match, type)\n")
  }
}

@Suite("Deep and large programs")
struct LimitTests {
  @Test("are refused before the stack ends")
  func deep() {
    let tooDeep = "maximum recursion depth exceeded during compilation"
    for text in [
      String(repeating: "-", count: 5000) + "1", String(repeating: "not ", count: 5000) + "1",
      String(repeating: "lambda: ", count: 5000) + "1", String(repeating: "1 if x else ", count: 5000) + "1",
      String(repeating: "1 ** ", count: 5000) + "1", String(repeating: "1 + ", count: 10000) + "1",
      "x" + String(repeating: ".y", count: 10000), "x" + String(repeating: "()", count: 10000),
      "if x: pass\n" + String(repeating: "elif x: pass\n", count: 5000),
    ] {
      let problem = problem(text)
      #expect(problem?.className == "RecursionError")
      #expect(problem?.message == tooDeep)
    }
    #expect(problem(String(repeating: "(", count: 201))?.message == "too many nested parentheses")
    #expect(problem(String(repeating: "f(", count: 201))?.message == "too many nested parentheses")
  }

  @Test("are read when CPython reads them")
  func large() throws {
    _ = try parse(String(repeating: "(", count: 200) + "1" + String(repeating: ")", count: 200))
    _ = try parse(String(repeating: "[", count: 150) + String(repeating: "]", count: 150))
    _ = try parse(String(repeating: "1 + ", count: 900) + "1")
    _ = try parse("[" + String(repeating: "1, ", count: 100_000) + "]")
    _ = try parse(String(repeating: "-", count: 350) + "1")
    _ = try parse("if x: pass\n" + String(repeating: "elif x: pass\n", count: 350))
  }

  @Test("with a mistake inside many brackets are explained in time")
  func deepMistakes() {
    let open = String(repeating: "f(a, [", count: 90)
    let close = String(repeating: "])", count: 90)
    #expect(problem(open + "1 2" + close)?.message == "invalid syntax. Perhaps you forgot a comma?")
    let dictionaries = String(repeating: "{'a': (", count: 90)
    #expect(
      problem(dictionaries + "x 2" + String(repeating: ")}", count: 90))?.message
        == "invalid syntax. Perhaps you forgot a comma?")
    #expect(
      problem(String(repeating: "(", count: 150) + "x +" + String(repeating: ")", count: 150))?.message
        == "invalid syntax")
  }

  @Test("integers have no size limit")
  func integers() throws {
    func digits(_ text: String) throws -> String? {
      guard case .int(let digits) = try Parser.parseExpression(Source(name: "test", text)).kind else { return nil }
      return digits
    }
    #expect(try digits("0x" + String(repeating: "f", count: 40)) == "1461501637330902918203684832716283019655932542975")
    #expect(try digits("0b1" + String(repeating: "0", count: 64)) == "18446744073709551616")
    #expect(try digits(String(repeating: "9", count: 4300))?.utf8.count == 4300)
  }
}

@Suite("Expressions for eval")
struct ParseExpressionTests {
  private func tree(_ text: String) throws -> String {
    SyntaxTreePrinter.print(try Parser.parseExpression(Source(name: "<string>", text)))
  }

  @Test("are read with blanks round them")
  func expressions() throws {
    #expect(try tree("1 + x") == "(binary + (int 1) (name x))")
    #expect(try tree("  x, y \n\n") == "(tuple (name x) (name y))")
    #expect(try tree("(yield_)") == "(name yield_)")
    #expect(try tree("[x for x in y] # c") == "(listcomp (name x) (for (name x) (name y)))")
  }

  @Test(
    "are refused in Python's words",
    arguments: [
      ("x = 1", "invalid syntax"), ("", "invalid syntax"), ("x; y", "invalid syntax"), ("x\ny", "invalid syntax"),
      ("f(a b)", "invalid syntax. Perhaps you forgot a comma?"), ("(1", "'(' was never closed"),
      ("if x: y", "invalid syntax"), ("'a", "unterminated string literal (detected at line 1)"),
    ])
  func refused(_ text: String, _ message: String) {
    let problem = #expect(throws: SyntaxProblem.self) { try Parser.parseExpression(Source(name: "<string>", text)) }
    #expect(problem?.message == message)
  }
}

@Suite("Texts that are no Python at all")
struct SourceTextTests {
  @Test("that are not UTF-8 are refused as CPython refuses a file")
  func encoding() {
    let source = Source(name: "a.py", text: Array("x = 1\ny = '".utf8) + [0xFF] + Array("'\n".utf8))
    let problem = #expect(throws: SyntaxProblem.self) { try Parser.parse(source, mode: .file) }
    #expect(
      problem?.message
        == "Non-UTF-8 code starting with '\\xff' in file a.py on line 2, but no encoding declared; see https://peps.python.org/pep-0263/ for details"
    )
    #expect(problem.map { Int($0.span.start) } == 6)
  }

  @Test("may begin with a byte order mark")
  func byteOrderMark() throws {
    #expect(try tree("\u{feff}x") == "_ [(expr@3:4 (name@3:4 x))]")
  }

  @Test("end as they like", arguments: ["x = 1", "x = 1\n", "x = 1\r\n", "x = 1  ", "x = 1 # c", "x = 1\n\n  \n# c"])
  func ends(_ text: String) throws {
    #expect(try tree(text) == "_ [(assign@0:5 (name@0:1 x) (int@4:5 1))]")
  }
}

@Suite("Whether typed text is a whole cell")
struct CompletenessTests {
  @Test(
    "is told",
    arguments: [
      ("", Completeness.complete), ("x = 1", .complete), ("x = 1\n", .complete), ("x;", .complete), ("# c", .complete),
      ("if x:", .incomplete), ("if x:\n", .incomplete), ("if x:\n    y", .incomplete), ("if x:\n    y\n", .incomplete),
      ("if x:\n    y\n\n", .complete), ("if x: y", .complete), ("if x:\n    y\nz", .complete),
      ("if x:\n    y\nelse:", .incomplete), ("def f():", .incomplete), ("def f():\n  '''a", .incomplete),
      ("class C:\n    def f(self):\n        pass\n", .incomplete),
      ("class C:\n    def f(self):\n        pass\n\n", .complete),
      ("try:\n    x\n", .incomplete), ("try:\n    x\n\n", .incomplete), ("try:\n    x\nexcept:\n    y\n\n", .complete),
      ("@a", .incomplete), ("@a\n", .incomplete), ("f(", .incomplete), ("f(1,\n2", .incomplete),
      ("f(1,\n2)", .complete),
      ("[1, 2", .incomplete), ("{'a':", .incomplete), ("'''a", .incomplete), ("x = '''a\nb", .incomplete),
      ("'''a'''", .complete), ("x = 1 + \\", .incomplete), ("x = 1 + \\\n", .incomplete), ("x = 1 + \\\n2", .complete),
      ("x = ", .invalid), ("x y", .invalid), ("f(1 2", .invalid), ("'a", .invalid), (")", .invalid), ("f(]", .invalid),
      ("if x", .invalid), ("if x:\ny", .invalid), ("  x\n y", .invalid), ("x = $", .invalid), ("1a", .invalid),
      ("%time x", .complete), ("!ls", .complete), ("x?", .complete), ("%%time\nx", .incomplete),
      ("%%time\nx\n\n", .complete),
      ("for i in x:\n  for j in y:", .incomplete), ("while True:\n  if x:\n    break\n", .incomplete),
      ("x = (1 +", .incomplete),
      ("lambda:", .invalid), ("match x:\n  case 1:\n    y", .complete), ("return 1", .complete),
    ])
  func completeness(_ text: String, _ expected: Completeness) {
    #expect(Parser.isComplete(text) == expected)
  }
}
