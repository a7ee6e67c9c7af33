import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Set by Control-C; every session of the process reads it.
let interruptRequest = InterruptRequest()

/// The first Control-C ends the running cell with KeyboardInterrupt, a second one the process.
func handleInterruptions() {
  // The handler must not be the first to touch the request: making it takes memory.
  interruptRequest.clear()
  var action = sigaction()
  #if canImport(Darwin)
    action.__sigaction_u.__sa_handler = { _ in interruptRequest.request() }
    action.sa_flags = SA_RESETHAND
  #else
    action.__sigaction_handler.sa_handler = { _ in interruptRequest.request() }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
  #endif
  sigaction(SIGINT, &action, nil)
  // Whoever started the program may have blocked the signal, as threads that start processes often do.
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGINT)
  pthread_sigmask(SIG_UNBLOCK, &signals, nil)
}
