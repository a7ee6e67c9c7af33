import Cells
import Testing

@Suite("Text of values") struct TextTests {
  private let interpreter = Interpreter(host: .init(write: { _ in }))

  /// What a call gives as `repr` writes it, or the exception.
  private func outcome(_ body: () throws -> Value) throws -> String {
    do {
      return try interpreter.representation(body())
    } catch {
      let exception = interpreter.raised(error).exception
      return "\(exception.cls.name): \(try interpreter.text(.object(exception)))"
    }
  }

  private func call(_ receiver: Value, _ name: String, _ arguments: [Value]) throws -> String {
    try outcome { try interpreter.call(try interpreter.attribute(receiver, name), arguments) }
  }

  @Test(
    "format() follows the format specification",
    arguments: [
      (.float(3.14159), ".2f", "'3.14'"), (.float(-0.0), "z.1f", "'0.0'"),
      (.float(1234567.891), ",.2f", "'1,234,567.89'"),
      (.float(0), ".1", "'0e+00'"), (.float(999999.5), "#g", "'1.00000e+06'"), (.float(.infinity), "05", "'00inf'"),
      (.float(0.256), "%", "'25.600000%'"), (.float(1e16), "", "'1e+16'"), (.int(255), "#06x", "'0x00ff'"),
      (.int(1_234_567), "013,", "'0,001,234,567'"), (.int(65), "c", "'A'"), (.bool(true), "", "'True'"),
      (.bool(true), "3", "'  1'"), (.npFloat32(0.1), "", "'0.10000000149011612'"), (Value("ab"), "*^6.1", "'**a***'"),
      (.float(1), "d", "ValueError: Unknown format code 'd' for object of type 'float'"),
      (.int(1), ".2d", "ValueError: Precision not allowed in integer format specifier"),
      (.int(1), ",x", "ValueError: Cannot specify ',' with 'x'."),
      (.none, "5", "TypeError: unsupported format string passed to NoneType.__format__"),
    ] as [(Value, String, String)])
  func formats(value: Value, specification: String, expected: String) throws {
    #expect(try outcome { Value(try interpreter.format(value, specification)) } == expected)
  }

  @Test(
    "The % operator follows C's printf and Python's errors",
    arguments: [
      ("%5.1f|%-4d|%+d", Value(tuple: [.float(2.25), .int(3), .int(4)]), "'  2.2|3   |+4'"),
      ("%#x %05d %r", Value(tuple: [.int(255), .int(-3), Value("a")]), "\"0xff -0003 'a'\""),
      ("%*d", Value(tuple: [.int(4), .int(7)]), "'   7'"),
      ("%s %s", .int(1), "TypeError: not enough arguments for format string"),
      ("abc", .int(5), "TypeError: not all arguments converted during string formatting"),
      ("%d", Value("a"), "TypeError: %d format: a real number is required, not str"),
      ("%y", .int(3), "ValueError: unsupported format character 'y' (0x79) at index 1"),
    ] as [(String, Value, String)])
  func interpolates(template: String, argument: Value, expected: String) throws {
    #expect(try outcome { Value(try interpreter.percentFormat(template, argument)) } == expected)
  }

  @Test(
    "str.format numbers, nests and converts its fields",
    arguments: [
      ("{} {}", [.int(1), Value("a")], "'1 a'"), ("{0:{1}.2f}", [.float(1.5), .int(7)], "'   1.50'"),
      ("{!r:>5}", [Value("a")], "\"  'a'\""), ("{{}}", [], "'{}'"),
      ("{} {}", [.int(1)], "IndexError: Replacement index 1 out of range for positional args tuple"),
      (
        "{0} {}", [.int(1)],
        "ValueError: cannot switch from manual field specification to automatic field numbering"
      ),
      ("}", [], "ValueError: Single '}' encountered in format string"), ("{a}", [], "KeyError: 'a'"),
    ] as [(String, [Value], String)])
  func fillsTemplates(template: String, arguments: [Value], expected: String) throws {
    #expect(try call(Value(template), "format", arguments) == expected)
  }

  @Test(
    "Methods of str count in characters",
    arguments: [
      ("naïve é", "find", [Value("é")], "6"), ("aXbXc", "rsplit", [Value("X"), .int(1)], "['aXb', 'c']"),
      (" a  b ", "split", [], "['a', 'b']"), ("ab", "center", [.int(5), Value("*")], "'**ab*'"),
      ("-12", "zfill", [.int(5)], "'-0012'"), ("ΑΣ", "lower", [], "'ας'"), ("ß", "casefold", [], "'ss'"),
      ("abc", "replace", [Value(""), Value("-")], "'-a-b-c-'"), ("abc", "startswith", [Value(""), .int(4)], "False"),
      ("x", "join", [Value(list: [.int(1)])], "TypeError: sequence item 0: expected str instance, int found"),
      ("a", "index", [Value("b")], "ValueError: substring not found"),
      ("a\u{2028}b\r\nc", "splitlines", [], "['a', 'b', 'c']"),
    ] as [(String, String, [Value], String)])
  func stringMethods(text: String, name: String, arguments: [Value], expected: String) throws {
    #expect(try call(Value(text), name, arguments) == expected)
  }

  @Test("A container that holds itself prints dots there")
  func selfReference() throws {
    let list = ListObject([.int(1), Value(tuple: [Value("it's")])])
    list.elements.append(.object(list))
    #expect(try interpreter.representation(.object(list)) == "[1, (\"it's\",), [...]]")
  }

  @Test(
    "Rounding looks at the exact decimal value",
    arguments: [
      (2.675, 2, 2.67), (25.0, -1, 20.0), (35.0, -1, 40.0), (0.5, 0, 0.0), (1e22, -2, 1e22), (1e300, 400, 1e300),
    ])
  func rounding(value: Double, digits: Int, expected: Double) throws {
    #expect(try round(value, digits: digits) == expected)
  }

  @Test(
    "math has CPython's results and errors",
    arguments: [
      ("fsum", [Value(list: Array(repeating: .float(0.1), count: 10))], "1.0"),
      ("gamma", [.float(0.1)], "9.513507698668732"),
      ("factorial", [.int(25)], "15511210043330985984000000"), ("isqrt", [.int(99)], "9"),
      ("hypot", [.float(3), .float(4)], "5.0"), ("sqrt", [.int(-1)], "ValueError: math domain error"),
      ("exp", [.int(1000)], "OverflowError: math range error"),
      ("sqrt", [Value("a")], "TypeError: must be real number, not str"),
    ] as [(String, [Value], String)])
  func math(name: String, arguments: [Value], expected: String) throws {
    let module = MathModule.make()
    #expect(try outcome { try interpreter.call(module.namespace[name] ?? .none, arguments) } == expected)
  }
}
