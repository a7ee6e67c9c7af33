import Cells
import Isolation

/// The real program as a worker, with limits that suit tests.
func worker(_ change: (inout SubmissionLimits) -> Void = { _ in }) throws -> WorkerProcess {
  var options = SubmissionOptions()
  options.limits.time = .seconds(30)
  options.limits.operations = 2_000_000
  change(&options.limits)
  return WorkerProcess(
    options, program: WorkerProgram(path: try RunningProcess.program().path, arguments: ["grade-worker"]))
}

/// A process that behaves as its name says, in place of a worker.
func impostor(_ behaviour: String, time: Duration = .seconds(20)) throws -> WorkerProcess {
  var options = SubmissionOptions()
  options.limits.time = time
  options.limits.output = 1 << 10
  options.limits.values.bytes = 1 << 20
  return WorkerProcess(
    options, program: WorkerProgram(path: try RunningProcess.program("FenceProbe").path, arguments: [behaviour]),
    grace: .zero)
}
