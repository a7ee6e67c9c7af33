#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `$VISUAL` or `$EDITOR`, for text of more than a line.
enum ExternalEditor {
  /// Opens the editor on a file, or on a temporary one with the text, and waits for it.
  ///
  /// - Parameter ending: of the temporary file's name, by which editors know the language.
  /// - Returns: what is in the file then; `nil` where the editor failed, which means that nothing is wanted.
  static func edit(_ text: String, file: String?, ending: String = ".py") throws(CommandFailure) -> String? {
    let path: String
    if let file { path = file } else { path = try makeTemporaryFile(text, ending) }
    defer { if file == nil { unlink(path) } }
    let program = Terminal.environment("VISUAL") ?? Terminal.environment("EDITOR") ?? "vi"
    guard try run(program, on: path) == 0 else { return nil }
    return String(decoding: try readFile(path), as: UTF8.self)
  }

  /// Whether the user has named one.
  static var isNamed: Bool {
    ["VISUAL", "EDITOR"].contains { Terminal.environment($0).map { !$0.isEmpty } ?? false }
  }

  private static func makeTemporaryFile(_ text: String, _ ending: String) throws(CommandFailure) -> String {
    let folder = Terminal.environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array("\(folder)/cnb-XXXXXX\(ending)".utf8CString)
    let descriptor = mkstemps(&template, Int32(ending.utf8.count))
    guard descriptor >= 0 else {
      throw CommandFailure("cannot make a file in \(folder): \(String(cString: strerror(errno)))")
    }
    _ = writeAll(Array(text.utf8), to: descriptor)
    close(descriptor)
    return template.withUnsafeBufferPointer { String(cString: Array($0)) }
  }

  /// Through a shell: the variable may hold options as well. Gives the exit code.
  private static func run(_ program: String, on path: String) throws(CommandFailure) -> Int32 {
    StandardStreams.flush()
    let arguments = ["/bin/sh", "-c", "\(program) \"$1\"", "sh", path]
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    let problem = posix_spawn(&process, "/bin/sh", nil, nil, &pointers, environ)
    guard problem == 0 else { throw CommandFailure("cannot start \(program): \(String(cString: strerror(problem)))") }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // What the editor was sent was not meant for the next cell.
    interruptRequest.clear()
    return status
  }
}
