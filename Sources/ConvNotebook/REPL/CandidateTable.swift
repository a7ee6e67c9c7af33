import Cells

/// Candidates side by side in columns, read downwards as `ls` has them.
struct CandidateTable {
  private let candidates: [String]
  private let columns: Int

  init(_ candidates: [String], columns: Int) {
    self.candidates = candidates
    self.columns = columns
  }

  /// As many as there is room for; the last line says how many more there are.
  func lines(atMost limit: Int) -> [String] {
    let width = (candidates.map(\.displayWidth).max() ?? 0) + 2
    let perLine = max(1, columns / width)
    let needed = (candidates.count + perLine - 1) / perLine
    if needed <= limit { return lines(candidates[...], count: needed, width: width) }
    let shown = candidates.prefix((limit - 1) * perLine)
    let rest = "... and \(candidates.count - shown.count) more"
    return (limit > 1 ? lines(shown, count: limit - 1, width: width) : []) + [rest]
  }

  private func lines(_ candidates: ArraySlice<String>, count: Int, width: Int) -> [String] {
    (0..<count).map { line in
      stride(from: line, to: candidates.count, by: count).map { index in
        let candidate = candidates[candidates.startIndex + index]
        let isLast = index + count >= candidates.count
        return isLast ? candidate : candidate + String(repeating: " ", count: width - candidate.displayWidth)
      }.joined()
    }
  }
}
