import Cells
import Testing

@Suite("Comparing outputs")
struct CompareTests {
  private func matches(
    _ mode: Comparison.Mode, _ recorded: String, _ actual: String, rtol: Double = 1e-5, atol: Double = 1e-8
  ) throws -> Bool {
    var comparison = Comparison()
    comparison.mode = mode
    comparison.relativeTolerance = rtol
    comparison.absoluteTolerance = atol
    return try comparison.matches(recorded: recorded, actual: actual)
  }

  @Test("exact: the same bytes")
  func exact() throws {
    #expect(try matches(.exact, "a 1\n", "a 1\n"))
    #expect(try !matches(.exact, "a 1\n", "a 1"))
    #expect(try !matches(.exact, "[ 0.5]", "[0.5]"))
    #expect(try !matches(.exact, "\u{E9}", "e\u{301}"))
  }

  @Test(
    "printed: numbers equal to the digits that the shorter one shows",
    arguments: [
      ("mean = 0.0489952035289", "mean = 0.048995203528855794"), ("-6.99908945068", "-6.999089450680221"),
      ("[ 0.5  0.5]", "[0.5 0.5]"), ("[ 0.  0.]", "[0. 0.]"), ("[[ 1.  2.]\n [ 3.  4.]]", "[[1. 2.] [3. 4.]]"),
      ("1.2e-05", "0.0000121"), ("1.e+05", "100000"), ("-0.", "0."), ("5", "5.0"), ("0.13", "0.125"), ("0.12", "0.125"),
      ("nan inf", "nan  inf"), ("x1 = 2", "x1 =2"), ("a\n\n\nb\n", "a\nb"), ("1e400", "1e400"),
    ])
  func printed(_ recorded: String, _ actual: String) throws {
    #expect(try matches(.printed, recorded, actual))
    #expect(try matches(.printed, actual, recorded))
  }

  @Test(
    "printed: anything else differs",
    arguments: [
      ("0.04899520", "0.04899621"), ("0.", "0.3"), ("5", "5.2"), ("1", "-1"), ("x1 = 2", "x2 = 2"), ("1 2", "12"),
      ("[1. 2.]", "[1. 2. 3.]"), ("[1 2]", "(1 2)"), ("a\nb", "a b"), ("nan", "0.5"), ("2-3", "2 -3"), ("0.1", "0.16"),
      ("True", "False"), ("1e99999999999999999999", "2"),
    ])
  func printedDiffers(_ recorded: String, _ actual: String) throws {
    #expect(try !matches(.printed, recorded, actual))
    #expect(try !matches(.printed, actual, recorded))
  }

  @Test("close: NumPy's isclose with the recorded number as the reference")
  func close() throws {
    #expect(try matches(.close, "Z = [100.0 0.0]", "Z = [ 100.0009 1e-9]"))
    #expect(try !matches(.close, "100.0", "100.002"))
    #expect(try matches(.close, "100.0", "100.002", rtol: 1e-4))
    #expect(try !matches(.close, "0.0", "1e-7"))
    #expect(try matches(.close, "0.0", "1e-7", atol: 1e-6))
    // 1 + atol + rtol * 1 is not reached from the other side: the bound goes by the recorded number.
    #expect(try matches(.close, "10.0", "9.0", rtol: 0.1, atol: 0))
    #expect(try !matches(.close, "9.0", "10.0", rtol: 0.1, atol: 0))
    #expect(try matches(.close, "nan -inf", "nan -inf"))
    #expect(try !matches(.close, "inf", "1.0"))
    #expect(try !matches(.close, "cost 1.0", "loss 1.0"))
  }

  @Test("regex: the recorded pattern matches the whole output, but for its final newline")
  func regex() throws {
    #expect(try matches(.regex, "took \\d+(\\.\\d+)? s\n", "took 0.25 s\n"))
    #expect(try matches(.regex, "a\\nb|c", "a\nb"))
    #expect(try !matches(.regex, "\\d+\n", "12 s\n"))
    #expect(throws: Comparison.BadPattern.self) { try matches(.regex, "(a", "a") }
  }

  @Test("shape: numbers and truth values stand for each other, the rest is equal")
  func shape() throws {
    #expect(try matches(.shape, "[[1. 2.]\n [3. nan]]", "[[-0.12345678 1.e+05]\n [ 3.0  4.0]]"))
    #expect(try matches(.shape, "cost after epoch 1: 2.5", "cost after epoch 20: 0.125"))
    #expect(try matches(.shape, "[ True False]", "[False False]"))
    #expect(try matches(.shape, "[1 2 3\n 4]", "[1 2\n 3 4]"))
    #expect(try !matches(.shape, "[1 2 3]", "[1 2 3 4]"))
    #expect(try !matches(.shape, "[[1 2] [3 4]]", "[[1 2 3 4]]"))
    #expect(try !matches(.shape, "1\n2", "1 2"))
    #expect(try !matches(.shape, "cost 1", "loss 1"))
  }

  @Test("ignore: anything matches")
  func ignore() throws { #expect(try matches(.ignore, "a", "b")) }

  @Test("kinds of output are compared apart, figures by pixels or by size")
  func kinds() throws {
    let recorded = [RecordedOutput(.output, "a\n"), RecordedOutput(.figure, "4x3 ff"), RecordedOutput(.output, "b\n")]
    let actual = [RecordedOutput(.output, "a\nb\n"), RecordedOutput(.figure, "4x3 00"), RecordedOutput(.value, "1")]
    var comparison = Comparison()
    let figure = OutputDifference(kind: .figure, recorded: "4x3 ff", actual: "4x3 00")
    let value = OutputDifference(kind: .value, recorded: nil, actual: "1")
    #expect(try comparison.compare(recorded: recorded, actual: actual).differences == [value, figure])
    comparison.mode = .shape
    #expect(try comparison.compare(recorded: recorded, actual: actual).differences == [value])
    comparison.mode = .ignore
    #expect(try comparison.compare(recorded: recorded, actual: actual).differences.isEmpty)
  }

  @Test(
    "the error of a traceback is its last line, or lines",
    arguments: [
      ("Traceback (most recent call last):\n  File \"x\", line 1, in f\n    g()\nKeyError: 'x'\n", "KeyError: 'x'"),
      ("  File \"x\", line 1\n    f(\n     ^\nSyntaxError: '(' was never closed", "SyntaxError: '(' was never closed"),
      ("ValueError: a\n  b\nc", "ValueError: a\n  b\nc"), ("StopIteration", "StopIteration"),
      (
        "Traceback (most recent call last):\n  File \"x\", line 1\nKeyError: 1\n\nDuring handling of the above "
          + "exception, another exception occurred:\n\nTraceback (most recent call last):\n  File \"x\", line 3\n"
          + "TypeError: y", "TypeError: y"
      ),
    ])
  func tracebacks(_ traceback: String, _ summary: String) {
    #expect(RaisedError.summary(ofTraceback: traceback) == summary)
  }
}
