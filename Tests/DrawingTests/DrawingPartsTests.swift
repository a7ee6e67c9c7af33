import Cells
import Drawing
import Testing

@Suite struct ColourMapTests {
  @Test("every colour map of matplotlib has its own colours", arguments: ColourMapNames.all)
  func names(name: String) throws {
    let map = ColourMap(name)
    let first = try #require(map[0])
    #expect(map[-1] == first && map[.nan] == nil && map[2] == map[1])
    if name != "viridis" {
      #expect((0...20).contains { map[Double($0) / 20] != ColourMap("viridis")[Double($0) / 20] })
    }
  }

  @Test func someColoursAreMatplotlibs() {
    #expect(ColourMap("viridis")[0] == SIMD3(68, 1, 84))
    #expect(ColourMap("viridis")[1] == SIMD3(253, 231, 37))
    #expect(ColourMap("gray")[0.5] == SIMD3(128, 128, 128))
    #expect(ColourMap("gray_r")[0] == SIMD3(255, 255, 255))
    #expect(ColourMap("tab10")[0.1] == SIMD3(255, 127, 14))
    #expect(ColourMap("jet")[0] == SIMD3(0, 0, 128))
  }
}

@Suite struct TextDrawingTests {
  private func pieces(_ text: String) throws -> [TextLine.Piece] {
    var block = TextBlock(text, TextBlock.Font(size: 10))
    block.horizontal = .left
    return try #require(block.lines(at: Point(0, 0)).first).pieces
  }

  @Test func everyPrintableSignHasStrokes() throws {
    for value in 0x21...0x7E as ClosedRange<UInt32> {
      let scalar = try #require(Unicode.Scalar(value))
      #expect(TextBlock.hasGlyph(scalar), "no \(scalar)")
    }
    for scalar in "αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩ−×÷±°äöüÄÖÜßéèñç≤≥≈∞→".unicodeScalars {
      #expect(TextBlock.hasGlyph(scalar), "no \(scalar)")
    }
    #expect(!TextBlock.hasGlyph("手"))
  }

  @Test func formulasHavePowersAndIndices() throws {
    let power = try pieces("$10^{-3}$")
    #expect(power.map { String(String.UnicodeScalarView($0.scalars)) }.joined() == "10\u{2212}3")
    #expect(power.last.map { $0.scale < 1 && $0.rise > 0 } == true)
    let index = try pieces("$W_1$")
    #expect(index.last.map { $0.scale < 1 && $0.rise < 0 } == true)
    #expect(try pieces("$\\alpha$").first?.scalars == ["α"])
    #expect(try pieces("5 $").first?.scalars == Array("5 $".unicodeScalars))
    #expect(try pieces("x²").last?.scalars == ["2"])
  }

  @Test func textsTakeTheRoomOfTheirLetters() {
    let font = TextBlock.Font(size: 100)
    #expect(abs(TextBlock("0.25", font).width - (3 * 63.6 + 31.8)) < 1e-9)
    #expect(TextBlock("a\nb", font).height > 1.9 * TextBlock("a", font).height)
  }
}

@Suite struct PictureFileTests {
  private static let code = "plt.plot([1, 2]); plt.title('Cost')"

  @Test func pngsSayTheirSize() throws {
    let bytes = try DrawnFigures.sketch(Self.code).file(.png, scale: 0.5)
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(Array(bytes[16..<24]) == [0, 0, 1, 64, 0, 0, 0, 240])
  }

  @Test func pngsAreReadAsTheyWereWritten() throws {
    let sketch = try DrawnFigures.sketch("plt.gcf().set_facecolor('none'); plt.imshow([[0.5]], alpha=0.5)")
    let read = try #require(Sketch(png: sketch.file(.png, scale: 0.5)))
    #expect((read.width, read.height) == (320, 240))
    let (first, second) = (try sketch.pixels(scale: 0.5), try read.pixels())
    #expect(zip(first.bytes, second.bytes).allSatisfy { abs(Int($0) - Int($1)) <= 1 })
    #expect(Sketch(png: [0x89, 0x50]) == nil)
  }

  @Test func svgsHoldTextsAsPaths() throws {
    let text = String(decoding: try DrawnFigures.sketch(Self.code).file(.svg, scale: 1), as: UTF8.self)
    #expect(text.contains("<svg"))
    #expect(!text.contains("<text") && !text.contains("font"))
    let without = String(decoding: try DrawnFigures.sketch(Self.code).withoutTexts.file(.svg, scale: 1), as: UTF8.self)
    #expect(without.utf8.count < text.utf8.count)
  }

  @Test("the same figure gives the same file", arguments: PictureFormat.allCases)
  func sameBytes(format: PictureFormat) throws {
    let (first, second) = (try DrawnFigures.sketch(Self.code), try DrawnFigures.sketch(Self.code))
    #expect(try first.file(format, scale: 1) == second.file(format, scale: 1))
  }

  @Test func whatIsTooLargeSaysSo() throws {
    let sketch = try DrawnFigures.sketch("plt.figure(figsize=(400, 400)); plt.plot([1, 2])")
    #expect { try sketch.file(.png, scale: 1) } throws: {
      ($0 as? PictureError)?.message == "a picture of 40000 x 40000 pixels is too large to be drawn"
    }
  }
}
