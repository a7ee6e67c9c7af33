import Arrays
import Layers
import Testing

@Suite("Mistakes in arguments are named")
struct LayerErrorTests {
  private func zeros(_ shape: Dims) throws -> NDArray { try NDArray(.float64, shape: shape) }

  private func message(_ body: () throws -> some Any) -> String {
    do {
      _ = try body()
      return "no error"
    } catch let error as LayerError {
      return error.message
    } catch {
      return "\(error)"
    }
  }

  private func forward(
    _ input: Dims = [2, 5, 7, 4], weights: Dims = [3, 3, 4, 8], bias: Dims = [1, 1, 1, 8], stride: Int = 2, pad: Int = 1
  ) -> String {
    message {
      try Convolution.forward(
        zeros(input), weights: zeros(weights), bias: zeros(bias), stride: stride, padding: .uniform(pad))
    }
  }

  @Test("conv_forward")
  func convolutionForward() {
    #expect(forward() == "no error")
    #expect(forward(bias: [8]) == "no error")
    #expect(
      forward(weights: [3, 3, 3, 8])
        == "conv_forward: W has 3 input channels (shape (3, 3, 3, 8)) but A_prev has 4 (shape (2, 5, 7, 4))")
    #expect(
      forward([5, 7, 4])
        == "conv_forward: A_prev must have 4 axes (m, n_H_prev, n_W_prev, n_C_prev) but has shape (5, 7, 4)")
    #expect(
      forward(weights: [3, 3, 4]) == "conv_forward: W must have 4 axes (f, f, n_C_prev, n_C) but has shape (3, 3, 4)")
    #expect(
      forward(weights: [3, 2, 4, 8])
        == "conv_forward: W must have square filters (f, f, n_C_prev, n_C) but has shape (3, 2, 4, 8)")
    #expect(forward(weights: [0, 0, 4, 8]) == "conv_forward: W's filter size f must be at least 1 but is 0")
    #expect(
      forward(bias: [1, 1, 1, 3])
        == "conv_forward: b must have shape (1, 1, 1, 8), one number for each filter of W, but has shape (1, 1, 1, 3)")
    #expect(forward(stride: 0) == "conv_forward: hparameters['stride'] must be at least 1 but is 0")
    #expect(forward(pad: -1) == "conv_forward: hparameters['pad'] must be at least 0 but is -1")
    #expect(
      forward([2, 2, 7, 4], weights: [5, 5, 4, 8])
        == "conv_forward: W makes windows of 5 x 5 but A_prev has only 2 x 7 (shape (2, 2, 7, 4)) "
        + "and hparameters['pad'] is 1")
    #expect(forward(pad: .max).hasPrefix("Unable to allocate"))
    #expect(forward([0, 5, 7, 4], pad: .max / 2).hasPrefix("Unable to allocate"))
    #expect(forward(stride: .max) == "no error")
  }

  @Test("conv_backward")
  func convolutionBackward() throws {
    func backward(_ gradient: Dims) -> String {
      message {
        try Convolution.backward(
          zeros(gradient), input: zeros([2, 5, 7, 4]), weights: zeros([3, 3, 4, 8]), stride: 2, padding: 1)
      }
    }
    #expect(backward([2, 3, 4, 8]) == "no error")
    #expect(
      backward([2, 3, 3, 8])
        == "conv_backward: dZ must have shape (2, 3, 4, 8), as conv_forward's Z for this cache, "
        + "but has shape (2, 3, 3, 8)")
    #expect(backward([2, 3, 4]) == "conv_backward: dZ must have 4 axes (m, n_H, n_W, n_C) but has shape (2, 3, 4)")
  }

  @Test("pool_forward and pool_backward")
  func pooling() throws {
    func pool(_ input: Dims, f: Int = 2, stride: Int = 1) -> String {
      message { try Pooling.forward(zeros(input), windowSize: f, stride: stride) }
    }
    #expect(
      pool([5, 3, 4])
        == "pool_forward: A_prev must have 4 axes (m, n_H_prev, n_W_prev, n_C_prev) but has shape (5, 3, 4)")
    #expect(pool([1, 3, 4, 2], f: 0) == "pool_forward: hparameters['f'] must be at least 1 but is 0")
    #expect(pool([1, 3, 4, 2], stride: -2) == "pool_forward: hparameters['stride'] must be at least 1 but is -2")
    #expect(
      pool([1, 3, 4, 2], f: 5)
        == "pool_forward: hparameters['f'] makes windows of 5 x 5 but A_prev has only 3 x 4 (shape (1, 3, 4, 2))")
    #expect(
      message { try Pooling.Mode.named("mean", in: .poolForward) }
        == "pool_forward: mode must be 'max' or 'average' but is 'mean'")
    #expect(
      message {
        try Pooling.backward(zeros([1, 3, 3, 2]), input: zeros([1, 3, 4, 2]), windowSize: 2, stride: 1)
      } == "pool_backward: dA must have shape (1, 2, 3, 2), as pool_forward's A for this cache, "
        + "but has shape (1, 3, 3, 2)")
  }

  @Test("zero_pad, conv_single_step, create_mask_from_window, distribute_value")
  func smallFunctions() throws {
    #expect(
      message { try ZeroPadding.forward(zeros([3, 3]), padding: 1) }
        == "zero_pad: X must have 4 axes (m, n_H, n_W, n_C) but has shape (3, 3)")
    #expect(
      message { try ZeroPadding.forward(zeros([1, 3, 3, 1]), padding: -2) }
        == "zero_pad: pad must be at least 0 but is -2")
    #expect(
      message { try ZeroPadding.forward(zeros([1, 3, 3, 1]), padding: .max) }.hasPrefix("Unable to allocate"))
    #expect(
      message {
        try Convolution.singleStep(zeros([4, 4, 3]), weights: zeros([4, 4, 2]), bias: zeros([1, 1, 1]))
      } == "conv_single_step: W must have shape (4, 4, 3), as a_slice_prev, but has shape (4, 4, 2)")
    #expect(
      message {
        try Convolution.singleStep(zeros([4, 4, 3]), weights: zeros([4, 4, 3]), bias: zeros([1, 1, 2]))
      } == "conv_single_step: b must have shape (1, 1, 1), one number, but has shape (1, 1, 2)")
    #expect(
      message { try Pooling.mask(of: zeros([0, 2])) }
        == "zero-size array to reduction operation maximum which has no identity")
    #expect(
      message { try Pooling.distribute(.float64(2), over: [2]) }
        == "distribute_value: shape must have 2 axes (n_H, n_W) but has shape (2,)")
    #expect(
      message { try Pooling.distribute(.float64(2), over: [2, 0]) }
        == "distribute_value: shape[1] must be at least 1 but is 0")
  }
}
