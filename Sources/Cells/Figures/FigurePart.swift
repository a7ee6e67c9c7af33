/// A figure, or anything in it.
///
/// A figure owns its axes and those own what is drawn on them; nothing refers back but weakly, so a closed figure goes
/// away as a whole.
package class FigurePart: @unchecked Sendable {
  /// What stands for this part in a language, as long as something there refers to it.
  package final weak var handle: AnyObject?

  package init() {}
}

/// What is drawn on axes or on a figure.
package class Artist: FigurePart, @unchecked Sendable {
  package final var style: Style
  /// Taken away by `remove()`.
  package final weak var axes: FigureAxes?

  package init(_ style: Style = Style()) { self.style = style }

  /// The properties that its class has.
  package var properties: PropertyList { PropertyList.text }
  /// What kind of thing it is, for the digest.
  package var kind: String { properties.className }

  /// Whether it has a part in the axes' limits.
  package var isBounded: Bool { true }
  /// Where its data lie; `nil` for what has no part in the axes' limits. O(n).
  package var bounds: DataBounds? { nil }
  /// Coordinates that automatic margins do not go beyond: the foot of a bar.
  package var stickyX: [Double] { [] }
  package var stickyY: [Double] { [] }

  /// Adds what it holds besides its style.
  package func addData(to digest: inout FigureDigest) {}

  /// What it is, in a few words: `line of 100 points, 0.1 to 2.3`. Empty for what words need not mention.
  package var words: String { "" }

  /// The label that a legend shows.
  package final var label: String? {
    guard let text = style["label"]?.text, !text.isEmpty, !text.hasPrefix("_") else { return nil }
    return text
  }

  package final func add(to digest: inout FigureDigest) {
    digest.add(kind)
    digest.add(style)
    addData(to: &digest)
  }
}
