/// Lets the caller of a long computation stop it: asked now and then, hundreds of times a second.
public struct Checkpoint {
  private let isStopRequested: () -> Bool
  private var operations = 0

  /// Multiplications between two questions: well below a hundredth of a second.
  private static let interval = 1 << 20

  public init(isStopRequested: @escaping () -> Bool) { self.isStopRequested = isStopRequested }

  /// Nobody stops the computation.
  public static var none: Checkpoint { Checkpoint { false } }

  /// - Throws: `LayerError.stopped`.
  @inline(__always)
  mutating func pass(operations count: Int) throws(LayerError) {
    operations &+= count
    if operations >= Checkpoint.interval {
      operations = 0
      if isStopRequested() { throw .stopped }
    }
  }
}
