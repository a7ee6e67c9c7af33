/// Whether a cell's output is what running it now would give.
package enum Freshness: Sendable, Equatable {
  /// Not in this session.
  case neverRun
  case fresh
  /// Reasons in this order: its own, then other cells in the order of the notebook.
  case stale([StaleReason])
}

package enum StaleReason: Sendable, Equatable {
  /// Its code changed after it ran.
  case edited
  /// Its last run ended in an error, at a limit or by an interruption.
  case failed(CellResult.Ending)
  /// Something about a cell that gave it values, or should have: the names are sorted.
  case source(cell: String, names: [String], SourceChange)
  /// It read names that were given a value at the prompt.
  case prompt(names: [String])
}

/// What happened to a cell whose names another one reads.
package enum SourceChange: Sendable, Equatable, CaseIterable {
  /// Its code changed.
  case changed
  /// It ran again, and may have left other values.
  case ranAgain
  /// It stands above the reading cell, gives one of its names, and ran only after it.
  case ranAfter
  case failed
  /// It is stale itself.
  case stale
  case deleted
}

/// Finds out which cells of a notebook are stale.
///
/// A run read names, each given by a run of some cell. The reading cell is stale as soon as its own code differs from
/// what ran, or one of those cells has changed, has run again with other code or on other values, has failed, is
/// stale itself or is gone; or when a cell that stands between the two has given the name since. A cell that ran again
/// with the same code on the same values leaves its readers fresh, unless it changes what it reads (`x += 1`) or asks a
/// clock.
package struct FreshnessReport: Sendable {
  package let cells: [(id: String, freshness: Freshness)]

  /// - Parameter cells: of the notebook, in order.
  package init(of cells: [Cell], in history: RunHistory) {
    var search = FreshnessSearch(cells, history)
    self.cells = cells.map { ($0.id, search.freshness(of: $0.id)) }
  }

  package subscript(id: String) -> Freshness? { cells.first { $0.id == id }?.freshness }

  /// Ids of the cells that are stale, in order.
  package var stale: [String] { cells.filter { if case .stale = $0.freshness { true } else { false } }.map(\.id) }
}

private struct FreshnessSearch {
  private let history: RunHistory
  private let code: [String: String]
  private let positions: [String: Int]
  private var found: [String: Freshness] = [:]

  init(_ cells: [Cell], _ history: RunHistory) {
    self.history = history
    code = Dictionary(cells.map { ($0.id, $0.code) }) { first, _ in first }
    positions = Dictionary(cells.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  mutating func freshness(of id: String) -> Freshness {
    if let known = found[id] { return known }
    guard let run = history.lastRun(of: id) else { return .neverRun }
    // Cells that read each other's names in turn: what makes one stale does not come from itself.
    found[id] = .fresh
    let reasons = ownReasons(id, run) + sourceReasons(id, run)
    let freshness = reasons.isEmpty ? Freshness.fresh : .stale(reasons)
    found[id] = freshness
    return freshness
  }

  private func isEdited(_ id: String, since ran: String) -> Bool {
    code[id].map { $0.withoutTrailingBlankLines != ran.withoutTrailingBlankLines } ?? false
  }

  private func ownReasons(_ id: String, _ run: RunHistory.Run) -> [StaleReason] {
    if isEdited(id, since: run.code) { return [.edited] }
    return run.ending == .completed ? [] : [.failed(run.ending)]
  }

  private mutating func sourceReasons(_ id: String, _ run: RunHistory.Run) -> [StaleReason] {
    var names: [String: [SourceChange: Set<String>]] = [:]
    var typed: Set<String> = []
    for (name, source) in run.inputs {
      guard let cell = source.cell else {
        typed.insert(name)
        continue
      }
      if cell != id, let change = change(of: source, cell) {
        names[cell, default: [:]][change, default: []].insert(name)
      }
    }
    for (cell, given) in givenSince(id, run) { names[cell, default: [:]][.ranAfter, default: []].formUnion(given) }
    let reasons = names.sorted { position($0.key) < position($1.key) }.flatMap { cell, changes in
      SourceChange.allCases.compactMap { change in
        changes[change].map { StaleReason.source(cell: cell, names: $0.sorted(), change) }
      }
    }
    return reasons + (typed.isEmpty ? [] : [.prompt(names: typed.sorted())])
  }

  /// Cells that are gone come last.
  private func position(_ id: String) -> (Int, String) { (positions[id] ?? Int.max, id) }

  private mutating func change(of source: RunHistory.Source, _ cell: String) -> SourceChange? {
    guard code[cell] != nil else { return .deleted }
    guard let last = history.lastRun(of: cell), let ran = history.code(of: source) else { return nil }
    if isEdited(cell, since: ran) { return .changed }
    if last.ending != .completed { return .failed }
    if last.version != source.version { return .ranAgain }
    if case .stale = freshness(of: cell) { return .stale }
    return nil
  }

  /// Cells between the one that gave a name and this one, which gave the name after this one had read it.
  private func givenSince(_ id: String, _ run: RunHistory.Run) -> [String: Set<String>] {
    guard let own = positions[id], let index = history.lastRunIndex(of: id) else { return [:] }
    var given: [String: Set<String>] = [:]
    for (cell, position) in positions where position < own {
      guard let other = history.lastRunIndex(of: cell), other > index else { continue }
      let names = run.names.reads.intersection(history.runs[other].names.writes).filter { name in
        guard let source = run.inputs[name]?.cell, let place = positions[source], place < own else { return true }
        return place < position
      }
      if !names.isEmpty { given[cell] = names }
    }
    return given
  }
}

extension String {
  /// Two cells that differ in nothing else are the same cell.
  fileprivate var withoutTrailingBlankLines: Substring {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
