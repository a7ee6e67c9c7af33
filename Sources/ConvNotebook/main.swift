#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// A file that grows beyond a limit is an error like a full disk.
signal(SIGXFSZ, SIG_IGN)
do {
  var command = try CommandLineTool.parseAsRoot()
  try command.run()
} catch {
  // As `main()` would end, but for the names in arguments, which may come from anybody.
  let message = CommandLineTool.fullMessage(for: error)
  let code = CommandLineTool.exitCode(for: error)
  if !message.isEmpty {
    if code.isSuccess {
      StandardStreams.write(message + "\n")
    } else {
      StandardStreams.writeForeignError(message + "\n")
    }
  }
  StandardStreams.flush()
  exit(code.rawValue)
}
