import Cells
import HTML
import Synchronization
import Testing

@Suite("Pictures on pages")
struct MediaTests {
  private let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 1, 2]

  @Test("puts files beside the notebook into the page")
  func embedded() {
    let media = MediaEmbedding { [png] path in path == "images/a b.png" ? png : nil }
    #expect(
      proseHTML("<img src=\"images/a%20b.png\" style=\"width:800px\">", media: media)
        == "<img src=\"data:image/png;base64,iVBORwEC\" alt=\"\" style=\"width:800px\">\n")
    #expect(
      proseHTML("![Two *words*](<images/a b.png>)", media: media)
        == "<p><img src=\"data:image/png;base64,iVBORwEC\" alt=\"Two words\"></p>\n")
  }

  @Test("links to what it cannot put in")
  func missing() {
    #expect(
      proseHTML("<img src=\"images/x.png\">") == "<a class=\"missing\" href=\"images/x.png\">x.png</a>\n")
    #expect(
      proseHTML("![A cat](https://example.org/cat.png)")
        == "<p><a class=\"missing\" href=\"https://example.org/cat.png\">A cat</a></p>\n")
    #expect(
      proseHTML("[![y](https://x.org/y.svg)](https://x.org)")
        == "<p><a href=\"https://x.org\" rel=\"noopener noreferrer\"><span class=\"missing\">y</span></a></p>\n")
    #expect(proseHTML("<img src=\"data:text/html,x\" alt=\"y\">") == "<span class=\"missing\">y</span>\n")
  }

  @Test(
    "asks for no file outside the notebook's folder",
    arguments: [
      "/etc/passwd.png", "../x.png", "a/../../x.png", "a/%2e%2e/x.png", "file:///x.png", "//host/x.png", "..\\x.png",
      "x%00.png", "",
    ])
  func folder(_ address: String) {
    let asked = Mutex<[String]>([])
    let media = MediaEmbedding { path in
      asked.withLock { $0.append(path) }
      return nil
    }
    _ = proseHTML("<img src=\"\(address)\">", media: media)
    #expect(asked.withLock { $0 } == [])
  }

  @Test("puts in only what is a picture, whatever it is called")
  func contents() {
    let media = MediaEmbedding { _ in Array("root:x:0:0".utf8) }
    #expect(proseHTML("![p](x.png)", media: media) == "<p><a class=\"missing\" href=\"x.png\">p</a></p>\n")
    let film = MediaEmbedding { _ in [0, 0, 0, 24] + Array("ftypmp42".utf8) }
    #expect(
      proseHTML("<video width=\"620\" src=\"x.mp4\" controls>\n</video>", media: film)
        == "<video controls src=\"data:video/mp4;base64,AAAAGGZ0eXBtcDQy\" width=\"620\"></video>\n\n")
  }

  @Test("shows a cell's picture with its text as the alternative")
  func outputs() {
    let data = ExportedData(text: "<Figure size 432x288 with 1 Axes>", picture: ExportedPicture(.png, png))
    #expect(
      outputHTML(.display(data))
        == """
        <div class="output">
        <img class="picture" src="data:image/png;base64,iVBORwEC" alt="&lt;Figure size 432x288 with 1 Axes&gt;">
        </div>

        """)
  }
}
