import Arrays
import GoldenFiles

/// Makes the arrays that `Goldens/reduction_views.py` describes.
func makeView(_ spec: String) throws -> NDArray {
  let steps = spec.split(separator: ";").map(String.init)
  let parts = steps[0].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
  guard let dtype = DType.allCases.first(where: { $0.name == parts[0] }), let seed = UInt64(parts[2]) else {
    throw UnknownCase(text: spec)
  }
  var view = try base(dtype, Dims(parts[1].split(separator: ",").compactMap { Int($0) }), seed)
  for step in steps.dropFirst() {
    let words = step.split(separator: " ")
    let n = words.dropFirst().compactMap { Int($0) }
    var (shape, strides) = (view.shape, view.strides)
    switch words[0] {
    case "transpose":
      view = view.with(shape: Dims(n.map { shape[$0] }), strides: Dims(n.map { strides[$0] }))
    case "slice":
      let start = view.offset + n[1] * strides[n[0]]
      shape[n[0]] = n[2]
      strides[n[0]] *= n[3]
      view = view.with(shape: shape, strides: strides, offset: start)
    case "broadcast":
      shape.insert(n[1], at: n[0])
      strides.insert(0, at: n[0])
      view = view.with(shape: shape, strides: strides, isWriteable: false)
    default: throw UnknownCase(text: step)
    }
  }
  return view
}

private func base(_ dtype: DType, _ shape: Dims, _ seed: UInt64) throws -> NDArray {
  let array = try NDArray(dtype, shape: shape)
  for index in 0..<array.count {
    var h = (UInt64(index) &* 2_654_435_761 &+ seed &* 40503) & 0xFFFF_FFFF
    h ^= h >> 15
    h = (h &* 2_246_822_519) & 0xFFFF_FFFF
    h ^= h >> 13
    let value = (Double(h) / 2_147_483_648 - 1) * Double(1 << (h % 7))
    switch dtype {
    case .float64: array.store(.float64(value / 3), atOffset: index)
    case .float32: array.store(.float64(value), atOffset: index)
    case .int64: array.store(.int64(Int64(h % 2001) - 1000), atOffset: index)
    case .uint8: array.store(.uint8(UInt8(h & 255)), atOffset: index)
    case .bool: array.store(.bool(h & 16 != 0), atOffset: index)
    }
  }
  return array
}

/// An array as the golden files write results: see `reduction_views.result`. Any nan is written as the usual one.
func resultField(_ array: NDArray) throws -> String {
  let copy = try array.copy()
  for index in 0..<copy.count {
    switch copy.scalar(atOffset: index) {
    case .float64(let value) where value.isNaN: copy.store(.float64(.nan), atOffset: index)
    case .float32(let value) where value.isNaN: copy.store(.float32(.nan), atOffset: index)
    default: break
    }
  }
  if copy.count <= 12 { return try encodeArray(copy) }
  var digest: UInt64 = 0xcbf2_9ce4_8422_2325
  for index in 0..<(copy.count * copy.dtype.itemSize) {
    digest = (digest ^ UInt64(copy.storage.base.load(fromByteOffset: index, as: UInt8.self))) &* 0x100_0000_01b3
  }
  let hex = String(digest, radix: 16)
  return "\(copy.dtype.name) \(copy.shape.map(String.init).joined(separator: ",")) digest "
    + String(repeating: "0", count: 16 - hex.count) + hex
}

/// A golden file asks for something that its test does not know.
struct UnknownCase: Error { let text: String }
