import Arrays

/// First values of weights, drawn from NumPy's legacy generator.
///
/// Of a shape's last two axes the first counts what goes in and the second what goes out; axes before them are a window:
/// fan_in = f * f * n_C_prev and fan_out = f * f * n_C for (f, f, n_C_prev, n_C).
public enum Initialisation {
  /// `np.random.randn(*shape) * np.sqrt(2 / fan_in)` (He et al. 2015, equation 10).
  /// - Throws: `LayerError` for a shape with fewer than 2 axes, or when memory runs out.
  public static func he(_ shape: Dims, random: RandomState) throws(LayerError) -> NDArray {
    let fans = try fans(shape, "initialize_he")
    return try layer { () throws(ArrayError) in
      let draws = try random.standardNormal(shape)
      let (numbers, factor) = (draws.pointer(Double.self), (2 / Double(fans.input)).squareRoot())
      for index in 0..<draws.count { numbers[index] *= factor }
      return draws
    }
  }

  /// Uniform between -limit and limit = `np.sqrt(6 / (fan_in + fan_out))` (Glorot and Bengio 2010, equation 16): Keras's
  /// default, and TensorFlow's `xavier_initializer`. Each number is `-limit + 2 * limit * np.random.rand()`.
  /// - Throws: `LayerError` for a shape with fewer than 2 axes, or when memory runs out.
  public static func glorot(_ shape: Dims, random: RandomState) throws(LayerError) -> NDArray {
    let fans = try fans(shape, "initialize_glorot")
    let limit = (6 / Double(fans.input + fans.output)).squareRoot()
    return try layer { () throws(ArrayError) in
      let draws = try random.randomSample(shape)
      let numbers = draws.pointer(Double.self)
      for index in 0..<draws.count { numbers[index] = -limit + 2 * limit * numbers[index] }
      return draws
    }
  }

  private static func fans(_ shape: Dims, _ function: String) throws(LayerError) -> (input: Int, output: Int) {
    if shape.count < 2 || shape.contains(where: { $0 < 1 }) {
      throw .unusable(
        function: function, argument: "shape", expected: "at least 2 lengths above 0: (..., n_prev, n)",
        actual: "\(shape)")
    }
    let window = shape.dropLast(2).reduce(1, *)
    return (window * shape[shape.count - 2], window * shape[shape.count - 1])
  }
}
