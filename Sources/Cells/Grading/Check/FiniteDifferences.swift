import Arrays
import Layers

/// Holds gradients against the reference layer itself: a small step of one number changes the sum of gradient times
/// output by what the gradient says.
struct FiniteDifferences {
  private static let step = 1e-5
  private static let tolerance = ValueTolerance(relative: 1e-4, absolute: 1e-5)

  /// The name of the first part whose gradient is not the slope; `nil` where all are, or nothing can be said.
  static func wrongPart(_ drawn: DrawnInput, _ returned: PlainValue) throws(ArrayError) -> String? {
    guard drawn.dtype == .float64 else { return nil }
    let parts: [PlainValue]
    switch returned {
    case .tuple(let elements), .list(let elements): parts = elements
    default: parts = [returned]
    }
    let paths: [WritableKeyPath<LayerInput, Tensor>]
    switch drawn.input.layer {
    case .convBackward: paths = [\.input, \.weights, \.bias]
    case .poolBackward
    where drawn.input.isAverage || Set(drawn.input.input.values).count == drawn.input.input.values.count:
      paths = [\.input]
    default: return nil
    }
    for (part, path) in paths.enumerated() {
      guard part < parts.count, let gradient = PlainNumbers(parts[part]),
        gradient.values.count == drawn.input[keyPath: path].values.count
      else { return drawn.input.layer.resultNames[part] }
      let count = gradient.values.count
      for position in Set([0, count / 2, count - 1]) where position >= 0 {
        var (more, less) = (drawn.input, drawn.input)
        more[keyPath: path].values[position] += step
        less[keyPath: path].values[position] -= step
        let slope = (cost(more) - cost(less)) / (2 * step)
        if !tolerance.accepts(gradient.values[position], for: slope) { return drawn.input.layer.resultNames[part] }
      }
    }
    return nil
  }

  /// The sum of the output times its gradient.
  private static func cost(_ input: LayerInput) -> Double {
    var forward = input
    forward.layer = input.layer == .convBackward ? .convForward : .poolForward
    guard let output = MistakenLayer.results(forward, nil).first?.first else { return .nan }
    return zip(output.values, input.gradient.values).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
