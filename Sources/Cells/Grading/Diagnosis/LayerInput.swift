import Layers

/// The arguments of one call of a layer, as the loops of known mistakes read them. What a layer does not have is empty.
package struct LayerInput: Sendable {
  var layer: LayerFunction
  /// X, A_prev, a_slice_prev or x.
  package var input = Tensor([0])
  /// W.
  var weights = Tensor([0])
  /// b.
  var bias = Tensor([0])
  /// dZ or dA.
  var gradient = Tensor([0])
  /// dz of distribute_value.
  var value = 0.0
  /// The window's shape of distribute_value.
  var shape: [Int] = []
  package var stride = 1
  package var pad = 0
  /// f.
  var windowSize = 1
  var isAverage = false

  init(_ layer: LayerFunction) { self.layer = layer }
}

extension LayerFunction {
  /// How messages call the parts of the result.
  var resultNames: [String] {
    switch self {
    case .zeroPad: ["X_pad"]
    case .convSingleStep, .convForward: ["Z"]
    case .poolForward: ["A"]
    case .convBackward: ["dA_prev", "dW", "db"]
    case .poolBackward: ["dA_prev"]
    case .createMaskFromWindow: ["mask"]
    case .distributeValue: ["a"]
    }
  }
}
