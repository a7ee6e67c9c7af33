import Layers

/// Where a reader is in a trace, and what they want to see of it. All of it changes without looking at any step between.
package struct TraceWalk: Sendable {
  package let trace: WindowTrace
  package private(set) var step = 0
  private var inputChannel = 0
  /// Whose formula stays on the screen.
  package private(set) var pinned: WindowTrace.Place?
  /// Behind the point, in grids.
  package private(set) var digits = 2
  package private(set) var isPlaying = false
  /// In steps a second.
  package private(set) var speed = 2

  private static let speeds = 1...64
  private static let digitCounts = 0...8

  /// - Precondition: the trace has steps.
  package init(_ trace: WindowTrace) { self.trace = trace }

  package var place: WindowTrace.Place { trace.place(ofStep: step) }

  /// The channel of the input that is shown; in pooling the output's.
  package var channel: Int { trace.kind == .convolution ? inputChannel : place.channel }

  // MARK: - Moving

  /// Forward or back in time, no further than the ends.
  package mutating func move(steps: Int) {
    let (target, overflow) = step.addingReportingOverflow(steps)
    go(to: overflow ? Int.max : target)
  }

  package mutating func goToStart() { go(to: 0) }
  package mutating func goToEnd() { go(to: trace.stepCount - 1) }

  /// To another place of the output, no further than its edges.
  package mutating func move(images: Int = 0, rows: Int = 0, columns: Int = 0, channels: Int = 0) {
    let shape = trace.outputShape
    func moved(_ index: Int, _ count: Int, _ axis: Int) -> Int { min(max(index + count, 0), shape[axis] - 1) }
    let from = place
    go(
      to: WindowTrace.Place(
        moved(from.image, images, 0), moved(from.row, rows, 1), moved(from.column, columns, 2),
        moved(from.channel, channels, 3)))
  }

  /// - Precondition: a place of the output.
  package mutating func go(to place: WindowTrace.Place) { step = trace.step(at: place) }

  private mutating func go(to step: Int) { self.step = min(max(step, 0), trace.stepCount - 1) }

  /// Shows another channel of the input, the first again behind the last.
  package mutating func moveChannel(by count: Int) {
    guard trace.kind == .convolution else { return move(channels: count) }
    let total = max(trace.inputChannels, 1)
    inputChannel = ((inputChannel + count) % total + total) % total
  }

  /// The place that a text names: `0,1,2,3` for i, h, w, c, or `1,2` for h, w; nothing for the pinned one.
  /// - Returns: what is wrong with it; `nil` where the walk went there.
  package mutating func go(toNamed text: String) -> String? {
    let words = text.split { ",[]() ".contains($0) }
    let numbers = words.compactMap { Int($0) }
    if words.isEmpty, let pinned {
      go(to: pinned)
      return nil
    }
    let shape = trace.outputShape
    let target: WindowTrace.Place
    switch numbers.count == words.count ? numbers.count : 0 {
    case 4: target = WindowTrace.Place(numbers[0], numbers[1], numbers[2], numbers[3])
    case 2: target = WindowTrace.Place(place.image, numbers[0], numbers[1], place.channel)
    default: return "a place is i,h,w,c or h,w, as in 0,1,2,0"
    }
    guard trace.contains(target) else {
      return "no such place: the output is \(shape)"
    }
    go(to: target)
    return nil
  }

  // MARK: - Looking

  /// Pins the place, or lets it go where it is pinned.
  package mutating func togglePin() { pinned = pinned == place ? nil : place }

  package mutating func changeDigits(by count: Int) {
    digits = min(max(digits + count, Self.digitCounts.lowerBound), Self.digitCounts.upperBound)
  }

  // MARK: - Playing

  /// Plays on from here, from the start where this is the end; or stops.
  package mutating func togglePlaying() {
    isPlaying.toggle()
    if isPlaying, step == trace.stepCount - 1 { goToStart() }
  }

  package mutating func stopPlaying() { isPlaying = false }

  package mutating func changeSpeed(faster: Bool) {
    speed = min(max(faster ? speed * 2 : speed / 2, Self.speeds.lowerBound), Self.speeds.upperBound)
  }

  /// One step of playing.
  package mutating func tick() {
    guard isPlaying else { return }
    move(steps: 1)
    if step == trace.stepCount - 1 { isPlaying = false }
  }
}
