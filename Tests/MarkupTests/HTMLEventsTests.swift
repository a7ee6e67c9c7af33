import Markup
import Testing

@Suite("HTML as elements that nest")
struct HTMLEventsTests {
  /// `+b` for a start, `-b` for an end, `br.` for an empty element, text in quotes, `?` before tags that are none.
  private func events(_ html: String) -> String {
    var events = HTMLEvents(html)
    var words: [String] = []
    while let event = events.next() {
      switch event {
      case .start(let tag): words.append("+\(tag.name)")
      case .end(let name): words.append("-\(name)")
      case .empty(let tag): words.append("\(tag.name).")
      case .text(let text): words.append("'\(text)'")
      case .unknownTag(let source): words.append("?\(source)")
      }
    }
    return words.joined(separator: " ")
  }

  @Test(
    "closes what is open and puts in what goes without saying",
    arguments: [
      ("<b>x</b>", "+b 'x' -b"),
      ("<b>x", "+b 'x' -b"),
      ("x</b>", "'x'"),
      ("<u><font>x</u>y", "+u +font 'x' -font -u 'y'"),
      ("<p>a<p>b", "+p 'a' -p +p 'b' -p"),
      ("<p>a<div>b</div>", "+p 'a' -p +div 'b' -div"),
      ("<ul><li>a<li>b</ul>", "+ul +li 'a' -li +li 'b' -li -ul"),
      ("<ul><li>a<ul><li>b</ul><li>c</ul>", "+ul +li 'a' +ul +li 'b' -li -ul -li +li 'c' -li -ul"),
      ("<dl><dt>a<dd>b</dl>", "+dl +dt 'a' -dt +dd 'b' -dd -dl"),
      ("<table><td>a<td>b<tr><td>c</table>", "+table +tr +td 'a' -td +td 'b' -td -tr +tr +td 'c' -td -tr -table"),
      ("<td>a</td><caption>b", "'a' 'b'"),
      ("<table><td></tr></b>x</table>", "+table +tr +td -td -tr 'x' -table"),
      ("a<br>b<br/>c<br\\>d</br>", "'a' br. 'b' br. 'c' br. 'd'"),
      ("<img src=x><hr><video></video>", "img. hr. video."),
      ("<B>x</B>", "+b 'x' -b"),
      ("a <your name> b", "'a ' ?<your name> ' b'"),
      ("a<!-- <b> -->b", "'a' 'b'"),
      ("<script><b></script>x", "'x'"),
      ("2 < 3 &lt; <", "'2 < 3 &lt; <'"),
    ])
  func nesting(_ html: String, _ expected: String) {
    #expect(events(html) == expected)
  }

  @Test("leaves elements out that are nested too deeply, and keeps their contents")
  func depth() {
    let text = events(String(repeating: "<div>", count: 1000) + "x")
    #expect(text.split(separator: " ").filter { $0 == "+div" }.count == 200)
    #expect(text.split(separator: " ").filter { $0 == "-div" }.count == 200)
    #expect(text.contains("'x'"))
  }

  @Test(
    "decodes character references in attributes and text",
    arguments: [
      ("&amp;&lt;&#65;&#x42;&nbsp;", "&<AB\u{A0}"), ("&unknown; & &#0; &#xD800;", "&unknown; & &#0; &#xD800;"),
      ("AT&T", "AT&T"),
    ])
  func references(_ text: String, _ expected: String) {
    #expect(CharacterReferences.decoded(text) == expected)
  }
}
