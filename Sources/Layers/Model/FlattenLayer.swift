import Arrays

/// `Flatten` as a layer of a model.
public struct FlattenLayer: ModelLayer {
  public init() {}
  public var className: String { "Flatten" }
  public var baseName: String { "flatten" }

  public func makeStep(
    shape: Dims, name: String, dtype: DType, random: RandomState
  ) throws(LayerError) -> any ModelStep { FlattenStep(shape) }
}

final class FlattenStep: ModelStep {
  private let shape: Dims

  init(_ shape: Dims) { self.shape = shape }

  var outputShape: Dims { [shape.reduce(1, *)] }

  func forward(_ input: NDArray, _ pass: inout ForwardPass) throws(LayerError) -> NDArray {
    try Flatten.forward(input)
  }

  func backward(_ gradient: NDArray, wantsInput: Bool) throws(LayerError) -> NDArray? {
    try Flatten.backward(gradient, shape: Dims([gradient.shape[0]] + Array(shape)))
  }

  func release() {}
}
