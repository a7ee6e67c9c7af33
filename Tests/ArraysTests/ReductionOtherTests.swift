import Arrays
import GoldenFiles
import Testing

@Suite struct ReductionOtherTests {
  @Test("medians, averages, running sums and the like are NumPy's", arguments: goldenCases("reduction_others.txt"))
  func values(_ golden: GoldenCase) throws {
    let x = try golden[1].contains(":") ? makeView(golden[1]) : numbers(golden[1])
    let arguments = Arguments(golden[2])
    var messages: [String] = []
    func compute() throws -> NDArray {
      messages = []
      return try call(golden[0], x, arguments) { messages.append($0) }
    }
    switch golden[3] {
    case "error":
      let error = #expect(throws: ArrayError.self) { try compute() }
      #expect(error?.message == golden[4])
    case "unsupported":
      let error = #expect(throws: ArrayError.self) { try compute() }
      #expect(error?.kind == .unsupported)
      #expect(error?.message.contains(golden[4]) == true)
    default:
      #expect(try resultField(compute()) == golden[4])
      #expect(messages.joined(separator: "|") == golden[5])
    }
  }

  private func call(
    _ function: String, _ x: NDArray, _ arguments: Arguments, warn: @escaping WarningSink
  ) throws -> NDArray {
    let (axes, keepDims) = (arguments.axes, arguments["keepdims"] != nil)
    let delta = Double(arguments["ddof"] ?? "0") ?? 0
    switch function {
    case "sum": return try x.sum(axes: axes, keepDims: keepDims, initial: arguments.scalar("initial"), warn: warn)
    case "prod": return try x.product(axes: axes, keepDims: keepDims, warn: warn)
    case "mean": return try x.mean(axes: axes, keepDims: keepDims, warn: warn)
    case "var": return try x.variance(axes: axes, deltaDegrees: delta, keepDims: keepDims, warn: warn)
    case "std": return try x.standardDeviation(axes: axes, deltaDegrees: delta, keepDims: keepDims, warn: warn)
    case "max": return try x.max(axes: axes, keepDims: keepDims, initial: arguments.scalar("initial"))
    case "min": return try x.min(axes: axes, keepDims: keepDims, initial: arguments.scalar("initial"))
    case "any": return try x.any(axes: axes, keepDims: keepDims)
    case "all": return try x.all(axes: axes, keepDims: keepDims)
    case "ptp": return try x.peakToPeak(axes: axes, keepDims: keepDims, warn: warn)
    case "median": return try x.median(axes: axes, keepDims: keepDims, warn: warn)
    case "percentile", "quantile":
      return try x.quantile(
        arguments.array("q"), percent: function == "percentile", axes: axes, keepDims: keepDims, warn: warn)
    case "average":
      let weights = arguments["weights"] == nil ? nil : try arguments.array("weights")
      return try x.average(axis: axes?.first, weights: weights, keepDims: keepDims, warn: warn).mean
    case "cumsum": return try x.cumulativeSum(axis: axes?.first, warn: warn)
    case "cumprod": return try x.cumulativeProduct(axis: axes?.first, warn: warn)
    case "diff": return try x.differences(order: Int(arguments["n"] ?? "1") ?? 1, axis: axes?.first ?? -1, warn: warn)
    case "round": return try x.rounded(decimals: Int(arguments["decimals"] ?? "0") ?? 0, warn: warn)
    case "clip":
      return try x.clipped(
        from: arguments.scalar("a_min").map { try NDArray($0) }, to: arguments.scalar("a_max").map { try NDArray($0) })
    case "nansum": return try x.nanSum(axes: axes, keepDims: keepDims, warn: warn)
    case "nanmean": return try x.nanMean(axes: axes, keepDims: keepDims, warn: warn)
    case "nanmax": return try x.nanMax(axes: axes, keepDims: keepDims, warn: warn)
    case "nanmin": return try x.nanMin(axes: axes, keepDims: keepDims, warn: warn)
    case "nan_to_num": return try x.replacingNonFinite()
    default: throw UnknownCase(text: function)
    }
  }
}

private func numbers(_ text: String) throws -> NDArray {
  let values = text.split(separator: ",").compactMap { Double($0) }
  return try NDArray(values, shape: [values.count])
}

/// `axis=0,1;keepdims=1`
private struct Arguments {
  private var values: [String: String] = [:]

  init(_ text: String) {
    for part in text.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      values[String(pair[0])] = String(pair[1])
    }
  }

  subscript(name: String) -> String? { values[name] }

  var axes: [Int]? { values["axis"]?.split(separator: ",").compactMap { Int($0) } }

  func scalar(_ name: String) -> Scalar? {
    guard let text = values[name] else { return nil }
    if let whole = Int64(text) { return name == "initial" ? .float64(Double(whole)) : .int64(whole) }
    return Double(text).map { .float64($0) }
  }

  /// One number as a 0-d array, several as a vector.
  func array(_ name: String) throws -> NDArray {
    let array = try numbers(values[name] ?? "")
    return name == "q" && array.count == 1 ? array.with(shape: [], strides: []) : array
  }
}
