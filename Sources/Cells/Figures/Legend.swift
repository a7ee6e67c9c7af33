/// Says which artist means what.
package final class Legend: Artist, @unchecked Sendable {
  package struct Entry: Sendable {
    package let text: String
    package let artist: FigurePart?

    package init(_ text: String, _ artist: FigurePart?) {
      self.text = text
      self.artist = artist
    }
  }

  package let entries: [Entry]
  package var title: String

  package init(_ entries: [Entry], title: String = "", style: Style) {
    self.entries = entries
    self.title = title
    super.init(style)
  }

  package override var isBounded: Bool { false }
  package override var kind: String { "Legend" }

  package override func addData(to digest: inout FigureDigest) {
    digest.add(entries.map(\.text))
    digest.add(title)
  }

  package override var words: String {
    "legend " + entries.map { FigureWords.quoted($0.text) }.joined(separator: ", ")
  }
}

/// Shows which number has which colour; it fills axes of its own.
package final class ColourBar: FigurePart, @unchecked Sendable {
  package let artist: MappedArtist
  package weak var axes: FigureAxes?
  /// The axes that gave it room.
  package weak var parent: FigureAxes?
  package var style: Style

  package init(_ artist: MappedArtist, in axes: FigureAxes, beside parent: FigureAxes?, style: Style) {
    self.artist = artist
    self.axes = axes
    self.parent = parent
    self.style = style
  }

  func add(to digest: inout FigureDigest) {
    digest.add("colour bar")
    digest.add(style)
    artist.add(to: &digest)
  }

  var words: String {
    let range = artist.colourRange.map { " \(FigureWords.number($0.0)) to \(FigureWords.number($0.1))," } ?? ""
    return "colour bar\(range) \(artist.mapping.map)"
  }
}
