#if os(Linux)
  import CSeccomp
  import Glibc

  /// The system calls that a fenced process may still make; every other one fails with EPERM.
  enum SystemCallFilter {
    /// Of the memory allocator, the threads that are there, clocks, and the end of the process.
    private static let allowed = [
      "munmap", "mremap", "madvise", "brk", "futex", "sched_yield", "clock_gettime", "gettimeofday", "clock_nanosleep",
      "nanosleep", "restart_syscall", "getrandom", "rt_sigreturn", "rt_sigprocmask", "exit", "exit_group",
    ]

    /// Of a process that keeps a file. It has no other open file to read, and Landlock lets it open no other.
    private static let reading = [
      "open", "openat", "close", "lseek", "pread64", "fstat", "lstat", "newfstatat", "readlink", "readlinkat", "flock",
      "fcntl",
    ]
    private static let writing = ["pwrite64", "ftruncate", "fsync", "fdatasync"]

    /// - Returns: whether the filter is in force.
    static func load(channel: Int32, gauge: Int32?, keeping file: Fence.KeptFile?) -> Bool {
      guard let filter = cnb_seccomp_start() else { return false }
      var status: Int32 = 0
      let ofFile = file.map { reading + ($0.mayWrite ? writing : []) } ?? []
      for name in allowed + ofFile { status |= cnb_seccomp_allow(filter, name) }
      // No memory that was ever written becomes code.
      for name in ["mmap", "mprotect"] {
        status |= cnb_seccomp_allow_where(filter, name, 2, UInt64(PROT_EXEC), 0)
      }
      let whole = UInt64.max
      status |= cnb_seccomp_allow_where(filter, "read", 0, whole, UInt64(channel))
      status |= cnb_seccomp_allow_where(filter, "write", 0, whole, UInt64(channel))
      // The last words of the Swift runtime.
      for name in ["write", "writev"] {
        status |= cnb_seccomp_allow_where(filter, name, 0, whole, UInt64(STDERR_FILENO))
      }
      if let gauge { status |= cnb_seccomp_allow_where(filter, "pread64", 0, whole, UInt64(gauge)) }
      return cnb_seccomp_finish(filter) == 0 && status == 0
    }
  }
#endif
