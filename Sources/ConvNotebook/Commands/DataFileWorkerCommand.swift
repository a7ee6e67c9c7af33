import ArgumentParser

/// `cnb data-file-worker`: what a session starts for each file of arrays that cells open. For nobody to call.
struct DataFileWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "data-file-worker", shouldDisplay: false)

  func run() { DataFileServer().run() }
}
