import Testing

@Suite struct ScreenTests {
  private func screen(_ text: String, columns: Int = 10, rows: Int = 3) -> Screen {
    var screen = Screen(columns: columns, rows: rows)
    screen.write(text.utf8)
    return screen
  }

  @Test func foldsAtTheEdgeOnlyWhenMoreComes() {
    #expect(screen("0123456789").row == 0)
    #expect(screen("0123456789a").lines == ["0123456789", "a"])
    #expect(screen("0123456789\r\nb").lines == ["0123456789", "b"])
  }

  @Test func scrollsAtTheBottom() {
    let screen = screen("a\r\nb\r\nc\r\nd")
    #expect(screen.lines == ["b", "c", "d"])
    #expect(screen.allLines == ["a", "b", "c", "d"])
  }

  @Test func movesAndErases() {
    #expect(screen("abc\r\ndef\u{1B}[A\r\u{1B}[1CX").lines == ["aXc", "def"])
    #expect(screen("abc\r\ndef\u{1B}[A\r\u{1B}[J").lines == [])
    #expect(screen("abcdef\r\u{1B}[3C\u{1B}[K").lines == ["abc"])
  }

  @Test func givesWideCharactersTwoColumns() {
    #expect(screen("日本x").column == 5)
    #expect(screen("e\u{301}x").lines == ["e\u{301}x"])
    #expect(screen("e\u{301}x").column == 2)
  }

  @Test func foldsAnewAtAnotherWidth() {
    var screen = screen("0123456789\r\nab", rows: 4)
    screen.resize(columns: 6)
    #expect(screen.lines == ["012345", "6789", "ab"])
    #expect(screen.row == 2)
    #expect(screen.column == 2)
  }

  @Test func waitsForTheRestOfASequence() {
    var screen = screen("a\u{1B}[")
    screen.write("1mb".utf8)
    #expect(screen.lines == ["ab"])
    #expect(screen.colourCount == 1)
  }
}
