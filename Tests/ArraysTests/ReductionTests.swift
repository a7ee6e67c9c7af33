import Arrays
import GoldenFiles
import Testing

@Suite struct ReductionTests {
  @Test("a reduction has NumPy's bits", arguments: goldenCases("reduction_sums.txt"))
  func reduction(_ golden: GoldenCase) throws {
    let x = try makeView(golden[1])
    let axes = golden[2] == "all" ? nil : golden[2].split(separator: ",").compactMap { Int($0) }
    let options = golden[3].split(separator: " ")
    let keepDims = options.contains("keepdims")
    let dtype = options.first { $0.hasPrefix("dtype=") }.flatMap { option in
      DType.allCases.first { $0.name == option.dropFirst(6) }
    }
    let deltaDegrees = options.contains("ddof=1") ? 1.0 : 0
    let result: NDArray
    switch golden[0] {
    case "sum": result = try x.sum(axes: axes, keepDims: keepDims, dtype: dtype)
    case "prod": result = try x.product(axes: axes, keepDims: keepDims, dtype: dtype)
    case "mean": result = try x.mean(axes: axes, keepDims: keepDims, dtype: dtype)
    case "var": result = try x.variance(axes: axes, deltaDegrees: deltaDegrees, keepDims: keepDims, dtype: dtype)
    case "std":
      result = try x.standardDeviation(axes: axes, deltaDegrees: deltaDegrees, keepDims: keepDims, dtype: dtype)
    case "max": result = try x.max(axes: axes, keepDims: keepDims)
    case "min": result = try x.min(axes: axes, keepDims: keepDims)
    case "any": result = try x.any(axes: axes, keepDims: keepDims)
    case "all": result = try x.all(axes: axes, keepDims: keepDims)
    case "count_nonzero": result = try x.countNonzero(axes: axes, keepDims: keepDims)
    case "sumthensum": result = try x.sum(axes: axes, keepDims: keepDims, dtype: dtype).sum()
    case "doublethensum": result = try NDArray.apply(.add, x, x).sum(axes: axes, keepDims: keepDims)
    default: throw UnknownCase(text: golden[0])
    }
    #expect(try resultField(result) == golden[4])
  }
}
