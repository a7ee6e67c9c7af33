import Arrays

/// Checks of what layers of a model are asked for.
extension ModelLayer {
  func requireImages(_ shape: Dims, _ name: String) throws(LayerError) {
    if shape.count != 3 {
      throw .unfit(function: name, argument: "an example", expected: "3 axes (n_H, n_W, n_C)", actual: shape)
    }
  }

  func require(_ value: Int, atLeast minimum: Int, _ argument: String, _ name: String) throws(LayerError) {
    if value < minimum {
      throw .unusable(function: name, argument: argument, expected: "at least \(minimum)", actual: "\(value)")
    }
  }

  func windowTooLarge(_ size: Int, _ shape: Dims, _ argument: String, _ name: String) -> LayerError {
    .unusable(
      function: name, argument: argument, expected: "at most the image's \(shape[0]) x \(shape[1])",
      actual: "\(size) x \(size)")
  }
}
