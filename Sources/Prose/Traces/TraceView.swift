import Arrays
import Cells
import Layers

/// A trace's screen: the arrays with the step's window marked, then the step's formula.
package struct TraceView: Sendable {
  package var walk: TraceWalk
  private let text: TraceText

  /// `nil` for a trace without numbers.
  package init?(_ text: TraceText) {
    guard text.trace.stepCount > 0, text.trace.inputChannels > 0 else { return nil }
    self.text = text
    walk = TraceWalk(text.trace)
  }

  var trace: WindowTrace { text.trace }
  var names: TraceNames { text.names }

  /// `conv_forward  Z[0,1,2,0]  13/96  4/s`
  package func title(columns: Int) -> StyledLine {
    var line = StyledLine(trace.function.rawValue, SpanStyle(.heading(1)))
    line.append("  \(names.output(walk.place))  ")
    line.append("\(walk.step + 1)/\(trace.stepCount)", .mark)
    if walk.isPlaying { line.append("  ▶ \(walk.speed)/s", SpanStyle(.state(.good))) }
    return line.cut(to: columns)
  }

  /// - Parameters:
  ///   - columns: of the terminal.
  ///   - rows: that there is room for; there may be more lines.
  package func lines(columns: Int, rows: Int) -> [StyledLine] {
    let columns = max(columns, ViewOptions.fewestColumns)
    let text = channelSums(columns) + formula(columns) + pinnedFormula(columns)
    // Where there is little room, less is shown of large images, so that output and formula are seen without scrolling.
    let textRows = min(text.count, trace.isBackward ? 3 : 6)
    let grids = grids.map(\.remembering)
    var tallest = max(rows - 4, fewestRows)
    var shelves = shelves(grids, columns: columns, tallest: tallest)
    while tallest > fewestRows, shelves.joined().count + textRows > rows {
      tallest -= 1
      shelves = self.shelves(grids, columns: columns, tallest: tallest)
    }
    // Blank lines between shelves only where that costs nothing.
    let hasRoom = shelves.joined().count + shelves.count + text.count <= rows
    return Array(shelves.joined(separator: hasRoom ? [StyledLine()] : [])) + text
  }

  // MARK: - Grids

  /// Rows that are shown of any array: a window's, unless it is large.
  private var fewestRows: Int { max(min(trace.grid.windowSize, 5), 3) }

  /// Grids beside each other as far as they fit, the rest below.
  ///
  /// - Parameter tallest: the most rows of one array.
  private func shelves(_ grids: [NumberGrid], columns: Int, tallest: Int) -> [[StyledLine]] {
    let gap = columns >= 72 ? 3 : 2
    // A large image leaves room for the filter beside itself.
    let widest = columns >= 72 ? columns * 3 / 4 : columns
    var shelves: [[StyledLine]] = []
    var shelf: [[StyledLine]] = []
    var width = 0
    func close() {
      var lines: [StyledLine] = []
      let height = shelf.map(\.count).max() ?? 0
      for row in 0..<height {
        var line = StyledLine()
        for (index, block) in shelf.enumerated() {
          if row < block.count { line.append(block[row]) }
          if index < shelf.count - 1 {
            let edge = shelf[...index].reduce(0) { $0 + $1.width + gap }
            line = line.padded(to: edge)
          }
        }
        lines.append(line.trimmed())
      }
      shelves.append(lines)
      (shelf, width) = ([], 0)
    }
    for grid in grids {
      let block = grid.lines(columns: widest, rows: tallest, digits: walk.digits)
      if !shelf.isEmpty, width + gap + block.width > columns { close() }
      width += (shelf.isEmpty ? 0 : gap) + block.width
      shelf.append(block)
    }
    close()
    return shelves
  }

  // MARK: - Text

  /// What each channel's products add up to: `channels  0: -1.01  [1: -0.90]  2: 0.68`
  private func channelSums(_ columns: Int) -> [StyledLine] {
    guard trace.kind == .convolution, trace.inputChannels > 1 else { return [] }
    let shown = walk.channel
    // As many on both sides of the one that is shown as there is room for.
    func entry(_ channel: Int) -> StyledLine {
      var text = "\(channel)"
      if !trace.isBackward, let sum = try? trace.sum(at: walk.place, channel: channel) {
        text += ": \(FloatText.fixed(sum.double, digits: walk.digits))"
      }
      return channel == shown ? StyledLine("[\(text)]", NumberGrid.marked) : StyledLine(" \(text) ")
    }
    let head = StyledLine(trace.isBackward ? "channel " : "sums by channel ", .mark)
    let room = columns - head.width - 4
    var line = entry(shown)
    var (first, last) = (shown, shown)
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      if last + 1 < trace.inputChannels, case let next = entry(last + 1), line.width + next.width <= room {
        (line, last, hasGrown) = (line + next, last + 1, true)
      }
      if first > 0, case let next = entry(first - 1), line.width + next.width <= room {
        (line, first, hasGrown) = (next + line, first - 1, true)
      }
    }
    if first > 0 { line = StyledLine("… ", .mark) + line }
    if last + 1 < trace.inputChannels { line.append(" …", .mark) }
    return [(head + line).trimmed().cut(to: columns)]
  }

  private func formula(_ columns: Int) -> [StyledLine] {
    [StyledLine()] + folded(equations(at: walk.place), columns)
  }

  private func pinnedFormula(_ columns: Int) -> [StyledLine] {
    guard let pinned = walk.pinned, pinned != walk.place else { return [] }
    return [StyledLine(), StyledLine("{pinned}", SpanStyle(.state(.warning)))] + folded(equations(at: pinned), columns)
  }

  /// With the numbers of the channel that is shown.
  private func equations(at place: WindowTrace.Place) -> [String] {
    var text = text
    text.options.precision = max(walk.digits, 1)
    let channel = trace.kind == .convolution ? walk.channel : place.channel
    let channels = channel..<min(channel + 1, trace.inputChannels)
    return (try? text.formula(at: place, channels: max(channels.lowerBound, 0)..<channels.upperBound))
      ?? ["there is not enough memory for the formula"]
  }

  private func folded(_ equations: [String], _ columns: Int) -> [StyledLine] {
    equations.flatMap { StyledLine($0).folded(to: columns, continuation: StyledLine("    ")) }
  }
}

extension [StyledLine] {
  /// Of the widest.
  var width: Int { map(\.width).max() ?? 0 }
}

extension Scalar {
  var double: Double { cast(to: Double.self) }
}
