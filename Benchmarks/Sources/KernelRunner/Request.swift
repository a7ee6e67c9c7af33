import Arrays
import CPeak
import Layers

/// One call with a fresh result; returns the result's size in bytes.
typealias Workload = () throws -> Int

/// Words that say what to measure.
struct Request: Equatable {
  /// `peak`, `read`, `training-epoch`, or a layer, its kind and its direction: `convolution-forward`, `max-backward`, `average-forward`.
  let operation: String
  /// A convolution's m, n_H_prev, n_W_prev, n_C_prev, f, n_C, stride and padding; a pooling's m, n_H_prev, n_W_prev, n_C,
  /// f and stride; a training's examples and its batches' size.
  let shape: String
  /// `f32` or `f64`.
  let dtype: String
  let threads: Int

  struct Refused: Error, CustomStringConvertible {
    let description: String
  }

  func workload() throws -> Workload {
    WorkerThreads.count = threads
    switch operation {
    case "peak":
      return {
        peak_multiply_add(dtype == "f64", Int32(threads), 1e10)
        return 0
      }
    case "read":
      return {
        if !peak_read(Int32(threads)) { throw Refused(description: "no memory to read") }
        return 0
      }
    case "convolution-forward", "convolution-backward": return try convolution()
    case "max-forward", "max-backward": return try pooling(.max)
    case "average-forward", "average-backward": return try pooling(.average)
    case "training-epoch": return try training()
    default: throw Refused(description: "does not know \(operation)")
    }
  }

  private func convolution() throws -> Workload {
    let sizes = try sizes(count: 8)
    let (windowSize, stride) = (sizes[4], sizes[6])
    let isSame = sizes[7] == Self.same
    let padding: Padding = isSame ? .same : .uniform(sizes[7])
    let margin = isSame ? windowSize - 1 : 2 * sizes[7]
    let input = try numbers(sizes[0...3])
    let weights = try numbers([windowSize, windowSize, sizes[3], sizes[5]])
    if operation == "convolution-forward" {
      let bias = try numbers([1, 1, 1, sizes[5]])
      return {
        try Convolution.forward(input, weights: weights, bias: bias, stride: stride, padding: padding).byteCount
      }
    }
    let gradient = try numbers(
      [sizes[0]] + sizes[1...2].map { ($0 + margin - windowSize) / stride + 1 } + [sizes[5]])
    return {
      let gradients = try Convolution.backward(
        gradient, input: input, weights: weights, stride: stride, padding: padding)
      return gradients.input.byteCount + gradients.weights.byteCount + gradients.bias.byteCount
    }
  }

  private func pooling(_ mode: Pooling.Mode) throws -> Workload {
    let sizes = try sizes(count: 6)
    let (windowSize, stride) = (sizes[4], sizes[5])
    let input = try numbers(sizes[0...3])
    if operation.hasSuffix("forward") {
      return { try Pooling.forward(input, windowSize: windowSize, stride: stride, mode: mode).byteCount }
    }
    let gradient = try numbers([sizes[0]] + sizes[1...2].map { ($0 - windowSize) / stride + 1 } + [sizes[3]])
    return {
      try Pooling.backward(gradient, input: input, windowSize: windowSize, stride: stride, mode: mode).byteCount
    }
  }
}

extension Request {
  /// What stands for a padding by TensorFlow's rule SAME.
  private static let same = -1

  private func sizes(count: Int) throws -> [Int] {
    let sizes = shape.split(separator: ",").compactMap { $0 == "same" ? Self.same : Int($0) }
    if sizes.count != count { throw Refused(description: "\(operation) takes \(count) sizes, and not \(shape)") }
    return sizes
  }

  /// Numbers between -1 and 1, without any memory but their own.
  private func numbers(_ shape: some Sequence<Int>) throws -> NDArray {
    let array = try NDArray(dtype == "f32" ? .float32 : .float64, shape: Dims(shape), zeroed: false)
    var state: UInt64 = 1
    for index in 0..<array.count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Double(Int64(bitPattern: state) >> 11) * 0x1p-52
      if dtype == "f32" {
        array.pointer(Float.self)[index] = Float(number)
      } else {
        array.pointer(Double.self)[index] = number
      }
    }
    return array
  }

  /// How much one call, the first of its process, lets memory grow beyond its results.
  func bytesBeyondResults() throws -> Int {
    let workload = try workload()
    let before = peakResidentBytes()
    let results = try workload()
    return peakResidentBytes() - before - results
  }
}

extension NDArray {
  var byteCount: Int { count * dtype.itemSize }
}
