import Arrays
import GoldenFiles
import Testing

@Suite struct LinearTests {
  @Test("a product of arrays is NumPy's", arguments: goldenCases("linear_products.txt"))
  func products(_ golden: GoldenCase) throws {
    let operands = try golden.fields[4...].map(makeView)
    func compute() throws -> NDArray { try call(golden[0], golden[1], operands) }
    switch golden[2] {
    case "error":
      let error = #expect(throws: ArrayError.self) { try compute() }
      #expect(error?.message == golden[3])
    case "unsupported":
      let error = #expect(throws: ArrayError.self) { try compute() }
      #expect(error?.kind == .unsupported)
    case "bits":
      #expect(try encodeArray(compute()) == golden[3])
    default:
      let (result, expected) = (try compute().copy(), try golden.array(3))
      #expect(result.dtype == expected.dtype && result.shape == expected.shape)
      // At most 64 terms, each a product of two numbers below 64.
      let unit = result.dtype == .float32 ? Double(Float.ulpOfOne) : Double.ulpOfOne
      for index in 0..<min(result.count, expected.count) {
        let (x, y) = (result.scalar(atOffset: index), expected.scalar(atOffset: index))
        guard case .float64(let a) = x.cast(to: .float64), case .float64(let b) = y.cast(to: .float64) else { continue }
        #expect(abs(a - b) <= unit * (64 * 64 * 64 + abs(b)))
      }
    }
  }

  private func call(_ function: String, _ argument: String, _ operands: [NDArray]) throws -> NDArray {
    switch function {
    case "dot": return try NDArray.dot(operands[0], operands[1])
    case "matmul": return try NDArray.matmul(operands[0], operands[1])
    case "inner": return try NDArray.inner(operands[0], operands[1])
    case "outer": return try NDArray.outer(operands[0], operands[1])
    case "vdot": return try NDArray.vdot(operands[0], operands[1])
    case "kron": return try NDArray.kron(operands[0], operands[1])
    case "einsum": return try NDArray.einsum(argument, operands)
    case "tensordot":
      if let count = Int(argument) { return try NDArray.tensordot(operands[0], operands[1], count: count) }
      let lists = axisLists(argument)
      return try NDArray.tensordot(operands[0], operands[1], axes: (lists[0], lists[1]))
    case "norm":
      let order = keyword("ord", argument)
      let axes = keyword("axis", argument).map(integers)
      let parsed: NormOrder =
        order == nil ? .standard : order == "'fro'" ? .frobenius : .number(Double(order ?? "") ?? .nan)
      return try operands[0].norm(parsed, axes: axes, keepDims: keyword("keepdims", argument) == "True")
    case "trace":
      func integer(_ name: String, _ usual: Int) -> Int { keyword(name, argument).flatMap { Int($0) } ?? usual }
      return try operands[0].trace(
        offset: integer("offset", 0), axis1: integer("axis1", 0), axis2: integer("axis2", 1))
    default: throw UnknownCase(text: function)
    }
  }

  /// The value of `name=` in `ord=1,axis=(0,1)`.
  private func keyword(_ name: String, _ text: String) -> String? {
    guard let range = text.firstRange(of: "\(name)=") else { return nil }
    let rest = text[range.upperBound...]
    if rest.hasPrefix("(") { return rest.firstIndex(of: ")").map { String(rest[...$0]) } }
    return rest.split(separator: ",").first.map(String.init)
  }

  private func integers(_ text: String) -> [Int] {
    text.split { !"-0123456789".contains($0) }.compactMap { Int($0) }
  }

  /// `([1, 2], [1, 0])` or `(0, 1)`.
  private func axisLists(_ text: String) -> [[Int]] {
    text.contains("[") ? text.split(separator: "]").map { integers(String($0)) } : integers(text).map { [$0] }
  }
}

@Suite struct LinearOrderTests {
  @Test("each output of a matrix product is summed from left to right, whatever the shapes and layouts")
  func order() throws {
    for (rows, inner, columns) in [(1, 50, 1), (7, 33, 1), (1, 20, 17), (5, 64, 9), (4, 3, 8)] {
      let a = try makeView("float64:\(rows),\(inner):5")
      let b = try makeView("float64:\(columns),\(inner):6;transpose 1 0")
      let product = try NDArray.matmul(a, b)
      for row in 0..<rows {
        for column in 0..<columns {
          var sum = 0.0
          for index in 0..<inner {
            guard case .float64(let x) = a.scalar(atOffset: row * inner + index),
              case .float64(let y) = b.scalar(atOffset: column * inner + index)
            else { continue }
            sum += x * y
          }
          #expect(product.scalar(atOffset: row * columns + column) == .float64(sum))
        }
      }
      #expect(try encodeArray(NDArray.dot(a, b)) == encodeArray(product))
      #expect(try encodeArray(NDArray.einsum("ij,jk->ik", [a, b])) == encodeArray(product))
      #expect(try encodeArray(NDArray.tensordot(a, b, count: 1)) == encodeArray(product))
    }
  }

  @Test func comparesWithTolerance() throws {
    let nan = Double.nan
    let a = try NDArray([1.0, 1, .infinity, nan, -.infinity, 0], shape: [6])
    let b = try NDArray([1.00001, 1.1, .infinity, nan, .infinity, 1e-9], shape: [6])
    let close = try NDArray.isClose(a, b)
    #expect(try encodeArray(close) == encodeArray(NDArray([true, false, true, false, false, true], shape: [6])))
    let withNan = try NDArray.isClose(a, b, equalNan: true)
    #expect(try encodeArray(withNan) == encodeArray(NDArray([true, false, true, true, false, true], shape: [6])))
    #expect(try !NDArray.allClose(a, b))
    #expect(try NDArray.allClose(NDArray([1.0, 2], shape: [2]), NDArray([Int64(1), 2], shape: [2])))
    #expect(try NDArray.areEqual(NDArray([1.0, 2], shape: [2]), NDArray([Int64(1), 2], shape: [2])))
    #expect(try !NDArray.areEqual(NDArray([1.0, 2], shape: [2]), NDArray([1.0, 2], shape: [1, 2])))
    #expect(try !NDArray.areEqual(a, a))
    #expect(try NDArray.areEqual(a, a, equalNan: true))
    #expect(try NDArray.areEquivalent(NDArray([1.0, 1], shape: [2]), NDArray([1.0], shape: [1])))
    #expect(try !NDArray.areEquivalent(NDArray([1.0, 1], shape: [2]), NDArray([1.0, 1, 1], shape: [3])))
  }
}
