extension Figure {
  /// A line for each axes, for people who do not see the picture; before them the figure's own title.
  package var words: [String] {
    var lines: [String] = []
    if let title, !title.text.isEmpty { lines.append("title \(FigureWords.quoted(title.text))") }
    for text in texts where !text.words.isEmpty { lines.append(text.words) }
    return lines
      + axes.enumerated().map { index, axes in
        let words = axes.words
        return words.isEmpty ? "axes \(index + 1)" : "axes \(index + 1): \(words)"
      }
  }
}

extension FigureAxes {
  /// `title "Cost"; x "iterations"; line of 100 points, 0.1 to 2.3`
  package var words: String {
    var parts: [String] = []
    for place in [TitlePlace.left, .center, .right] {
      if let title = titles[place], !title.text.isEmpty { parts.append("title \(FigureWords.quoted(title.text))") }
    }
    if !xAxis.label.text.isEmpty { parts.append("x \(FigureWords.quoted(xAxis.label.text))") }
    if !yAxis.label.text.isEmpty { parts.append("y \(FigureWords.quoted(yAxis.label.text))") }
    for (name, axis) in [("x", xAxis), ("y", yAxis)] where axis.range.scale != .linear {
      parts.append("\(name) scale \(axis.range.scale.rawValue)")
    }
    parts += grouped(artists.map(\.words).filter { !$0.isEmpty })
    for case let bars as BarContainer in containers { parts.append(bars.words) }
    if let legend { parts.append(legend.words) }
    if let colourBar { parts.append(colourBar.words) }
    if !isShown { parts.append("axis off") }
    return parts.joined(separator: "; ")
  }

  /// Says what comes several times in a row once, and no more than ten things.
  private func grouped(_ words: [String]) -> [String] {
    var groups: [(text: String, count: Int)] = []
    for text in words {
      if let last = groups.last, last.text == text {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((text, 1))
      }
    }
    let shown = groups.prefix(10).map { $0.count == 1 ? $0.text : "\($0.count) times \($0.text)" }
    return groups.count > 10 ? shown + ["\(groups.count - 10) more"] : shown
  }
}
