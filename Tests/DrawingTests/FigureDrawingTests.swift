import Cells
import Drawing
import Testing

@Suite struct FigureDrawingTests {
  @Test func theFrameStandsWhereMatplotlibPutsIt() throws {
    let pixels = try DrawnFigures.pixels("plt.plot([0, 1], [0, 1])")
    #expect((pixels.width, pixels.height) == (640, 480))
    // From 80 to 576 and from 58 to 427, counted in pixels.
    #expect(pixels.rgb(80, 200)[0] < 40)
    #expect(pixels.rgb(576, 200)[0] < 40)
    #expect(pixels.rgb(300, 427)[0] < 40)
    #expect(pixels.rgb(300, 58)[0] < 40)
    #expect(pixels.rgb(300, 90) == [255, 255, 255])
    #expect(pixels.rgb(5, 5) == [255, 255, 255])
  }

  @Test func aLineGoesThroughItsPoints() throws {
    let pixels = try DrawnFigures.pixels("plt.plot([0, 1], [0, 1]); plt.xlim(0, 1); plt.ylim(0, 1)")
    // The middle of the axes.
    #expect(pixels.rgb(328, 242)[2] > pixels.rgb(328, 242)[0])
    #expect(pixels.rgb(328, 150) == [255, 255, 255])
  }

  @Test("cells of an image have exactly their colours", arguments: [0, 1, 2, 3])
  func images(row: Int) throws {
    let pixels = try DrawnFigures.pixels("plt.imshow(np.arange(16).reshape(4, 4) * 17, cmap='gray', vmin=0, vmax=255)")
    for column in 0..<4 {
      // The axes are a square of 369.6 pixels in the middle.
      let (x, y) = (143 + Int((Double(column) + 0.5) * 92.4), 58 + Int((Double(row) + 0.5) * 92.4))
      let grey = UInt8((row * 4 + column) * 17)
      #expect(pixels.rgb(x, y) == [grey, grey, grey])
      #expect(pixels.rgb(x - 40, y + 40) == [grey, grey, grey])
    }
  }

  @Test func picturesOfColoursKeepThem() throws {
    let pixels = try DrawnFigures.pixels(
      "plt.imshow(np.array([[[10, 20, 30], [200, 100, 0]]], dtype=np.uint8)); plt.axis('off')")
    #expect(pixels.rgb(200, 240) == [10, 20, 30])
    #expect(pixels.rgb(500, 240) == [200, 100, 0])
  }

  @Test func shrunkPicturesAreAveraged() throws {
    let code = "a = np.indices((1000, 1000)).sum(axis=0) % 2\nplt.imshow(a, cmap='gray', interpolation="
    let smooth = try DrawnFigures.pixels(code + "'antialiased')")
    let middle = smooth.rgb(320, 240)[0]
    #expect(100...155 ~= middle)
    let sharp = try DrawnFigures.pixels(code + "'nearest')")
    #expect(sharp.count((300..<340, 220..<260), near: [128, 128, 128]) == 0)
  }

  @Test func marksAndLabelsAreTextsInTheirPlaces() throws {
    let sketch = try DrawnFigures.sketch(
      "plt.plot([0, 10], [0, -1]); plt.title('Cost'); plt.xlabel('epochs'); plt.ylabel('J')")
    for number in ["0", "2", "4", "6", "8", "10", "0.0", "\u{2212}0.2", "\u{2212}1.0"] {
      #expect(sketch.words.contains(number))
    }
    let (title, x, y) = (
      try #require(sketch.text("Cost")), try #require(sketch.text("epochs")), try #require(sketch.text("J"))
    )
    #expect(title.origin.y < 57.6 && abs(title.middle.x - 328) < 1)
    #expect(x.origin.y > 440 && abs(x.middle.x - 328) < 1)
    #expect(y.angle == 90 && y.middle.x < 40 && abs(y.middle.y - 242.4) < 3)
    let five = try #require(sketch.text("4"))
    let ten = try #require(sketch.text("10"))
    // 4 and 10 of 0 to 10 with a margin of a twentieth.
    #expect(abs(five.middle.x - (80 + 496 * (4.5 / 11))) < 1)
    #expect(abs(ten.middle.x - (80 + 496 * (10.5 / 11))) < 1)
  }

  @Test func axesThatAreOffLeaveThePicture() throws {
    let sketch = try DrawnFigures.sketch("plt.imshow(np.eye(3)); plt.axis('off')")
    #expect(sketch.words.isEmpty)
    #expect(try DrawnFigures.pixels("plt.imshow(np.eye(3)); plt.axis('off')").rgb(143, 57) == [255, 255, 255])
  }

  @Test func legendsKeepAwayFromTheData() throws {
    let rising = try #require(try DrawnFigures.sketch("plt.plot([0, 1], [0, 1], label='up'); plt.legend()").text("up"))
    let falling = try #require(
      try DrawnFigures.sketch("plt.plot([0, 1], [1, 0], label='down'); plt.legend()").text("down"))
    #expect(rising.origin.x < 300 && rising.origin.y < 200)
    #expect(falling.origin.x > 400 && falling.origin.y < 200)
  }

  @Test func colourBarsStandBesideAndNameTheirRange() throws {
    let sketch = try DrawnFigures.sketch("plt.imshow(np.arange(4).reshape(2, 2)); plt.colorbar(label='height')")
    let label = try #require(sketch.text("height"))
    #expect(label.angle == 90 && label.origin.x > 500)
    #expect(sketch.words.contains("3.0"))
    let pixels = try sketch.pixels()
    // viridis from below to above, in the bar.
    #expect(pixels.count((x: 470..<520, y: 410..<420), near: [68, 1, 84]) > 100)
    #expect(pixels.count((x: 470..<520, y: 65..<75), near: [253, 231, 37]) > 100)
  }

  @Test func longLinesAreDrawnAsTheyLook() throws {
    let start = ContinuousClock.now
    let pixels = try DrawnFigures.pixels(
      "plt.plot(np.tile([0, 1], 50000)); x = np.linspace(0, 900, 30000); plt.plot(x * np.cos(x), x * np.sin(x))",
      scale: 0.5)
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(pixels.count((x: 0..<pixels.width, y: 0..<pixels.height), near: [255, 255, 255]) > 50_000)
    let band = try DrawnFigures.pixels("plt.plot(np.tile([0, 1], 50000))")
    // From the lowest to the highest point everywhere.
    #expect(band.count((x: 150..<500, y: 80..<400), near: [31, 119, 180]) == 350 * 320)
  }

  @Test func aPictureIsTheFigureAsItWasShown() throws {
    let sketches = try DrawnFigures.sketches(
      """
      fig, ax = plt.subplots()
      ax.plot([1, 2])
      display(fig)
      ax.set_title('later')
      """)
    #expect(sketches.count == 2)
    #expect(!sketches[0].words.contains("later"))
    #expect(sketches[1].words.contains("later"))
  }

  @Test(
    "is drawn",
    arguments: [
      "plt.scatter([1, 2], [3, 4], c=[0, 1], s=[20, 200], cmap='plasma')", "plt.bar(['a', 'b'], [1, 2], hatch='/')",
      "plt.barh([1, 2], [3, 4])", "plt.hist(np.arange(20) % 7, bins=7)", "plt.pie([1, 2, 3], labels=['a', 'b', 'c'])",
      "plt.fill_between([0, 1, 2], [1, 2, 1])", "plt.errorbar([1, 2], [1, 2], yerr=0.2, capsize=3)",
      "plt.stem([1, 2, 3])", "plt.step([1, 2, 3], [1, 3, 2])", "plt.semilogy([1, 10, 1000])",
      "plt.loglog([1, 10], [1, 9])",
      "plt.contour(np.outer(np.arange(5), np.arange(5)))", "plt.contourf(np.outer(np.arange(5), np.arange(5)))",
      "plt.pcolormesh(np.arange(12).reshape(3, 4))", "plt.pcolormesh([0, 1, 4], [0, 1, 3], [[1, 2], [3, 4]])",
      "plt.hlines([1, 2], 0, 1)", "plt.axvspan(1, 2, alpha=0.3); plt.axhline(1)", "plt.matshow(np.eye(3))",
      "plt.plot([1, 2], 'r--o', markevery=1)", "plt.text(0.5, 0.5, 'a', rotation=30, bbox=dict(facecolor='red'))",
      "plt.annotate('a', (0.2, 0.2), (0.6, 0.6), arrowprops=dict(arrowstyle='->'))",
      "plt.plot([1, 2]); plt.twinx().plot([9, 3])",
      "plt.subplots(2, 3, sharex=True)[0].tight_layout()", "plt.plot([0, 1], marker='$x$')",
      "plt.plot([np.nan, np.inf, 1], [1, 2, np.nan])", "plt.imshow(np.full((2, 2), np.nan))",
      "plt.plot([1e-300, 1e300])",
      "plt.yscale('symlog'); plt.plot([-100, 100])", "plt.yscale('logit'); plt.plot([0.1, 0.9])",
    ])
  func kinds(code: String) throws {
    let pixels = try DrawnFigures.pixels(code)
    let ink = stride(from: 0, to: pixels.bytes.count, by: 4).count { pixels.bytes[$0] != 255 }
    #expect(ink > 500)
  }
}
