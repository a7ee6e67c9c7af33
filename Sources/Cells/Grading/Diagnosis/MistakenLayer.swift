import Layers

/// The layers as plain loops that can make one mistake. Without one they compute what the reference layers do, to the
/// last few bits (a test holds them to it), so that what a mistake changes is the mistake.
package enum MistakenLayer {
  /// What a function with this mistake returns, one array for each part of the result. There may be several ways to make
  /// a mistake, or none: the layer cannot have it, or Python would raise.
  package static func results(_ input: LayerInput, _ mistake: Mistake?) -> [[Tensor]] {
    switch input.layer {
    case .zeroPad: padding(input, mistake).map { [$0] }
    case .convSingleStep: singleStep(input, mistake).map { [$0] }
    case .convForward: convolution(input, mistake).map { [$0] }
    case .convBackward: convolutionGradients(input, mistake)
    case .poolForward: pooling(input, mistake).map { [$0] }
    case .poolBackward: poolingGradient(input, mistake).map { [$0] }
    case .createMaskFromWindow: mask(input, mistake).map { [$0] }
    case .distributeValue: shares(input, mistake).map { [$0] }
    }
  }

  static func cut(_ tensors: [Tensor]) -> [Tensor] {
    tensors.map { $0.map { $0.isFinite ? $0.rounded(.towardZero) : 0 } }
  }

  // MARK: Padding

  private static func padding(_ input: LayerInput, _ mistake: Mistake?) -> [Tensor] {
    let (x, pad) = (input.input, input.pad)
    func padded(_ axes: [Int], value: Double = 0) -> Tensor {
      let sides = (0..<4).map { axes.contains($0) ? pad : 0 }
      return x.padded(before: sides, after: sides, with: value)
    }
    switch mistake {
    case nil: return [padded([1, 2])]
    case .padIgnored: return [x]
    case .padOnWrongAxes:
      return [[0, 1, 2, 3], [2, 3], [0, 1], [1, 2, 3], [0, 1, 2], [0, 3], [1], [2]].map { padded($0) }
    case .padOnOneSide:
      let (some, none) = ([0, pad, pad, 0], [0, 0, 0, 0])
      return [x.padded(before: some, after: none), x.padded(before: none, after: some)]
    case .padWithOnes: return [padded([1, 2], value: 1)]
    case .cutToIntegers: return cut([padded([1, 2])])
    default: return []
    }
  }

  // MARK: One step

  private static func singleStep(_ input: LayerInput, _ mistake: Mistake?) -> [Tensor] {
    let products = zip(input.input.values, input.weights.values).map { $0 * $1 }
    let bias = input.bias.values.first ?? 0
    let sum = products.reduce(0, +)
    switch mistake {
    case nil: return [Tensor([], [sum + bias])]
    case .biasLeftOut: return [Tensor([], [sum])]
    case .biasInEveryProduct: return [Tensor([], [products.reduce(0) { $0 + ($1 + bias) }])]
    case .filterFlipped:
      let flipped = zip(input.input.values, input.weights.values.reversed()).reduce(0) { $0 + $1.0 * $1.1 }
      return [Tensor([], [flipped + bias])]
    case .cutToIntegers: return cut([Tensor([], [sum + bias])])
    default: return []
    }
  }

  // MARK: Mask and shares

  private static func mask(_ input: LayerInput, _ mistake: Mistake?) -> [Tensor] {
    guard let largest = input.input.values.max() else { return [] }
    switch mistake {
    case nil: return [input.input.map { $0 == largest ? 1 : 0 }]
    case .firstTieOnly:
      var first = Tensor(input.input.shape)
      if let index = input.input.values.firstIndex(of: largest) { first.values[index] = 1 }
      return [first]
    case .largestForMask: return [Tensor([], [largest]), input.input.map { $0 == largest ? largest : 0 }]
    default: return []
    }
  }

  private static func shares(_ input: LayerInput, _ mistake: Mistake?) -> [Tensor] {
    let count = Double(input.shape.reduce(1, *))
    let whole = Tensor(input.shape, repeating: input.value)
    switch mistake {
    case nil: return [whole.map { $0 / count }]
    case .averageNotDivided: return [whole]
    case .dividedByOneSide:
      return (input.shape + [input.shape.reduce(0, +)]).map { side in whole.map { $0 / Double(side) } }
    case .cutToIntegers: return cut([whole.map { $0 / count }])
    default: return []
    }
  }
}
