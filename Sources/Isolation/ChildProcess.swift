import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A process that was started with nothing but a channel to this one: no environment, no open files, no terminal.
package struct ChildProcess: ~Copyable {
  private let id: pid_t
  /// Does not block.
  let channel: Int32
  /// What the runtime says when it gives up; does not block.
  private let errors: Int32
  private var death: Death?

  /// Why there is none.
  package struct StartError: Error { package let reason: String }

  init(_ program: WorkerProgram) throws(StartError) {
    let channel = try DescriptorPair.socket()
    let errors: DescriptorPair
    do throws(StartError) {
      errors = try DescriptorPair.pipe()
    } catch {
      channel.close()
      throw error
    }
    defer {
      _ = Self.close(channel.theirs)
      _ = Self.close(errors.theirs)
    }
    switch Self.spawn(program, channel: channel.theirs, errors: errors.theirs) {
    case .success(let id):
      self.id = id
      self.channel = channel.ours
      self.errors = errors.ours
    case .failure(let error):
      _ = Self.close(channel.ours)
      _ = Self.close(errors.ours)
      throw error
    }
  }

  deinit {
    _ = Self.close(channel)
    _ = Self.close(errors)
    if death == nil {
      kill(id, SIGKILL)
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0, errno == EINTR {}
    }
  }

  private static func close(_ descriptor: Int32) -> Int32 { systemClose(descriptor) }

  /// Ends the process and waits until it is gone. How it ended, which may have been before.
  ///
  /// - Parameter patience: how long it may take to end by itself, once it has closed its channel.
  mutating func end(patience: Duration = .zero) -> Death {
    if let death { return death }
    let deadline = ContinuousClock.now + patience
    var status: Int32 = 0
    var result = waitpid(id, &status, WNOHANG)
    while result == 0, ContinuousClock.now < deadline {
      usleep(200)
      result = waitpid(id, &status, WNOHANG)
    }
    if result == 0 {
      kill(id, SIGKILL)
      repeat { result = waitpid(id, &status, 0) } while result < 0 && errno == EINTR
    }
    let signal = status & 0x7F
    let death = signal == 0 ? Death.exit(status >> 8 & 0xFF) : .signal(signal)
    self.death = death
    return death
  }

  /// The last words of the runtime, as far as they are there.
  func lastWords() -> String {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(errors, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
