/// Ends a command: a message for people and an exit code.
package struct CommandFailure: Error {
  /// Without the program's name.
  package let message: String
  let status: Int32
  /// Whether the message has Python's words, which nothing may stand in front of.
  let isPython: Bool

  init(_ message: String, status: Int32 = 1, isPython: Bool = false) {
    self.message = message
    self.status = status
    self.isPython = isPython
  }

  /// Prints the message and gives the exit code.
  func report() -> Int32 {
    StandardStreams.writeForeignError((isPython ? "" : "cnb: ") + message + "\n")
    return status
  }
}
