import Cells
import Isolation
import Testing

#if os(Linux)
  import Glibc

  /// What the system refuses to a process that has fenced itself in.
  @Suite struct FenceTests {
    @Test("all of the fence stands around a worker")
    func parts() throws {
      let worker = try worker()
      #expect(worker.waitUntilReady())
      #expect(worker.fence == ["landlock", "rlimits", "seccomp"])
      #expect(worker.value(of: "1 + 1") == .value(.int(2)))
    }

    @Test("a process that was taken over can neither reach files, processes nor the network, nor make code")
    func forbidden() throws {
      let probe = try impostor("probe")
      guard case .value(.dict(let results)) = probe.value(of: "results") else {
        Issue.record("\(probe.value(of: "results"))")
        return
      }
      #expect(results.count == 26)
      for pair in results {
        // EPERM: it is the filter that refuses, and not a system that lacks something.
        #expect(pair.value == .int(Int(EPERM)), "\(pair.key)")
      }
    }
  }
#endif
