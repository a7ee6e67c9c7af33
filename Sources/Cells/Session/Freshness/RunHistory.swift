/// Which cells ran in a session, with which code, in which order, and which run gave each name that another one read.
package struct RunHistory: Sendable {
  /// The values that a run left behind. A cell that runs again with the same code on the same values leaves the same
  /// ones: its new run keeps the version of the old.
  typealias Version = Int

  /// Which run gave a name.
  struct Source: Sendable, Hashable {
    /// `nil` for what was typed at the prompt.
    let cell: String?
    let version: Version
  }

  struct Run: Sendable {
    let cell: String?
    let code: String
    /// What it read of other runs.
    let inputs: [String: Source]
    let names: CellNames
    let version: Version
    let ending: CellResult.Ending

    var source: Source { Source(cell: cell, version: version) }
  }

  private(set) var runs: [Run] = []
  /// The last run of each cell.
  private var lastRuns: [String: Int] = [:]
  /// The run that last gave each name.
  private var givers: [String: Int] = [:]
  private var versionCount = 0

  package init() {}

  package var isEmpty: Bool { lastRuns.isEmpty }

  /// Adds a run that has ended.
  ///
  /// - Parameters:
  ///   - cell: `nil` for code that was typed at the prompt.
  ///   - isExpected: whether it ended as the cell says that it has to, which counts as success.
  package mutating func add(cell: String?, code: String, ending: CellResult.Ending, isExpected: Bool = false) {
    let names = CellNames(of: code) { giver(of: $0)?.names.definitions[$0] ?? (giver(of: $0) == nil ? nil : .value) }
    var inputs: [String: Source] = [:]
    for name in names.reads.union([CellNames.Shared.printOptions]) { inputs[name] = giver(of: name)?.source }
    let ending = isExpected ? .completed : ending
    let run = Run(
      cell: cell, code: code, inputs: inputs, names: names,
      version: earlierVersion(cell, code, inputs, names, ending) ?? newVersion(), ending: ending)
    if let cell { lastRuns[cell] = runs.count }
    for name in names.writes { givers[name] = runs.count }
    runs.append(run)
  }

  private mutating func newVersion() -> Version {
    versionCount += 1
    return versionCount
  }

  private func earlierVersion(
    _ cell: String?, _ code: String, _ inputs: [String: Source], _ names: CellNames, _ ending: CellResult.Ending
  ) -> Version? {
    guard let cell, names.isRepeatable, ending == .completed else { return nil }
    return runs.last { run in
      run.cell == cell && run.ending == .completed && run.inputs == inputs && run.code == code
    }?.version
  }

  private func giver(of name: String) -> Run? {
    var indices = [givers[name]]
    if CellNames.isIdentifier(name) { indices.append(givers[CellNames.Shared.everything]) }
    let index = indices.compactMap { $0 }.max()
    return index.map { runs[$0] }
  }

  // MARK: - Questions

  func lastRun(of cell: String) -> Run? { lastRuns[cell].map { runs[$0] } }

  /// Its place among all runs.
  func lastRunIndex(of cell: String) -> Int? { lastRuns[cell] }

  /// The code that gave these values.
  func code(of source: Source) -> String? {
    runs.last { $0.cell == source.cell && $0.version == source.version }?.code
  }

  package func hasRun(_ cell: String) -> Bool { lastRuns[cell] != nil }

  /// The code that a cell last ran with.
  package func lastCode(of cell: String) -> String? { lastRun(of: cell)?.code }

  /// Ids of all cells that ran, of those as well that the notebook does not have any more.
  package var cells: Set<String> { Set(lastRuns.keys) }
}
