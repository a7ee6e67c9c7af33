import Arrays
import GoldenFiles
import Layers
import Testing

@Suite("The layers of a network give what plain NumPy gives")
struct NetworkGoldenTests {
  static let cases = goldenCases("network.txt")

  @Test("exact cases have the same bits, for any number of threads", arguments: cases.filter { $0[0] == "exact" })
  func sameBits(golden: GoldenCase) throws {
    let before = WorkerThreads.count
    defer { WorkerThreads.count = before }
    for threads in [1, 3] {
      WorkerThreads.count = threads
      let (results, inputCount) = try results(golden)
      #expect(try results.map(bits) == Array(golden.fields.dropFirst(3 + inputCount)))
    }
  }

  @Test("close cases agree to twelve digits", arguments: cases.filter { $0[0] == "close" })
  func close(golden: GoldenCase) throws {
    let (results, inputCount) = try results(golden)
    let expected = try golden.fields.dropFirst(3 + inputCount).map(decodeArray)
    #expect(results.map(\.shape) == expected.map(\.shape))
    for (result, expected) in zip(results, expected) {
      for (left, right) in zip(try numbers(result), try numbers(expected)) {
        #expect(abs(left - right) <= 1e-12 * max(1, abs(right)))
      }
    }
  }

  /// What the layers give, and how many of the case's arrays are inputs.
  private func results(_ golden: GoldenCase) throws -> ([NDArray], Int) {
    let parameters = Dictionary(
      uniqueKeysWithValues: golden[2].split(separator: " ").map { pair in
        let parts = pair.split(separator: "=")
        return (String(parts[0]), Double(parts[1]) ?? .nan)
      })
    func parameter(_ name: String) throws -> Double {
      guard let value = parameters[name] else { throw UnreadableCase(field: name) }
      return value
    }
    func input(_ index: Int) throws -> NDArray { try golden.array(3 + index) }
    switch golden[1] {
    case "dense_forward":
      return ([try Dense.forward(input(0), weights: input(1), bias: input(2))], 3)
    case "dense_backward":
      let gradients = try Dense.backward(input(0), input: input(1), weights: input(2))
      return ([gradients.input, gradients.weights, gradients.bias], 3)
    case "relu": return ([try ReLU.forward(input(0))], 1)
    case "relu_backward": return ([try ReLU.backward(input(0), input: input(1))], 2)
    case "softmax": return ([try Softmax.forward(input(0))], 1)
    case "softmax_cross_entropy":
      let result = try CrossEntropy.forward(input(0), labels: input(1))
      let gradient = try CrossEntropy.backward(probabilities: result.probabilities, labels: input(1))
      return ([try NDArray(scalar: result.cost), gradient], 2)
    case "dropout":
      let random = try RandomState(seed: Int(parameter("seed")))
      let mask = try Dropout.mask(of: input(0).shape, keepProbability: parameter("keep"), random: random)
      return ([mask, try Dropout.forward(input(0), mask: mask, keepProbability: parameter("keep"))], 1)
    case "adam":
      let updated = try Adam(learningRate: parameter("rate")).updated(
        input(0), gradient: input(1), first: input(2), second: input(3), step: Int(parameter("t")))
      return ([updated.weights, updated.first, updated.second], 4)
    case "momentum":
      let updated = try Momentum(learningRate: parameter("rate"), momentum: parameter("momentum")).updated(
        input(0), gradient: input(1), velocity: input(2))
      return ([updated.weights, updated.velocity], 3)
    case "he":
      return ([try Initialisation.he(input(0).shape, random: RandomState(seed: Int(parameter("seed"))))], 1)
    case "glorot":
      return ([try Initialisation.glorot(input(0).shape, random: RandomState(seed: Int(parameter("seed"))))], 1)
    case "batch_norm":
      let result = try BatchNormalization.forward(
        input(0), gamma: input(1), beta: input(2), epsilon: parameter("epsilon"))
      return ([result.output, result.mean, result.variance], 3)
    case "mini_batches":
      let batches = try MiniBatches(
        exampleCount: input(0).shape[0], size: Int(parameter("size")), seed: Int(parameter("seed")))
      return (
        try (0..<batches.count).flatMap { batch in
          [
            try MiniBatches.gather(batches[batch], of: input(0), as: .float64),
            try MiniBatches.gather(batches[batch], of: input(1), as: .int64),
          ]
        }, 2
      )
    case "one_hot": return ([try OneHot.rows(input(0), classes: Int(parameter("classes")))], 1)
    default: throw UnreadableCase(field: golden[1])
    }
  }
}
