import Arrays
import Layers
import Testing

/// Layers stop when they are told to.
@Suite struct CheckpointTests {
  @Test("a convolution stops, forward and backward", arguments: [Kernels.fast, .reference])
  func convolution(kernels: Kernels) throws {
    let input = try NDArray(.float64, shape: [1, 40, 40, 8])
    let weights = try NDArray(.float64, shape: [3, 3, 8, 8])
    let bias = try NDArray(.float64, shape: [1, 1, 1, 8])
    expectStop {
      try Convolution.forward(input, weights: weights, bias: bias, stride: 1, padding: 1, kernels: kernels)
    }
    expectStop {
      try Convolution.backward(
        NDArray(.float64, shape: [1, 40, 40, 8]), input: input, weights: weights, stride: 1, padding: 1,
        kernels: kernels)
    }
  }

  @Test("pooling stops, forward and backward", arguments: [Kernels.fast, .reference], Pooling.Mode.allCases)
  func pooling(kernels: Kernels, mode: Pooling.Mode) throws {
    let input = try NDArray(.float64, shape: [1, 60, 60, 16])
    expectStop { try Pooling.forward(input, windowSize: 4, stride: 1, mode: mode, kernels: kernels) }
    let gradient = try NDArray(.float64, shape: [1, 57, 57, 16])
    expectStop {
      try Pooling.backward(gradient, input: input, windowSize: 4, stride: 1, mode: mode, kernels: kernels)
    }
  }

  @Test(
    "pooling nothing takes no time, however large the windows are",
    arguments: [[0, 1 << 20, 1 << 20, 1], [1 << 30, 2, 2, 0]], [Kernels.fast, .reference])
  func poolingNothing(_ lengths: [Int], kernels: Kernels) throws {
    let input = try NDArray(.float64, shape: Dims(lengths))
    let size = lengths[1] / 2
    let output = try Pooling.forward(input, windowSize: size, stride: 1, mode: .max, kernels: kernels)
    #expect(output.shape == Dims([lengths[0], size + 1, size + 1, lengths[3]]))
    let gradient = try Pooling.backward(
      output, input: input, windowSize: size, stride: 1, mode: .average, kernels: kernels)
    #expect(gradient.shape == input.shape)
  }

  private func expectStop(_ computation: () throws -> Any) {
    let error = #expect(throws: LayerError.self) {
      try Checkpoint.asking {
        true
      } during: {
        try computation()
      }
    }
    guard case .array(.stopped) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
