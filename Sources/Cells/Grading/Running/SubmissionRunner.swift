/// Runs a submission: its cells, then what a key asks of it. The submission's names live on from one request to the next.
///
/// Nothing but `PlainValue`s and texts comes out, and no request takes longer than its limits.
package protocol SubmissionRunner: AnyObject {
  /// Whether the submission's names are gone, with its process: every further request is answered as the one that ended
  /// it was. To go on, start another runner and run the cells again.
  var hasEnded: Bool { get }

  func run(cell code: String, name: String) -> CellOutcome

  /// The value of an expression over the submission's names.
  func value(of expression: String) -> Outcome<PlainValue>

  /// Calls a function that the submission defined: Python's and NumPy's own, and the reference layers, are `missing`.
  /// - Parameter seed: what `np.random` starts from; `nil` leaves it as it is.
  func call(
    _ function: String, arguments: [PlainValue], keywords: [(String, PlainValue)], seed: UInt32?
  ) -> Outcome<CallResult>

  /// Puts functions among the submission's names that the grader answers; they replace what had these names.
  func lend(_ functions: LentFunctions)
}

/// What one cell printed and ended with.
package struct CellOutcome: Sendable, Equatable {
  package enum Ending: Sendable, Equatable {
    case completed
    /// `traceback` as the cell shows it.
    case raised(class: String, message: String, traceback: String)
    case limit(SubmissionLimit)
    case died(Death)
    case tampered(String)
  }

  package var outputs: [CellOutput]
  package var ending: Ending
  /// See `Interpreter.operations`; 0 where the process is gone.
  package var operations: Int

  package init(outputs: [CellOutput] = [], ending: Ending, operations: Int = 0) {
    self.outputs = outputs
    self.ending = ending
    self.operations = operations
  }
}

package struct CallResult: Sendable, Equatable {
  package var returned: PlainValue
  /// The positional arguments, then those of the keywords, as they were after the call.
  package var argumentsAfter: [PlainValue]
  /// What the call printed.
  package var outputs: [CellOutput]
  package var operations: Int

  package init(returned: PlainValue, argumentsAfter: [PlainValue], outputs: [CellOutput] = [], operations: Int = 0) {
    self.returned = returned
    self.argumentsAfter = argumentsAfter
    self.outputs = outputs
    self.operations = operations
  }
}

/// What a submission gave, or why it gave nothing.
package enum Outcome<Given: Sendable>: Sendable {
  case value(Given)
  /// An exception that the submission did not catch.
  case raised(class: String, message: String)
  /// The submission does not define this name.
  case missing(String)
  case timeOut
  case operations
  case memory
  /// More was printed, or a value was larger, than may leave a submission.
  case output
  case died(Death)
  /// The process broke the protocol: something in it is not as it was started.
  case tampered(String)
}

extension Outcome: Equatable where Given: Equatable {}

package enum SubmissionLimit: UInt8, Sendable, Equatable, CaseIterable {
  case time, operations, memory, output
}

/// How a submission's process ended before its time.
package enum Death: Sendable, Equatable, CustomStringConvertible {
  case signal(Int32)
  case exit(Int32)
  /// It could not be started, with the reason.
  case notStarted(String)

  package var description: String {
    switch self {
    case .signal(let number): "ended by signal \(number)"
    case .exit(let code): "ended with exit code \(code)"
    case .notStarted(let reason): "could not be started: \(reason)"
    }
  }
}
