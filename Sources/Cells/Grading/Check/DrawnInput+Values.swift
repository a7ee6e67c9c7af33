import Arrays
import Layers

/// A drawn call as plain values, and what the reference layer makes of it.
extension DrawnInput {
  /// In the order of the layer's parameters, with their names.
  func arguments() throws(ArrayError) -> [(name: String, value: PlainValue)] {
    let array = { (tensor: Tensor) throws(ArrayError) in PlainValue.array(try PlainArray(self.array(tensor))) }
    let mode = ("mode", PlainValue.text(input.isAverage ? "average" : "max"))
    switch input.layer {
    case .zeroPad: return [("X", try array(input.input)), ("pad", .int(input.pad))]
    case .convSingleStep:
      return [("a_slice_prev", try array(input.input)), ("W", try array(input.weights)), ("b", try array(input.bias))]
    case .convForward:
      return [
        ("A_prev", try array(input.input)), ("W", try array(input.weights)), ("b", try array(input.bias)),
        ("hparameters", hyperparameters),
      ]
    case .convBackward:
      let cache = [try array(input.input), try array(input.weights), try array(input.bias), hyperparameters]
      return [("dZ", try array(input.gradient)), ("cache", .tuple(cache))]
    case .poolForward: return [("A_prev", try array(input.input)), ("hparameters", hyperparameters), mode]
    case .poolBackward:
      return [
        ("dA", try array(input.gradient)), ("cache", .tuple([try array(input.input), hyperparameters])), mode,
      ]
    case .createMaskFromWindow: return [("x", try array(input.input))]
    case .distributeValue: return [("dz", .float(input.value)), ("shape", .tuple(input.shape.map { .int($0) }))]
    }
  }

  private var hyperparameters: PlainValue {
    let first =
      input.layer == .poolForward || input.layer == .poolBackward
      ? PlainValue.Pair(.text("f"), .int(input.windowSize)) : PlainValue.Pair(.text("pad"), .int(input.pad))
    return .dict([first, PlainValue.Pair(.text("stride"), .int(input.stride))])
  }

  private func array(_ tensor: Tensor) throws(ArrayError) -> NDArray {
    try NDArray(tensor.values, shape: Dims(tensor.shape)).copy(as: dtype)
  }

  /// What the reference layer returns.
  package func expected() throws -> PlainValue {
    let parts = try referenceParts().map { PlainValue.array(try PlainArray($0)) }
    switch input.layer {
    case .convForward, .poolForward:
      // Behind the result stands the cache: the arguments but for the mode.
      let cache = try arguments().filter { $0.name != "mode" }.map(\.value)
      return .tuple(parts + [.tuple(cache)])
    case .convBackward: return .tuple(parts)
    default: return parts[0]
    }
  }

  private func referenceParts() throws -> [NDArray] {
    let (stride, pad) = (input.stride, input.pad)
    let mode = input.isAverage ? Pooling.Mode.average : .max
    let main = try array(input.input)
    switch input.layer {
    case .zeroPad: return [try ZeroPadding.forward(main, padding: pad)]
    case .convSingleStep:
      return [
        try NDArray(Convolution.singleStep(main, weights: array(input.weights), bias: array(input.bias)))
      ]
    case .convForward:
      return [
        try Convolution.forward(
          main, weights: array(input.weights), bias: array(input.bias), stride: stride, padding: .uniform(pad))
      ]
    case .convBackward:
      let gradients = try Convolution.backward(
        array(input.gradient), input: main, weights: array(input.weights), stride: stride, padding: .uniform(pad))
      return [gradients.input, gradients.weights, gradients.bias]
    case .poolForward:
      return [try Pooling.forward(main, windowSize: input.windowSize, stride: stride, mode: mode)]
    case .poolBackward:
      return [
        try Pooling.backward(
          array(input.gradient), input: main, windowSize: input.windowSize, stride: stride, mode: mode)
      ]
    case .createMaskFromWindow: return [try Pooling.mask(of: main)]
    case .distributeValue: return [try Pooling.distribute(.float64(input.value), over: Dims(input.shape))]
    }
  }
}
