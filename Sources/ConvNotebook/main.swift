#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// A file that grows beyond a limit is an error like a full disk.
signal(SIGXFSZ, SIG_IGN)
CommandLineTool.main()
