import Arrays
import GoldenFiles
import Layers

/// A case of `Goldens/layers.py`: name, function, parameters, inputs, results.
struct LayerCase {
  let function: LayerFunction
  let parameters: [String: String]
  let inputs: [NDArray]
  let expected: [String]

  init(_ golden: GoldenCase) throws {
    guard let function = LayerFunction(rawValue: golden[1]) else { throw UnreadableCase(field: golden[1]) }
    self.function = function
    parameters = Dictionary(
      uniqueKeysWithValues: golden[2].split(separator: " ").map {
        let pair = $0.split(separator: "=")
        return (String(pair[0]), String(pair[1]))
      })
    let inputCount =
      switch function {
      case .zeroPad, .poolForward, .createMaskFromWindow: 1
      case .poolBackward, .distributeValue: 2
      case .convSingleStep, .convForward, .convBackward: 3
      }
    let arrays = golden.fields.dropFirst(3)
    inputs = try arrays.prefix(inputCount).map { $0.hasPrefix("make ") ? try made($0) : try decodeArray($0) }
    expected = Array(arrays.dropFirst(inputCount))
  }

  private func number(_ name: String) throws -> Int {
    guard let number = parameters[name].flatMap({ Int($0) }) else { throw UnreadableCase(field: name) }
    return number
  }

  /// What the layers give.
  func results(_ kernels: Kernels = .fast) throws -> [NDArray] {
    switch function {
    case .zeroPad:
      return [try ZeroPadding.forward(inputs[0], padding: number("pad"))]
    case .convSingleStep:
      return [try NDArray(Convolution.singleStep(inputs[0], weights: inputs[1], bias: inputs[2]))]
    case .convForward:
      return [
        try Convolution.forward(
          inputs[0], weights: inputs[1], bias: inputs[2], stride: number("stride"), padding: .uniform(number("pad")),
          kernels: kernels)
      ]
    case .convBackward:
      let gradients = try Convolution.backward(
        inputs[0], input: inputs[1], weights: inputs[2], stride: number("stride"), padding: .uniform(number("pad")),
        kernels: kernels)
      return [gradients.input, gradients.weights, gradients.bias]
    case .poolForward:
      return [
        try Pooling.forward(
          inputs[0], windowSize: number("f"), stride: number("stride"), mode: mode(), kernels: kernels)
      ]
    case .poolBackward:
      return [
        try Pooling.backward(
          inputs[0], input: inputs[1], windowSize: number("f"), stride: number("stride"), mode: mode(),
          kernels: kernels)
      ]
    case .createMaskFromWindow:
      return [try Pooling.mask(of: inputs[0])]
    case .distributeValue:
      let shape = inputs[1].pointer(Int64.self)
      return [try Pooling.distribute(inputs[0].scalar(), over: [Int(shape[0]), Int(shape[1])])]
    }
  }

  private func mode() throws -> Pooling.Mode { try .named(parameters["mode"] ?? "", in: function) }
}

/// A field that `LayerCase` does not understand.
struct UnreadableCase: Error { let field: String }

/// The arrays that `made` in `Goldens/layers.py` makes: `make float64 2,5,7,4 3 C none`.
func made(_ text: String) throws -> NDArray {
  let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  guard parts.count == 6, let seed = Int(parts[3]), let dtype = DType.allCases.first(where: { $0.name == parts[1] })
  else { throw UnreadableCase(field: text) }
  let shape = Dims(parts[2].split(separator: ",").compactMap { Int($0) })
  let target = try emptyArray(dtype, shape: shape, layout: parts[4])
  try target.assign(NDArray(madeValues(count: target.count, seed: seed, dtype, special: parts[5]), shape: shape))
  return target
}

private func madeValues(count: Int, seed: Int, _ dtype: DType, special: String) -> [Double] {
  (0..<count).map { index in
    let step = (index * 7919 + seed * 104729) % 1000
    if dtype == .bool { return Double(step % 2) }
    if !dtype.isFloating { return Double(step % 21 - (dtype == .int64 ? 10 : 0)) }
    let value = Double(step) / 500 - 1
    switch special {
    case "nan" where index % 37 == 5: return .nan
    case "inf" where index % 43 == 3: return -.infinity
    case "inf" where index % 41 == 7: return .infinity
    case "zeros" where index % 3 == 0: return -0.0
    case "minus": return -0.0
    case "ties": return (value * 2).rounded(.down) / 2
    default: return value
    }
  }
}

/// An array whose elements stand in memory as `layout` says.
private func emptyArray(_ dtype: DType, shape: Dims, layout: String) throws -> NDArray {
  if layout == "F" { return try NDArray(dtype, shape: Dims(shape.reversed())).transposed }
  if layout == "step" {
    var wide = shape
    wide[shape.count - 1] *= 2
    let array = try NDArray(dtype, shape: wide)
    var strides = array.strides
    strides[shape.count - 1] *= 2
    return array.with(shape: shape, strides: strides)
  }
  if layout.hasPrefix("perm") {
    let axes = layout.dropFirst(4).compactMap { Int(String($0)) }
    let array = try NDArray(dtype, shape: Dims(axes.map { shape[$0] }))
    var strides = shape
    for (place, axis) in axes.enumerated() { strides[axis] = array.strides[place] }
    return array.with(shape: shape, strides: strides)
  }
  let array = try NDArray(dtype, shape: shape)
  guard layout.hasPrefix("flip"), let axis = Int(layout.dropFirst(4)) else { return array }
  var strides = array.strides
  strides[axis] = -strides[axis]
  return array.with(shape: shape, strides: strides, offset: (shape[axis] - 1) * array.strides[axis])
}

/// The elements as bits, every nan the same one.
func bits(_ array: NDArray) throws -> String {
  let copy = try array.copy()
  for index in 0..<copy.count {
    if copy.dtype == .float64, copy.pointer(Double.self)[index].isNaN { copy.pointer(Double.self)[index] = .nan }
    if copy.dtype == .float32, copy.pointer(Float.self)[index].isNaN { copy.pointer(Float.self)[index] = .nan }
  }
  return try encodeArray(copy)
}

/// As `result` in `Goldens/layers.py`: the bits, or a digest of many.
func result(_ array: NDArray) throws -> String {
  let text = try bits(array)
  if array.count <= 150 { return text }
  let copy = try decodeArray(text)
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for index in 0..<(copy.count * copy.dtype.itemSize) {
    hash = (hash ^ UInt64(copy.storage.base.load(fromByteOffset: index, as: UInt8.self))) &* 0x100_0000_01b3
  }
  let digits = String(hash, radix: 16)
  let shape = copy.shape.map(String.init).joined(separator: ",")
  return "digest \(shape) " + String(repeating: "0", count: 16 - digits.count) + digits
}

/// The elements as float64.
func numbers(_ array: NDArray) throws -> [Double] {
  let copy = try array.copy(as: .float64)
  return Array(UnsafeBufferPointer(start: copy.pointer(Double.self), count: copy.count))
}
