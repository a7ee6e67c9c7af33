import Arrays
import GoldenFiles
import Testing

/// A golden case of an operation on arrays, as `indexing_operations.py` writes it:
/// `reshape shape=2,6 order=F | a`, the arrays, `->`, and the results or `error`, a class and a message.
struct GoldenOperation {
  let name: String
  let arguments: [String: String]
  let inputs: [NDArray]
  let expected: [String]

  init(_ golden: GoldenCase) throws {
    let words = golden[0].prefix { $0 != "|" }.split(separator: " ").map(String.init)
    guard let arrow = golden.fields.firstIndex(of: "->"), let name = words.first else {
      throw MalformedCase(text: golden[0])
    }
    self.name = name
    var arguments: [String: String] = [:]
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      arguments[String(parts[0])] = String(parts[1])
    }
    self.arguments = arguments
    inputs = try golden.fields[1..<arrow].map(decodeInput)
    expected = Array(golden.fields[(arrow + 1)...])
  }

  func integer(_ name: String) -> Int? { arguments[name].flatMap(Int.init) }

  func integers(_ name: String) -> [Int]? {
    guard let text = arguments[name], text != "none" else { return nil }
    return text.split(separator: ",").compactMap { Int($0) }
  }

  func flag(_ name: String) -> Bool { arguments[name] == "true" }

  var order: ArrayOrder { arguments["order"] == "F" ? .fortran : .c }

  var dtype: DType? { DType.allCases.first { $0.name == arguments["dtype"] } }

  /// A subscript: `1:3,...,None,#0,True`; `#0` is the first array of `arrays`.
  func index(_ name: String, _ arrays: [NDArray] = []) throws -> [ArrayIndex] {
    try (arguments[name] ?? "").split(separator: ",").map { word in
      switch word {
      case "...": return .ellipsis
      case "None": return .newAxis
      case "True": return .boolean(true)
      case "False": return .boolean(false)
      default: break
      }
      if word.hasPrefix("#"), let number = Int(word.dropFirst()) { return .array(arrays[number]) }
      if word.contains(":") {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        return .slice(start: parts[0], stop: parts[1], step: parts.count > 2 ? parts[2] : nil)
      }
      guard let value = Int(word) else { throw MalformedCase(text: String(word)) }
      return .integer(value)
    }
  }

  /// Runs the operation and compares results, errors, strides and writeability with NumPy's.
  /// - Parameter layout: compare strides and writeability too.
  func check(layout: Bool = true, _ run: (GoldenOperation) throws -> [NDArray]) throws {
    let results: [NDArray]
    do {
      results = try run(self)
    } catch let error as ArrayError {
      #expect(["error", error.kind.pythonName, error.message] == expected)
      return
    }
    let outcome = try results.map(encodeOutput)
    #expect(layout ? outcome == expected : outcome.map(withoutLayout) == expected.map(withoutLayout))
  }
}

struct MalformedCase: Error { let text: String }

private func withoutLayout(_ field: String) -> Substring { field.prefix { $0 != "@" } }

/// A plain array, or `view SHAPE STRIDES OFFSET WRITEABLE` and the plain array it looks at.
private func decodeInput(_ field: String) throws -> NDArray {
  guard field.hasPrefix("view ") else { return try decodeArray(field) }
  let parts = field.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
  func numbers(_ text: String) -> Dims { Dims(text.split(separator: ",").compactMap { Int($0) }) }
  return try decodeArray(parts[5]).with(
    shape: numbers(parts[1]), strides: numbers(parts[2]), offset: Int(parts[3]), isWriteable: parts[4] == "1")
}

private func encodeOutput(_ array: NDArray) throws -> String {
  let strides = (0..<array.rank).map { axis in
    array.shape[axis] > 1 && array.count > 0 ? String(array.strides[axis]) : "-"
  }
  return try encodeArray(array) + " @" + strides.joined(separator: ",") + (array.isWriteable ? "" : " read-only")
}

extension ArrayError.Kind {
  /// The name of the Python class.
  var pythonName: String {
    switch self {
    case .value: "ValueError"
    case .type: "TypeError"
    case .index: "IndexError"
    case .axis: "AxisError"
    case .memory: "MemoryError"
    case .ufuncType: "UFuncTypeError"
    case .zeroDivision: "ZeroDivisionError"
    case .overflow: "OverflowError"
    case .unsupported: "unsupported"
    case .stopped: "stopped"
    }
  }
}
