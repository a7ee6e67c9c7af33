import Foundation
import Markup
import Testing

@Suite struct CommonMarkTests {
  @Test("texts are read at the same time as others are, with all that GitHub's Markdown has")
  func threads() {
    let text = String(repeating: "~~struck~~ and www.example.com and *more* of it\n\n", count: 40)
    let expected = CommonMark.unsafeHTML(of: text)
    #expect(expected.contains("<del>struck</del> and <a href"))
    DispatchQueue.concurrentPerform(iterations: 400) { _ in
      let html = CommonMark.unsafeHTML(of: text)
      #expect(html == expected)
    }
  }
}
