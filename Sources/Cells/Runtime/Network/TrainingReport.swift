import Layers

/// What `fit` tells while it trains: a line of output for each epoch, without times, so that a replay prints the same; and
/// for who watches, how far it is.
final class TrainingReport {
  private let interpreter: Interpreter
  private let prints: Bool
  /// Batches that an interrupted `fit` had done.
  private var doneBefore: Int?

  init(_ interpreter: Interpreter, prints: Bool) {
    (self.interpreter, self.prints) = (interpreter, prints)
  }

  /// - Throws: `KeyboardInterrupt`, or what tells that the cell has reached a limit.
  func show(_ progress: Layers.Progress) throws {
    try interpreter.tickOnce()
    let done = (progress.epoch - 1) * progress.batches + progress.batch
    let before = doneBefore ?? done - 1
    doneBefore = before
    interpreter.runningLoop.stage = RunningLoop.Stage(
      words: "epoch \(progress.epoch)/\(progress.epochs) batch \(progress.batch)/\(progress.batches) "
        + "cost \(digits(progress.cost)) accuracy \(digits(progress.accuracy))",
      done: done, count: progress.epochs * progress.batches, doneBefore: before)
    if prints, progress.batch == progress.batches { interpreter.write(line(progress) + "\n") }
  }

  func end() { interpreter.runningLoop.stage = nil }

  private func line(_ progress: Layers.Progress) -> String {
    var line =
      "Epoch \(progress.epoch)/\(progress.epochs) - cost: \(digits(progress.cost)) - accuracy: "
      + digits(progress.accuracy)
    if let validation = progress.validation {
      line += " - val_cost: \(digits(validation.cost)) - val_accuracy: \(digits(validation.accuracy))"
    }
    return line
  }

  /// `%.4f`.
  private func digits(_ number: Double) -> String { FloatFormat.text(number, type: UInt8(ascii: "f"), digits: 4) }
}
