/// Artists that one call made and that belong together: a tuple for cells.
package class ArtistContainer: FigurePart, @unchecked Sendable {
  package let label: String

  package init(label: String) { self.label = label }

  /// matplotlib's name: `BarContainer`.
  package var className: String { "Container" }
  package var members: [Artist] { [] }
}

package final class BarContainer: ArtistContainer, @unchecked Sendable {
  package let bars: [Rectangle]
  package let isVertical: Bool

  package init(_ bars: [Rectangle], isVertical: Bool, label: String) {
    self.bars = bars
    self.isVertical = isVertical
    super.init(label: label)
  }

  package override var className: String { "BarContainer" }
  package override var members: [Artist] { bars }

  var words: String {
    let lengths = bars.map { isVertical ? $0.y + $0.height : $0.x + $0.width }.filter(\.isFinite)
    let name = label.isEmpty || label.hasPrefix("_") ? "" : " \(FigureWords.quoted(label))"
    guard let low = lengths.min(), let high = lengths.max() else { return "0 bars\(name)" }
    return FigureWords.count(bars.count, "bar") + name + ", \(FigureWords.number(low)) to \(FigureWords.number(high))"
  }
}

/// A line, the caps of its error bars and the bars themselves.
package final class ErrorBarContainer: ArtistContainer, @unchecked Sendable {
  package let line: Line?
  package let bars: [Segments]

  package init(line: Line?, bars: [Segments], label: String) {
    self.line = line
    self.bars = bars
    super.init(label: label)
  }

  package override var className: String { "ErrorbarContainer" }
  package override var members: [Artist] { [line].compactMap(\.self) + bars }
}

package final class StemContainer: ArtistContainer, @unchecked Sendable {
  package let heads: Line
  package let stems: Segments
  package let base: Line

  package init(heads: Line, stems: Segments, base: Line, label: String) {
    self.heads = heads
    self.stems = stems
    self.base = base
    super.init(label: label)
  }

  package override var className: String { "StemContainer" }
  package override var members: [Artist] { [heads, stems, base] }
}
