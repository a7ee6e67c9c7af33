import ArgumentParser
import Isolation

/// `cnb grade-worker`: what `cnb grade` starts for each submission. For nobody to call.
struct GradeWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "grade-worker", shouldDisplay: false)

  func run() throws {
    guard let worker = Worker() else { throw ExitCode(64) }
    let status = onLargeStack(megabytes: [Worker.stackBytes >> 20, 32, 8]) { stackBytes in
      var worker = worker
      worker.run(stackBytes: stackBytes)
      return 0
    }
    throw ExitCode(status)
  }
}
