import Foundation
import Testing

/// A folder of its own for one test's files; `cnb` runs in it.
struct Workspace: ~Copyable {
  let url: URL

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("cnb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to name: String) throws { try Data(text.utf8).write(to: url.appendingPathComponent(name)) }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted() }

  /// Runs the program that was built with these tests.
  func cnb(_ arguments: String..., input: String = "") throws -> Outcome {
    let process = try start(arguments, input: input)
    return try process.outcome()
  }

  func start(_ arguments: [String], input: String = "") throws -> RunningProcess {
    try RunningProcess(arguments, folder: url, input: input)
  }
}

struct Outcome: Equatable {
  var status: Int32
  var output: String
  var error: String

  init(_ status: Int32, output: String = "", error: String = "") {
    self.status = status
    self.output = output
    self.error = error
  }
}

/// Its streams are files, so that neither side waits for the other.
final class RunningProcess {
  private let process = Process()
  private let outputURL: URL
  private let errorURL: URL

  /// - Parameters:
  ///   - program: `cnb` unless another one is given.
  ///   - variables: what its environment holds besides that of the tests.
  init(
    _ arguments: [String], folder: URL, input: String = "", program: URL? = nil, variables: [String: String] = [:]
  ) throws {
    let streams = FileManager.default.temporaryDirectory.appendingPathComponent("cnb-streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    let inputURL = streams.appendingPathComponent("input")
    outputURL = streams.appendingPathComponent("output")
    errorURL = streams.appendingPathComponent("error")
    try Data(input.utf8).write(to: inputURL)
    try Data().write(to: outputURL)
    try Data().write(to: errorURL)
    process.executableURL = try program ?? RunningProcess.program()
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: inputURL)
    process.standardOutput = try FileHandle(forWritingTo: outputURL)
    process.standardError = try FileHandle(forWritingTo: errorURL)
    try process.run()
  }

  deinit { try? FileManager.default.removeItem(at: outputURL.deletingLastPathComponent()) }

  /// A program beside the bundle of these tests.
  static func program(_ name: String = "cnb") throws -> URL {
    let candidates =
      [Bundle.main.bundleURL, Bundle.main.executableURL?.deletingLastPathComponent()].compactMap { $0 }
      + CommandLine.arguments.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
    for folder in candidates {
      let program = folder.appendingPathComponent(name)
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
    }
    throw CocoaError(.fileNoSuchFile)
  }

  func interrupt() { process.interrupt() }

  /// Whether the program writes this within some seconds, while it runs.
  func writes(_ text: String) throws -> Bool {
    let deadline = Date(timeIntervalSinceNow: 20)
    while try output() != text {
      if Date() > deadline || !process.isRunning { return false }
      Thread.sleep(forTimeInterval: 0.005)
    }
    return true
  }

  private func output() throws -> String { String(decoding: try Data(contentsOf: outputURL), as: UTF8.self) }

  func outcome() throws -> Outcome {
    let deadline = Date(timeIntervalSinceNow: 120)
    while process.isRunning {
      // A program that does not stop is a failure, not a reason to wait.
      if Date() > deadline { kill(process.processIdentifier, SIGKILL) }
      Thread.sleep(forTimeInterval: 0.005)
    }
    let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    return Outcome(
      status, output: try output(), error: String(decoding: try Data(contentsOf: errorURL), as: UTF8.self))
  }
}
