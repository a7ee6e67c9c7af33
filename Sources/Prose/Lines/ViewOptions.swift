/// What lines are made for.
package struct ViewOptions: Equatable, Sendable {
  /// The terminal's columns.
  package var columns: Int
  /// Whether signs stand for what colours would say: back-quotes round code, for instance.
  package var isPlain: Bool
  /// Prose is no wider, so that the eye finds the next line.
  package var widestProse = 100

  /// What has less is treated as if it had so many.
  package static let fewestColumns = 12

  package init(columns: Int, isPlain: Bool) {
    self.columns = max(columns, Self.fewestColumns)
    self.isPlain = isPlain
  }

  var proseWidth: Int { min(columns, widestProse) }
}
