/// A text on a figure: a title, a label, or one at a place of its own.
package final class FigureText: Artist, @unchecked Sendable {
  /// What the place is counted in.
  package enum Coordinates: Sendable { case data, axes, figure }

  /// A coordinate, written as the cell wrote it: `1` and `1.0` are different there.
  package struct Coordinate: Sendable {
    package let value: Double
    package let text: String

    package init(_ value: Double, _ text: String) {
      self.value = value
      self.text = text
    }
  }

  package var text: String
  package var x: Coordinate
  package var y: Coordinate
  package let coordinates: Coordinates
  /// What an annotation points at.
  package let target: (x: Double, y: Double)?
  /// Whether words for the figure need not mention it, since they have it elsewhere.
  package let isTitle: Bool

  package init(
    _ text: String, x: Coordinate, y: Coordinate, coordinates: Coordinates, target: (x: Double, y: Double)? = nil,
    isTitle: Bool = false, style: Style = Style()
  ) {
    self.text = text
    self.x = x
    self.y = y
    self.coordinates = coordinates
    self.target = target
    self.isTitle = isTitle
    super.init(style)
  }

  package override var isBounded: Bool { false }
  package override var kind: String { target == nil ? "Text" : "Annotation" }

  package override func addData(to digest: inout FigureDigest) {
    digest.add(text)
    digest.add([x.value, y.value])
    digest.add("\(coordinates)")
    digest.add(target.map { [$0.x, $0.y] })
  }

  package override var words: String { text.isEmpty || isTitle ? "" : "text \(FigureWords.quoted(text))" }
}
