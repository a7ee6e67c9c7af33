import Cells
import Testing

@Suite("Showing differences")
struct DiffTests {
  private func lines(_ recorded: String, _ actual: String, isColoured: Bool = false) -> String {
    DifferenceText.lines(recorded: recorded, actual: actual, isColoured: isColoured).joined(separator: "\n")
  }

  @Test("marks what changed in a line and says how far its number is off")
  func number() {
    #expect(
      lines("x.shape = (4, 3)\nmean = 0.5511276474566768\n", "x.shape = (4, 3)\nmean = 0.5511276474566769\n") == """
          x.shape = (4, 3)
        - mean = 0.5511276474566768
        + mean = 0.5511276474566769
                                  ^
          0.5511276474566768 is now 0.5511276474566769: off by 1.11e-16, relative 2.01e-16
        """)
  }

  @Test("marks both lines where the marks are not the same")
  func words() {
    #expect(
      lines("a cat sat", "a dog sat on") == """
        - a cat sat
            ^^^
        + a dog sat on
            ^^^    ^^^
        """)
  }

  @Test("shows lines that came and went, with two equal lines around them")
  func context() {
    #expect(
      lines("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nnew\n5\n6\n7\n9\n") == """
          ...
          3
          4
        + new
          5
          6
          7
        - 8
          9
        """)
    #expect(lines("", "a\n") == "+ a")
    #expect(lines("a\n", "") == "- a")
  }

  @Test("shows what cannot be seen")
  func invisible() {
    #expect(
      lines("a\n", "a") == """
          a
        + (no newline at the end)
        """)
    #expect(
      lines("\u{1B}[1mx\t\n", "x\n") == """
        - \\x1b[1mx\\t
          ^^^^^^^^^^
        + x
          ^
        """)
  }

  @Test("puts marks under wide characters")
  func wide() {
    #expect(
      lines("畳み込み 1", "畳み込み 2") == """
        - 畳み込み 1
        + 畳み込み 2
                   ^
          1 is now 2: off by 1, relative 1
        """)
  }

  @Test("tells apart what Unicode holds equivalent")
  func equivalent() { #expect(lines("\u{E9}\n", "e\u{301}\n").hasPrefix("- \u{E9}\n")) }

  @Test("lists five numbers, then the largest difference")
  func manyNumbers() {
    let recorded = (1...7).map { "\($0).5" }.joined(separator: " ")
    let actual = (1...7).map { "\($0).75" }.joined(separator: " ")
    #expect(
      lines("[\(recorded)]", "[\(actual)]").hasSuffix(
        """
          1.5 is now 1.75: off by 0.25, relative 0.167
          2.5 is now 2.75: off by 0.25, relative 0.1
          3.5 is now 3.75: off by 0.25, relative 0.0714
          4.5 is now 4.75: off by 0.25, relative 0.0556
          5.5 is now 5.75: off by 0.25, relative 0.0455
          7 numbers differ: off by 0.25 at most, relative 0.167 at most
        """))
    #expect(lines("0.", "123456.").hasSuffix("\n  0. is now 123456.: off by 1.23e+05"))
    #expect(lines("1.0", "1.00").hasSuffix("\n  1.0 is now 1.00: the same float64 value"))
  }

  @Test("stops after forty changed lines")
  func long() {
    let recorded = (1...1000).map { "\($0)\n" }.joined()
    let actual = (1...1000).map { "a\($0)\n" }.joined()
    let shown = lines(recorded, actual).split(separator: "\n")
    #expect(shown.filter { $0.hasPrefix("- ") }.count == 40)
    #expect(shown.contains("  ... and 960 more lines"))
  }

  @Test("colours lines where asked to")
  func colours() {
    #expect(
      lines("a", "b", isColoured: true)
        == "\u{1B}[31m- a\u{1B}[0m\n\u{1B}[32m+ b\u{1B}[0m\n\u{1B}[32m  ^\u{1B}[0m")
  }
}
