/// Which floating-point events are warned about: what `np.seterr` and `np.errstate` set.
package struct FloatErrors: Sendable, Equatable {
  package enum Reaction: String, Sendable { case ignore, warn }

  package var divide = Reaction.warn
  package var over = Reaction.warn
  package var under = Reaction.ignore
  package var invalid = Reaction.warn

  /// Whether nobody wants to hear of anything, so that nothing needs to be watched.
  var isSilent: Bool { divide == .ignore && over == .ignore && invalid == .ignore }

  /// Whether a warning of NumPy's is wanted; others than floating-point events always are.
  func wants(_ text: String) -> Bool {
    if text.hasPrefix("divide by zero encountered") { return divide == .warn }
    if text.hasPrefix("overflow encountered") { return over == .warn }
    if text.hasPrefix("underflow encountered") { return under == .warn }
    if text.hasPrefix("invalid value encountered") { return invalid == .warn }
    return true
  }

  /// As `np.geterr` shows it.
  var value: Value {
    var table = HashTable<Value>()
    table.set(name: "divide", Value(divide.rawValue))
    table.set(name: "over", Value(over.rawValue))
    table.set(name: "under", Value(under.rawValue))
    table.set(name: "invalid", Value(invalid.rawValue))
    return .object(DictObject(table))
  }

  /// The settings with the arguments `all, divide, over, under, invalid` applied.
  func changed(by a: borrowing Arguments) throws -> FloatErrors {
    var result = self
    if let all = try FloatErrors.reaction(a, 0) {
      result = FloatErrors(divide: all, over: all, under: all, invalid: all)
    }
    result.divide = try FloatErrors.reaction(a, 1) ?? result.divide
    result.over = try FloatErrors.reaction(a, 2) ?? result.over
    result.under = try FloatErrors.reaction(a, 3) ?? result.under
    result.invalid = try FloatErrors.reaction(a, 4) ?? result.invalid
    return result
  }

  private static func reaction(_ a: borrowing Arguments, _ index: Int) throws -> Reaction? {
    guard a.has(index) else { return nil }
    let name = try a.text(index)
    if let reaction = Reaction(rawValue: name) { return reaction }
    if ["raise", "call", "print", "log"].contains(name) {
      throw Raised.unsupported("'\(name)' for floating-point errors is not supported: use 'warn' or 'ignore'")
    }
    throw Raised.keyError(Value(name))
  }
}

extension ArrayFunction {
  private static let reactions = "all=, divide=, over=, under=, invalid="

  static let floatErrors: [ArrayFunction] = [
    ArrayFunction("geterr", "") { a in a.interpreter.floatErrors.value },
    ArrayFunction("seterr", reactions) { a in
      let previous = a.interpreter.floatErrors
      a.interpreter.floatErrors = try previous.changed(by: a)
      return previous.value
    },
    ArrayFunction("errstate", "*, " + reactions) { a in
      // What is not named stays as it is when the block is entered.
      _ = try a.interpreter.floatErrors.changed(by: a)
      let given = (0..<5).map { a[$0] }
      var outside: [FloatErrors] = []
      return .object(
        ContextManager(
          "numpy.errstate",
          enter: { interpreter in
            outside.append(interpreter.floatErrors)
            _ = try interpreter.call(
              .object(seterr), [],
              keywords: zip(["all", "divide", "over", "under", "invalid"], given).filter { !$0.1.isUndefined })
            return .none
          },
          exit: { interpreter in
            if let previous = outside.popLast() { interpreter.floatErrors = previous }
          }))
    },
  ]

  private static let seterr: NativeFunction = NativeFunction("seterr", reactions) { a in
    a.interpreter.floatErrors = try a.interpreter.floatErrors.changed(by: a)
    return .none
  }
}
