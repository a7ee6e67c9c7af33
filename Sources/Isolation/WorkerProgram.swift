#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is started for each submission: this program again, with a command of its own.
package struct WorkerProgram: Sendable {
  package let path: String
  /// Behind the program's name.
  package let arguments: [String]

  package init(path: String, arguments: [String]) {
    self.path = path
    self.arguments = arguments
  }

  /// The running program, also where its file was replaced meanwhile.
  package static func current(arguments: [String]) -> WorkerProgram {
    let own = "/proc/self/exe"
    return WorkerProgram(
      path: access(own, X_OK) == 0 ? own : CommandLine.arguments.first ?? "cnb", arguments: arguments)
  }
}
