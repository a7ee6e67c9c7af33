import Arrays
import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The process of one submission: fences itself in, then answers what the grader asks until that hangs up.
package struct Worker: Sendable {
  /// Where the grader's end of the channel is.
  package static let channel: Int32 = 3
  /// The stack that a submission's recursion gets.
  package static let stackBytes = 128 << 20
  /// Beyond the submission's own memory: this program, its stack, the interpreter's registers.
  package static let ownBytes = stackBytes + (192 << 20)

  private let frames = FrameChannel(descriptor: channel)
  private let options: SubmissionOptions
  private let gauge = MemoryGauge()
  private var fence = Fence()

  /// Waits for the grader's first frame. The calling thread must be the only one.
  /// - Returns: `nil` where it is not what a grader sends.
  package init?() {
    guard let bytes = frames.read(), let request = try? WorkerRequest(bytes), case .start(let options) = request else {
      return nil
    }
    self.options = options
    let (memory, overflow) = options.limits.memory.addingReportingOverflow(Worker.ownBytes)
    Storage.setLimit(bytes: options.limits.memory)
    fence.raise(memory: overflow ? Int.max : memory, seconds: Worker.processorSeconds)
  }

  /// Of all requests together. The grader watches each one's time; this ends what the grader has lost sight of.
  private static let processorSeconds = 3600

  /// - Parameter stackBytes: what the calling thread has. It is the only one besides the first.
  package mutating func run(stackBytes: Int) {
    fence.close(channel: Worker.channel, gauge: gauge?.file)
    guard frames.write(WorkerReply.ready(fence: fence.parts).bytes) else { return }
    let runner = SessionRunner(
      options, stackBytes: stackBytes, memoryInUse: memoryInUse)
    while let bytes = frames.read(), let request = try? WorkerRequest(bytes) {
      guard let reply = reply(to: request, runner), frames.write(reply.bytes) else { return }
    }
  }

  private var memoryInUse: (@Sendable () -> Int)? {
    guard let gauge else { return nil }
    return { gauge.bytesInUse }
  }

  private func reply(to request: WorkerRequest, _ runner: SessionRunner) -> WorkerReply? {
    switch request {
    case .start, .answer: return nil
    case .run(let code, let name): return .cell(runner.run(cell: code, name: name))
    case .value(let expression): return .value(runner.value(of: expression))
    case .call(let function, let arguments, let keywords, let seed):
      return .call(
        runner.call(function, arguments: arguments, keywords: keywords.map { ($0.name, $0.value) }, seed: seed))
    case .lend(let functions):
      runner.lend(LentFunctions(functions, answer: ask))
      return .borrowed
    }
  }

  /// Has the grader call a function that it lent.
  private func ask(
    _ function: String, _ arguments: [PlainValue], _ keywords: [(String, PlainValue)]
  ) -> Outcome<CallResult> {
    let question = WorkerReply.asks(
      function: function, arguments: arguments, keywords: keywords.map { WorkerRequest.Keyword($0, $1) })
    guard frames.write(question.bytes), let bytes = frames.read(), let request = try? WorkerRequest(bytes),
      case .answer(let outcome) = request
    else {
      return .died(.notStarted("the grader has hung up"))
    }
    return outcome
  }
}
