import Synchronization

/// The threads behind `WorkerThreads`: started when they are first needed, asleep while there is nothing to do.
final class WorkerPool: @unchecked Sendable {
  static let shared = WorkerPool()

  /// One computation.
  private final class Job: @unchecked Sendable {
    let count: Int
    let body: (Int, Int) -> Void
    private let next = Atomic<Int>(0)

    init(_ count: Int, _ body: @escaping (Int, Int) -> Void) {
      self.count = count
      self.body = body
    }

    func work(as thread: Int, while goesOn: () -> Bool) -> Bool {
      while true {
        if !goesOn() {
          next.store(count, ordering: .relaxed)
          return false
        }
        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if piece >= count { return true }
        body(piece, thread)
      }
    }
  }

  private let isBusy = Atomic<Bool>(false)
  /// Counts the jobs: what the threads look at before they fall asleep.
  private let generation = Atomic<Int>(0)
  private let working = Atomic<Int>(0)
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let wake = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  // Guarded by the mutex.
  private var job: Job?
  private var wanted = 0
  // Belongs to whoever made the pool busy.
  private var started = 0

  private init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(wake, nil)
  }

  /// - Returns: false where the threads are busy, or the system gives none: nothing was done then.
  /// - Throws: `ArrayError.stopped`.
  func run(_ count: Int, _ threads: Int, _ body: (Int, Int) -> Void) throws(ArrayError) -> Bool {
    if isBusy.exchange(true, ordering: .acquiring) { return false }
    defer { isBusy.store(false, ordering: .releasing) }
    while started < threads - 1, start(started + 1) { started += 1 }
    if started == 0 { return false }
    let isComplete = withoutActuallyEscaping(body) { body in
      let job = Job(count, body)
      pthread_mutex_lock(mutex)
      self.job = job
      wanted = threads - 1
      generation.wrappingAdd(1, ordering: .releasing)
      pthread_cond_broadcast(wake)
      pthread_mutex_unlock(mutex)
      let isComplete = job.work(as: 0) { !Checkpoint.isStopRequested }
      // Whoever has not come yet need not come; the others have at most one piece left.
      pthread_mutex_lock(mutex)
      self.job = nil
      pthread_mutex_unlock(mutex)
      while working.load(ordering: .acquiring) > 0 { WorkerPool.pause() }
      return isComplete
    }
    if !isComplete { throw .stopped }
    return true
  }

  private func start(_ number: Int) -> Bool {
    var thread = pthread_t()
    // A thread that waits for work must not take signals meant for the session's.
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let argument = UnsafeMutableRawPointer(bitPattern: number)
    let status = pthread_create(
      &thread, nil,
      { argument in
        WorkerPool.shared.serve(as: Int(bitPattern: argument))
        return nil
      }, argument)
    if status == 0 { pthread_detach(thread) }
    return status == 0
  }

  private func serve(as number: Int) {
    var seen = 0
    while true {
      // Layers follow each other closely: a thread that looks a moment longer saves the time of waking it.
      var looks = 0
      while generation.load(ordering: .relaxed) == seen, looks < 4000 {
        WorkerPool.pause()
        looks += 1
      }
      pthread_mutex_lock(mutex)
      while generation.load(ordering: .relaxed) == seen { pthread_cond_wait(wake, mutex) }
      seen = generation.load(ordering: .acquiring)
      var job = number <= wanted ? self.job : nil
      if job != nil { working.wrappingAdd(1, ordering: .relaxed) }
      pthread_mutex_unlock(mutex)
      if job != nil {
        _ = job?.work(as: number) { true }
        // Let go before it is said: what the job calls lives only as long as its caller waits.
        job = nil
        working.wrappingSubtract(1, ordering: .releasing)
      }
    }
  }

  /// A moment in which the processor does something else.
  @inline(never)
  private static func pause() {
    for _ in 0..<8 { _ = shared.generation.load(ordering: .relaxed) }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
