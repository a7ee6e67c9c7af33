/// The marks that set off what students do not get: `### BEGIN SOLUTION` to `### END SOLUTION` and `### BEGIN HIDDEN
/// TESTS` to `### END HIDDEN TESTS`, as nbgrader and Otter write them. A mark stands on a line of its own.
struct SolutionMarks {
  enum Kind: String, CaseIterable {
    case solution = "SOLUTION"
    case hiddenTests = "HIDDEN TESTS"
  }

  struct Problem: Error {
    enum Kind {
      case neverEnded(SolutionMarks.Kind)
      case neverBegun(SolutionMarks.Kind)
      case nested(SolutionMarks.Kind, in: SolutionMarks.Kind)
    }
    let kind: Kind
    /// Counted from 0 in the cell's code.
    let line: Int
  }

  /// Without the lines of marks.
  private(set) var solved = ""
  /// With a stub for each solution, without hidden tests.
  private(set) var stripped = ""
  /// What the hidden tests hold.
  private(set) var hiddenTests = ""
  private(set) var hasSolution = false
  private(set) var hasHiddenTests = false

  /// - Parameter stub: the lines that stand in for a solution.
  init(_ code: String, stub: [String]) throws(Problem) {
    var open: (kind: Kind, line: Int)?
    var (solved, stripped, hidden): ([String], [String], [String]) = ([], [], [])
    for (number, line) in code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated() {
      if let (isBegin, kind) = SolutionMarks.mark(line) {
        if isBegin {
          if let open { throw Problem(kind: .nested(kind, in: open.kind), line: number) }
          open = (kind, number)
          if kind == .solution {
            hasSolution = true
            let margin = line.prefix { $0 == " " || $0 == "\t" }
            stripped += stub.map { $0.isEmpty ? "" : margin + $0 }
          } else {
            hasHiddenTests = true
          }
        } else {
          guard open?.kind == kind else { throw Problem(kind: .neverBegun(kind), line: number) }
          open = nil
        }
        continue
      }
      switch open?.kind {
      case nil:
        solved.append(line)
        stripped.append(line)
      case .solution: solved.append(line)
      case .hiddenTests: hidden.append(line)
      }
    }
    if let open { throw Problem(kind: .neverEnded(open.kind), line: open.line) }
    self.solved = solved.joined(separator: "\n")
    self.stripped = stripped.joined(separator: "\n")
    hiddenTests = hidden.joined(separator: "\n")
  }

  private static func mark(_ line: String) -> (isBegin: Bool, Kind)? {
    let words = line.trimmingBlanks
    guard words.hasPrefix("###") else { return nil }
    let text = words.drop { $0 == "#" }.trimmingBlanks
    for kind in Kind.allCases {
      if text == "BEGIN \(kind.rawValue)" { return (true, kind) }
      if text == "END \(kind.rawValue)" { return (false, kind) }
    }
    return nil
  }
}
