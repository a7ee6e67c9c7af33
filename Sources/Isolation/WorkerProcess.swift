import Cells

/// Runs a submission in a process of its own. A process that hangs, dies or breaks the protocol costs its own answers,
/// and no more time than the limits allow.
///
/// The thread that makes one must outlive it: the process ends with that thread.
package final class WorkerProcess: SubmissionRunner {
  private typealias Failure = WorkerConnection.Failure

  private let limits: SubmissionLimits
  /// How much longer than the submission's own clock the grader's waits: for starting the process and for passing data.
  private let grace: Duration
  private var connection: WorkerConnection?
  private var failure: Failure?
  private var isReady = false
  private var lent: LentFunctions?
  /// The parts of the fence that stand around the process, once it has answered for the first time.
  package private(set) var fence: [String] = []

  package init(_ options: SubmissionOptions, program: WorkerProgram, grace: Duration = .seconds(2)) {
    limits = options.limits
    self.grace = grace
    do throws(ChildProcess.StartError) {
      connection = try WorkerConnection(program)
      connection?.send(WorkerRequest.start(options).bytes)
    } catch {
      failure = .died(.notStarted(error.reason))
    }
  }

  package var hasEnded: Bool { failure != nil }

  package func run(cell code: String, name: String) -> CellOutcome {
    do throws(Failure) {
      if case .cell(let outcome) = try answer(to: .run(code: code, name: name)) { return outcome }
      throw end(.tampered("an answer to another question"))
    } catch {
      return CellOutcome(ending: error.ending)
    }
  }

  package func value(of expression: String) -> Outcome<PlainValue> {
    do throws(Failure) {
      if case .value(let outcome) = try answer(to: .value(expression: expression)) { return outcome }
      throw end(.tampered("an answer to another question"))
    } catch {
      return error.outcome()
    }
  }

  package func call(
    _ function: String, arguments: [PlainValue], keywords: [(String, PlainValue)], seed: UInt32?
  ) -> Outcome<CallResult> {
    let keywords = keywords.map { WorkerRequest.Keyword($0, $1) }
    let request = WorkerRequest.call(function: function, arguments: arguments, keywords: keywords, seed: seed)
    do throws(Failure) {
      guard case .call(let outcome) = try answer(to: request, values: 1 + arguments.count + keywords.count) else {
        throw end(.tampered("an answer to another question"))
      }
      if case .value(let result) = outcome, result.argumentsAfter.count != arguments.count + keywords.count {
        throw end(.tampered("an answer with other arguments"))
      }
      return outcome
    } catch {
      return error.outcome()
    }
  }

  package func lend(_ functions: LentFunctions) {
    lent = functions
    do throws(Failure) {
      guard case .borrowed = try answer(to: .lend(functions: functions.names)) else {
        throw end(.tampered("an answer to another question"))
      }
    } catch {
      failure = error
    }
  }

  /// Waits until the process has fenced itself in. False where it did not come to that.
  package func waitUntilReady() -> Bool {
    do throws(Failure) {
      try makeReady()
      return true
    } catch {
      return false
    }
  }

  private func makeReady() throws(Failure) {
    if let failure { throw failure }
    if isReady { return }
    let deadline = ContinuousClock.now + limits.time + grace
    guard case .ready(let fence) = try receive(values: 0, until: deadline) else {
      throw end(.tampered("an answer before the first"))
    }
    self.fence = fence
    isReady = true
  }

  private func answer(to request: WorkerRequest, values: Int = 1) throws(Failure) -> WorkerReply {
    try makeReady()
    connection?.send(request.bytes)
    // Questions take part in the time of what is being answered, so that a process cannot ask for ever.
    let deadline = ContinuousClock.now + limits.time + grace
    let values = lent == nil ? values : max(values, WorkerProcess.mostArguments)
    while true {
      let reply = try receive(values: values, until: deadline)
      guard case .asks(let function, let arguments, let keywords) = reply else { return reply }
      guard let lent, lent.names.contains(function) else { throw end(.tampered("a question that it may not ask")) }
      let outcome = lent.answer(function, arguments, keywords.map { ($0.name, $0.value) })
      connection?.send(WorkerRequest.answer(outcome).bytes)
    }
  }

  /// Of a function that is lent.
  private static let mostArguments = 8

  private func receive(values: Int, until deadline: ContinuousClock.Instant) throws(Failure) -> WorkerReply {
    let (ofValues, overflow) = limits.values.bytes.multipliedReportingOverflow(by: values)
    // An output of one byte takes some more in its frame.
    let ofOutputs = min(limits.output, Int(UInt32.max)) * 16 + (1 << 20)
    let limit = min(overflow ? Int.max - ofOutputs : ofValues, Int(UInt32.max)) + ofOutputs
    let bytes: [UInt8]
    do throws(Failure) {
      bytes = try connection?.receive(limit: limit, within: deadline - ContinuousClock.now) ?? []
    } catch {
      failure = error
      connection = nil
      throw error
    }
    do throws(WireError) {
      return try WorkerReply(bytes, limits: limits.values)
    } catch {
      throw end(.tampered("an answer that \(error)"))
    }
  }

  private func end(_ reason: Failure) -> Failure {
    failure = reason
    connection = nil
    return reason
  }
}

extension WorkerConnection.Failure {
  fileprivate func outcome<Given>() -> Outcome<Given> {
    switch self {
    case .timeOut, .stopped: .timeOut
    case .memory: .memory
    case .died(let death): .died(death)
    case .tampered(let reason): .tampered(reason)
    }
  }

  fileprivate var ending: CellOutcome.Ending {
    switch self {
    case .timeOut, .stopped: .limit(.time)
    case .memory: .limit(.memory)
    case .died(let death): .died(death)
    case .tampered(let reason): .tampered(reason)
    }
  }
}
