#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
#if os(Linux)
  import CSeccomp
#endif

extension ChildProcess {
  /// Starts the program with `channel` as descriptor 3 and `errors` as standard error.
  static func spawn(_ program: WorkerProgram, channel: Int32, errors: Int32) -> Result<pid_t, StartError> {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    posix_spawn_file_actions_adddup2(&actions, channel, Worker.channel)
    // A group of its own: Control-C is for the grader. No signal is blocked or ignored.
    var flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      cnb_spawn_close_from(&actions, Worker.channel + 1)
    #endif
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)

    var id: pid_t = 0
    let status = withStrings(["cnb"] + program.arguments) { arguments in
      withStrings(environment) { environment in
        posix_spawn(&id, program.path, &actions, &attributes, arguments, environment)
      }
    }
    if status != 0 { return .failure(StartError(reason: "\(program.path): \(String(cString: strerror(status)))")) }
    return .success(id)
  }

  /// One heap, so that its size is that of the process; and no debugger of Swift's when it crashes.
  private static let environment = ["MALLOC_ARENA_MAX=1", "SWIFT_BACKTRACE=enable=no"]

  /// C's null-terminated array of C strings.
  private static func withStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var copies = strings.map { strdup($0) }
    copies.append(nil)
    defer { for copy in copies { free(copy) } }
    return copies.withUnsafeBufferPointer { buffer in
      // Never empty: the end mark is there.
      body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }
}

/// Two connected descriptors that no other process gets; `theirs` lies above those that a child is given.
struct DescriptorPair {
  let ours: Int32
  let theirs: Int32

  static func socket() throws(ChildProcess.StartError) -> DescriptorPair {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw failure("socketpair") }
    return try DescriptorPair(ours: ends[0], theirs: ends[1])
  }

  static func pipe() throws(ChildProcess.StartError) -> DescriptorPair {
    var ends: [Int32] = [-1, -1]
    guard systemPipe(&ends) == 0 else { throw failure("pipe") }
    return try DescriptorPair(ours: ends[0], theirs: ends[1])
  }

  private init(ours: Int32, theirs: Int32) throws(ChildProcess.StartError) {
    self.ours = ours
    self.theirs = fcntl(theirs, F_DUPFD_CLOEXEC, 16)
    _ = systemClose(theirs)
    guard self.theirs >= 0 else {
      let error = DescriptorPair.failure("fcntl")
      _ = systemClose(ours)
      throw error
    }
    _ = fcntl(ours, F_SETFD, FD_CLOEXEC)
    _ = fcntl(ours, F_SETFL, O_NONBLOCK)
    #if canImport(Darwin)
      var isOn: Int32 = 1
      setsockopt(ours, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  func close() {
    _ = systemClose(ours)
    _ = systemClose(theirs)
  }

  private static func failure(_ call: String) -> ChildProcess.StartError {
    ChildProcess.StartError(reason: "\(call): \(String(cString: strerror(errno)))")
  }
}

private func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
