/// A submission that has run from its first cell to its last, and answers what a key asks.
///
/// A cell that takes too much or ends the process is left out from then on: the others run again in a new process, so
/// that it costs no exercise but its own.
final class StudentSession {
  typealias MakeRunner = () -> any SubmissionRunner

  private let cells: [Submission.Cell]
  private let makeRunner: MakeRunner
  /// What stands in for the submission's own functions once its cells have run.
  private let lent: LentFunctions?
  private var runner: (any SubmissionRunner)?
  /// What each cell ended with; of a cell that is left out, the ending for which it is.
  private(set) var outcomes: [CellOutcome]
  private var leftOut: Set<Int> = []
  private var restarts = 0

  /// By function: one that never ends is not asked again and again.
  private var timeOuts: [String: Int] = [:]
  private static let mostTimeOuts = 2

  /// So often a submission may take its process down: each time all of its cells run again.
  private static let mostRestarts = 8

  init(_ submission: Submission, lent: LentFunctions? = nil, makeRunner: @escaping MakeRunner) {
    cells = submission.cells
    self.makeRunner = makeRunner
    self.lent = lent
    outcomes = Array(repeating: CellOutcome(ending: .completed), count: cells.count)
  }

  /// Runs all cells, if they have not run yet.
  func start() { _ = running() }

  private func running() -> any SubmissionRunner {
    if let runner { return runner }
    while true {
      let runner = makeRunner()
      if runCells(runner) || leftOut.count == cells.count {
        if let lent { runner.lend(lent) }
        self.runner = runner
        return runner
      }
    }
  }

  /// Whether the process is alive after the last cell.
  private func runCells(_ runner: any SubmissionRunner) -> Bool {
    for (index, cell) in cells.enumerated() where !leftOut.contains(index) {
      outcomes[index] = runner.run(cell: cell.code, name: "cell \(cell.id ?? "\(index + 1)")")
      if outcomes[index].endsProcess {
        leftOut.insert(index)
        return false
      }
    }
    return true
  }

  /// Forgets a process that does not answer any more.
  private func checked<Given>(_ outcome: Outcome<Given>) -> Outcome<Given> {
    switch outcome {
    case .timeOut, .memory, .died, .tampered:
      restarts += 1
      if restarts <= Self.mostRestarts { runner = nil }
    case .value, .raised, .missing, .operations, .output: break
    }
    return outcome
  }

  func value(of expression: String) -> Outcome<PlainValue> { checked(running().value(of: expression)) }

  func call(
    _ function: String, _ arguments: [PlainValue], keywords: [(String, PlainValue)] = [], seed: UInt32? = nil
  ) -> Outcome<CallResult> {
    if timeOuts[function, default: 0] >= Self.mostTimeOuts { return .timeOut }
    let outcome = checked(running().call(function, arguments: arguments, keywords: keywords, seed: seed))
    switch outcome {
    case .timeOut, .operations: timeOuts[function, default: 0] += 1
    default: break
    }
    // A name that the function's own code lacks is an error of that code.
    if case .missing(let name) = outcome, name != function {
      return .raised(class: "NameError", message: "name '\(name)' is not defined")
    }
    return outcome
  }
}

extension CellOutcome {
  fileprivate var endsProcess: Bool {
    switch ending {
    case .died, .tampered, .limit(.time), .limit(.memory): true
    case .completed, .raised, .limit: false
    }
  }
}
