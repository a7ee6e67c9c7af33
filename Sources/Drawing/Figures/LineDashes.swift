import Cells

/// The strokes and gaps of a line.
struct LineDashes {
  /// `nil` where there is no line at all.
  private(set) var pattern: [Double]? = []
  private var offset = 0.0

  init(_ value: StyleValue?) {
    switch value {
    case .text(let name):
      switch name {
      case "--", "dashed": pattern = [3.7, 1.6]
      case "-.", "dashdot": pattern = [6.4, 1.6, 1, 1.6]
      case ":", "dotted": pattern = [1, 1.65]
      case "None", "none", " ", "": pattern = nil
      default: break
      }
    case .list(let parts):
      // (offset, (on, off, ...))
      offset = parts.first?.number ?? 0
      pattern = parts.last?.list?.compactMap(\.number) ?? []
    default: break
    }
  }

  var isLine: Bool { pattern != nil }

  /// Lengths grow with the width of the line.
  func apply(to pen: inout Pen, _ pixelsPerPoint: Double) {
    guard let pattern else { return pen.width = 0 }
    if pattern.isEmpty || pattern.contains(where: { $0 < 0 }) || pattern.reduce(0, +) <= 0 { return }
    pen.dashes = pattern.map { $0 * pen.width }
    pen.dashOffset = offset * pen.width
    pen.cap = .butt
  }
}
