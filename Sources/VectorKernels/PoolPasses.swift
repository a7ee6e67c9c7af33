import KernelInterface

/// The passes of a pooling, with a lane for each channel: the bits are those of the plain loops in float64 and float32.
enum PoolPasses<Channels: Lanes> {
  typealias Number = Channels.Number

  /// `np.max` of each window: of equal numbers the last, and what is no number stays.
  static func largest(_ job: PoolJob<Number>) {
    if job.delivery != .streamed {
      for window in Windows<Channels>(job) { window.largest.store(at: window.result) }
    } else {
      for window in Windows<Channels>(job) { window.largest.stream(at: window.result) }
      Channels.finishStreams()
    }
  }

  static func mean(_ job: PoolJob<Number>) {
    let count = Channels(repeating: Number(job.offsets.count))
    if job.delivery != .streamed {
      for window in Windows<Channels>(job) {
        (numpySum(window, count: window.offsets.count) / count).store(at: window.result)
      }
    } else {
      for window in Windows<Channels>(job) {
        (numpySum(window, count: window.offsets.count) / count).stream(at: window.result)
      }
      Channels.finishStreams()
    }
  }

  static func toLargest(_ job: PoolJob<Number>) {
    switch job.delivery {
    case .added: toLargest(job, by: Adding<Channels>.self)
    case .written: toLargest(job, by: Writing<Channels>.self)
    case .streamed: toLargest(job, by: Streaming<Channels>.self)
    }
  }

  @inline(__always)
  private static func toLargest<G: Giving>(_ job: PoolJob<Number>, by giving: G.Type) where G.Channels == Channels {
    guard let gradient = job.gradient else { return }
    for window in Windows<Channels>(job) {
      let target = gradient + (window.origin - job.input)
      let largest = window.largest
      var whole = Channels(at: window.result)
      if job.isRectified { whole = largest.equals(.zero, .zero, else: whole) }
      // The product and not zero: nothing times an infinity is no number, as it is in NumPy.
      let nothing = whole * .zero
      for offset in window.offsets {
        let share = Channels(at: window.origin + offset).equals(largest, whole, else: nothing)
        G.give(share, to: target + offset)
      }
    }
    G.finish()
  }

  static func toEach(_ job: PoolJob<Number>) {
    switch job.delivery {
    case .added: toEach(job, by: Adding<Channels>.self)
    case .written: toEach(job, by: Writing<Channels>.self)
    case .streamed: toEach(job, by: Streaming<Channels>.self)
    }
  }

  @inline(__always)
  private static func toEach<G: Giving>(_ job: PoolJob<Number>, by giving: G.Type) where G.Channels == Channels {
    guard let gradient = job.gradient else { return }
    let count = Channels(repeating: Number(job.offsets.count))
    for window in Windows<Channels>(job) {
      let target = gradient + (window.origin - job.input)
      let share = Channels(at: window.result) / count
      for offset in window.offsets { G.give(share, to: target + offset) }
    }
    G.finish()
  }
}

/// `PoolJob.Delivery`, as types, so that each has a loop of its own. Where nothing is yet, shares are added to zero.
private protocol Giving {
  associatedtype Channels: Lanes
  static func give(_ share: Channels, to place: UnsafeMutablePointer<Channels.Number>)
  static func finish()
}

extension Giving {
  @inline(__always) fileprivate static func finish() {}
}

private enum Adding<Channels: Lanes>: Giving {
  @inline(__always) static func give(_ share: Channels, to place: UnsafeMutablePointer<Channels.Number>) {
    (Channels(at: place) + share).store(at: place)
  }
}

private enum Writing<Channels: Lanes>: Giving {
  @inline(__always) static func give(_ share: Channels, to place: UnsafeMutablePointer<Channels.Number>) {
    (.zero + share).store(at: place)
  }
}

private enum Streaming<Channels: Lanes>: Giving {
  @inline(__always) static func give(_ share: Channels, to place: UnsafeMutablePointer<Channels.Number>) {
    (.zero + share).stream(at: place)
  }
  @inline(__always) static func finish() { Channels.finishStreams() }
}

/// The windows of a job, one after the other, and of each one vector of channels after the other.
private struct Windows<Channels: Lanes>: Sequence, IteratorProtocol {
  private var window: Window<Channels>
  private let vectors: Int
  private var vectorsLeft: Int
  private var windowsLeft: Int
  /// From the last vector of a window to the first one of the next.
  private let step: Int
  private let resultStep: Int

  @inline(__always)
  init(_ job: PoolJob<Channels.Number>) {
    window = Window(origin: job.input, offsets: job.offsets, result: job.results)
    vectors = job.vectors
    vectorsLeft = vectors
    windowsLeft = job.windows
    let channels = vectors &* Channels.count
    step = job.windowStep &- channels
    resultStep = job.resultStep &- channels
  }

  @inline(__always)
  mutating func next() -> Window<Channels>? {
    if vectorsLeft == 0 {
      vectorsLeft = vectors
      windowsLeft &-= 1
      window.origin += step
      window.result += resultStep
    }
    if windowsLeft <= 0 { return nil }
    let present = window
    vectorsLeft &-= 1
    window.origin += Channels.count
    window.result += Channels.count
    return present
  }
}
