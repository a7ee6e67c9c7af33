import ArgumentParser
import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `cnb` without a command.
struct InteractiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Type cells at a prompt (what cnb does without a command).",
    discussion: "Where standard input is no terminal, it is run as a script, as by 'cnb run -'.")

  @Flag(help: "Print line by line and never move the cursor, as screen readers want it.")
  var plain = false

  func run() throws {
    let isTyped = isatty(STDIN_FILENO) == 1
    if !isTyped { handleInterruptions() }
    let isPlain = plain || !Terminal.isCapable(.output)
    let status = onLargeStack { stackBytes in
      var options = sessionOptions(for: "-", stackBytes: stackBytes)
      options.suggestsNames = true
      do throws(CommandFailure) {
        guard isTyped else { return try ScriptRun(file: "-", options: options, printStyle: nil).run() }
        guard let signals = SignalPipe() else { throw CommandFailure(String(cString: strerror(errno))) }
        return InteractiveSession(options: options, signals: signals, isPlain: isPlain).run()
      } catch {
        return error.report()
      }
    }
    StandardStreams.flush()
    throw ExitCode(status)
  }
}
