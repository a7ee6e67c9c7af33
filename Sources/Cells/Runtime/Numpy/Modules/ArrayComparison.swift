import Arrays

/// How `np.testing` compares two arrays and reports what differs.
struct ArrayComparison {
  var header: String
  var message = ""
  var equalNan = true
  var equalInfinity = true
  var isStrict = false
  /// Digits with which the arrays are shown.
  var precision = 6

  init(
    header: String, message: String = "", equalNan: Bool = true, equalInfinity: Bool = true, isStrict: Bool = false,
    precision: Int = 6
  ) {
    self.header = header
    self.message = message
    self.equalNan = equalNan
    self.equalInfinity = equalInfinity
    self.isStrict = isStrict
    self.precision = precision
  }

  /// - Throws: `AssertionError` where `isRight` is false for some element, or shapes or the places of nan differ.
  func check(
    _ x: NDArray, _ y: NDArray, _ interpreter: Interpreter, _ isRight: (NDArray, NDArray) throws -> NDArray
  ) throws {
    if isStrict && x.dtype != y.dtype || x.shape != y.shape && (isStrict || x.rank > 0 && y.rank > 0) {
      let reason =
        x.shape != y.shape
        ? "(shapes \(x.shape), \(y.shape) mismatch)" : "(dtypes \(x.dtype.name), \(y.dtype.name) mismatch)"
      throw try failure("\n" + reason, x, y, interpreter)
    }
    var (left, right) = (x, y)
    var skipped: NDArray?
    func skip(_ name: String, _ isSpecial: (NDArray) throws -> NDArray) throws {
      let (mine, theirs) = (try isSpecial(x), try isSpecial(y))
      if try NDArray.apply(.notEqual, mine, theirs).any().scalar() == .bool(true) {
        throw try failure("\nx and y \(name) location mismatch:", x, y, interpreter)
      }
      let both = try NDArray.apply(.logicalOr, mine, theirs)
      skipped = try skipped.map { try NDArray.apply(.logicalOr, $0, both) } ?? both
    }
    if x.dtype.isFloating || y.dtype.isFloating {
      if equalNan { try skip("nan") { try NDArray.apply(.isnan, to: $0) } }
      if equalInfinity {
        let infinity = try NDArray(scalar: Double.infinity)
        try skip("+inf") { try NDArray.apply(.equal, $0, infinity) }
        let negative = try NDArray(scalar: -Double.infinity)
        try skip("-inf") { try NDArray.apply(.equal, $0, negative) }
      }
    }
    if let skipped, try skipped.any().scalar() == .bool(true) {
      if skipped.rank == 0 { return }
      let kept = try NDArray.apply(.logicalNot, to: skipped)
      left = try x.rank == 0 ? x : x.extract(kept)
      right = try y.rank == 0 ? y : y.extract(kept)
      if left.count == 0 || right.count == 0 { return }
    }
    let flags = try isRight(left, right)
    let wrong = try flags.count - flags.countNonzero()
    let total = skipped.flatMap { $0.rank > 0 ? $0.count : nil } ?? flags.count
    if wrong > 0 { throw try failure(try differences(left, right, wrong, of: total, interpreter), x, y, interpreter) }
  }

  private func differences(
    _ x: NDArray, _ y: NDArray, _ wrong: Int, of total: Int, _ interpreter: Interpreter
  ) throws -> String {
    let share = FloatText.general(100 * Double(wrong) / Double(total), digits: 3)
    var lines = ["", "Mismatched elements: \(wrong) / \(total) (\(share)%)"]
    // NumPy fails to turn round the difference of two uint8 numbers, and says nothing then.
    let isTold = x.dtype != .uint8 || x.rank > 0 || y.rank > 0
    if x.dtype != .bool || y.dtype != .bool, isTold {
      // Where NumPy's type does not exist here, a wider one gives the same numbers.
      let wide = try (try? DType.result(of: [x, y])) ?? DType.promote(x.dtype, y.dtype)
      let (a, b) = (try x.copy(as: wide), try y.copy(as: wide))
      var error = try NDArray.apply(.absolute, to: NDArray.apply(.subtract, a, b))
      // Differences of uint8 wrap round. NumPy takes the other direction into account if the first array is uint8.
      if x.dtype == .uint8 {
        let reversed = try NDArray.apply(.absolute, to: NDArray.apply(.subtract, b, a))
        error = try NDArray.apply(.minimum, error, reversed)
      }
      lines.append("Max absolute difference: \(try text(error.max(), interpreter))")
      // Picking elements makes an array of one out of a number: from here on its own dtype counts.
      let size = try NDArray.apply(.absolute, to: y).atLeast(rank: 1)
      let zero = try NDArray(scalar: Int64(0))
      let relative = try NDArray.apply(.divide, error.atLeast(rank: 1), size)
      let isDefined = try NDArray.apply(.notEqual, size, zero).broadcast(to: Array(relative.shape))
      let defined = try relative.ravel().extract(isDefined)
      let largest = try defined.count == 0 ? NDArray(scalar: Double.infinity) : defined.max()
      lines.append("Max relative difference: \(try text(largest, interpreter))")
    }
    return lines.joined(separator: "\n")
  }

  /// A single number as NumPy prints it in an array.
  private func text(_ number: NDArray, _ interpreter: Interpreter) throws -> String {
    try number.formatted(interpreter.printOptions)
  }

  private func failure(_ details: String, _ x: NDArray, _ y: NDArray, _ interpreter: Interpreter) throws -> Raised {
    var options = interpreter.printOptions
    options.precision = precision
    func shown(_ name: String, _ array: NDArray) throws -> String {
      let lines = try array.representation(options).split(separator: "\n", omittingEmptySubsequences: false)
      let text = lines.count > 4 ? lines.prefix(3).joined(separator: "\n") + "..." : lines.joined(separator: "\n")
      return " \(name): \(text)"
    }
    let body = message.isEmpty ? details : message + (details.hasPrefix("\n") ? details : "\n" + details)
    return Raised(Exceptions.assertionError, "\n\(header)\n\(body)\n\(try shown("x", x))\n\(try shown("y", y))")
  }
}
