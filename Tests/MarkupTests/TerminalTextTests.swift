import Markup
import Testing

@Suite("Text with a terminal's colours")
struct TerminalTextTests {
  @Test("is cut where the colours change")
  func runs() {
    let runs = TerminalText.runs(of: "a\u{1B}[31mb\u{1B}[1mc\u{1B}[0md\u{1B}[2J")
    #expect(runs.map(\.text) == ["a", "b", "c", "d\u{1B}[2J"])
    #expect(runs[0].style == TerminalStyle())
    #expect(runs[1].style.foreground == .named(1))
    #expect(runs[2].style.isBold && runs[2].style.foreground == .named(1))
    #expect(runs[3].style == TerminalStyle())
    #expect(TerminalText.runs(of: "").isEmpty)
  }

  @Test("knows 16, 256 and all colours")
  func colours() {
    let styles = TerminalText.runs(of: "\u{1B}[92;105ma\u{1B}[38;5;196mb\u{1B}[48;2;1;2;3mc").map(\.style)
    #expect(styles.map(\.foreground) == [.named(10), .rgb(255, 0, 0), .rgb(255, 0, 0)])
    #expect(styles.map(\.background) == [.named(13), .named(13), .rgb(1, 2, 3)])
  }
}
