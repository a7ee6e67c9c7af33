import Cells

/// How far a run is, on standard error: `37 of 1000, 52 a second, 18 s left`.
struct GradeProgress: Sendable {
  private let progress = Progress()
  private let start = ContinuousClock.now
  let count: Int

  func show(done: Int) {
    let elapsed = ContinuousClock.now - start
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    var text = "graded \(done) of \(count)"
    if done > 0, seconds > 0 {
      let rate = Double(done) / seconds
      text += ", \(PointsText.text(rate)) a second, \(Int(Double(count - done) / rate)) s left"
    }
    progress.show(text)
  }

  func clear() { progress.clear() }
}
