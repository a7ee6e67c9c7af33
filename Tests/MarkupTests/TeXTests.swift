import Markup
import Testing

@Suite("TeX as a tree")
struct TeXTests {
  private func letter(_ text: String) -> TeXNode { .letter(text, isUpright: false) }

  /// The parts of a formula of one row.
  private func parts(_ tex: String) throws -> [TeXNode] { try TeXFormula(tex).rows[0][0].items }

  @Test("reads scripts in either order, primes and limits")
  func scripts() throws {
    let expected = TeXNode.scripts(letter("a"), lower: letter("i"), upper: .number("2"), primes: 0, takesLimits: false)
    for tex in ["a_i^2", "a^2_i", "a _i ^ 2"] { #expect(try parts(tex) == [expected]) }
    #expect(try parts("f''") == [.scripts(letter("f"), lower: nil, upper: nil, primes: 2, takesLimits: false)])
    #expect(
      try parts("\\sum_i") == [
        .scripts(.largeSign("∑", takesLimits: true), lower: letter("i"), upper: nil, primes: 0, takesLimits: true)
      ])
    #expect(
      try parts("\\sum\\nolimits_i") == [
        .scripts(.largeSign("∑", takesLimits: true), lower: letter("i"), upper: nil, primes: 0, takesLimits: false)
      ])
  }

  @Test("keeps blanks that authors wrote, but not those that end a command")
  func blanks() throws {
    #expect(try parts("a b") == [letter("a"), .blank, letter("b")])
    #expect(try parts("ab") == [letter("a"), letter("b")])
    #expect(try parts("\\alpha b") == [letter("α"), letter("b")])
    #expect(try parts(" a ") == [letter("a")])
  }

  @Test("takes a command that it does not know with its groups, as written")
  func unknown() throws {
    #expect(try parts("\\foo{a_{1} \\bar b}{c} d") == [.unknown("\\foo{a_{1} \\bar b}{c}"), .blank, letter("d")])
    #expect(try parts("\\foo") == [.unknown("\\foo")])
  }

  @Test("reads rows, cells and the number of a formula")
  func rows() throws {
    let formula = try TeXFormula("a &= b \\\\[2pt] c \\tag{4}")
    #expect(formula.rows.map(\.count) == [2, 1])
    #expect(formula.tag == "4")
    #expect(try TeXFormula("a \\\\").rows.count == 1)
  }

  @Test(
    "refuses what does not match",
    arguments: ["x_1_2", "\\frac{1}", "}{", "\\left( x", "\\end{matrix}", "x ^", "\\begin{tikz}x\\end{tikz}", "\\foo{"])
  func malformed(_ tex: String) {
    #expect(throws: TeXFormula.Malformed.self) { try TeXFormula(tex) }
  }
}
