import Arrays

/// Images as rows of numbers: what a dense layer takes.
public enum Flatten {
  /// (m, ...) as (m, n), in C order: a view where the input is contiguous.
  /// - Throws: `LayerError` if the input has no axis, or when memory runs out.
  public static func forward(_ input: NDArray) throws(LayerError) -> NDArray {
    if input.rank == 0 {
      throw .unfit(function: "flatten", argument: "A_prev", expected: "at least 1 axis (m, ...)", actual: input.shape)
    }
    let features = input.shape.dropFirst().reduce(1, *)
    return try input.contiguous(as: input.dtype).viewed([input.shape[0], features])
  }

  /// The gradient in the shape of what was flattened.
  /// - Parameters:
  ///   - outputGradient: (m, n).
  ///   - shape: the input's.
  /// - Throws: `LayerError` if it has not as many elements, or when memory runs out.
  public static func backward(_ outputGradient: NDArray, shape: Dims) throws(LayerError) -> NDArray {
    let expected: Dims = [shape.first ?? 1, shape.dropFirst().reduce(1, *)]
    if outputGradient.shape != expected {
      throw .unfit(
        function: "flatten_backward", argument: "dA", expected: "shape \(expected), as flatten's output",
        actual: outputGradient.shape)
    }
    return try outputGradient.contiguous(as: outputGradient.dtype).viewed(shape)
  }
}
