import Cells
import Testing

@Suite struct SyntaxColouringTests {
  private func pieces(_ code: String) -> [String] {
    let bytes = Array(code.utf8)
    return SyntaxColouring.pieces(of: code).map { piece in
      "\(piece.role) \(String(decoding: bytes[piece.range], as: UTF8.self))"
    }
  }

  @Test func whatPiecesAre() {
    #expect(
      pieces("def f(x): return len(x) + 1.5") == [
        "keyword def", "definition f", "keyword return", "builtin len", "number 1.5",
      ])
    #expect(pieces("x = None  # nothing\ny = 'é'") == ["constant None", "comment # nothing", "string 'é'"])
    #expect(
      pieces("@property\nclass A: pass") == ["decorator property", "keyword class", "definition A", "keyword pass"])
    #expect(pieces("%time x") == ["command %time x"])
    #expect(pieces("x.max") == [])
  }

  @Test func unfinishedCode() {
    #expect(pieces("print('hel") == ["builtin print", "string 'hel"])
    #expect(pieces("x = '''a\nb") == ["string '''a\nb"])
    #expect(pieces("f(1, [2") == ["number 1", "number 2"])
    #expect(pieces("# only") == ["comment # only"])
    #expect(pieces("pass\0; pass") == ["keyword pass"])
    #expect(pieces("") == [])
  }
}
