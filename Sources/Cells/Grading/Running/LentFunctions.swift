import Arrays

/// Functions of the grader's that a submission may call: the solutions of exercises that it has not solved. Their code
/// stays outside of the submission's process; a call goes out as plain data, and its result comes back as plain data.
package struct LentFunctions {
  package typealias Answer = (
    _ function: String, _ arguments: [PlainValue], _ keywords: [(String, PlainValue)]
  ) -> Outcome<CallResult>

  package let names: [String]
  /// Calls one of them.
  package let answer: Answer

  package init(_ names: [String], answer: @escaping Answer) {
    self.names = names
    self.answer = answer
  }
}

/// A function whose calls are answered elsewhere, as cells see it.
enum DistantFunction {
  static func make(
    _ name: String,
    _ answer:
      @escaping (
        _ arguments: [PlainValue], _ keywords: [(String, PlainValue)], _ interpreter: Interpreter
      ) throws -> CallResult
  ) -> NativeFunction {
    NativeFunction(name, "*args, **kwargs") { a in
      let arguments = try a.rest.map { try PlainValue($0) }
      let keywords = try a.keywords.map { ($0.0, try PlainValue($0.1)) }
      let result = try answer(arguments, keywords, a.interpreter)
      try writeBack(result.argumentsAfter, before: arguments + keywords.map(\.1), to: a.rest + a.keywords.map(\.1))
      return try result.returned.value(in: a.interpreter)
    }
  }

  /// Of a class that both sides know, or a `RuntimeError` with the same words.
  static func raised(_ className: String, _ message: String) -> Raised {
    Raised(Exceptions.all.first { $0.name == className } ?? Exceptions.runtimeError, message)
  }

  /// A function that writes into its array arguments does so here, too.
  private static func writeBack(_ after: [PlainValue], before: [PlainValue], to arguments: [Value]) throws {
    for (index, value) in after.enumerated() where index < arguments.count && value != before[index] {
      guard case .array(let changed) = value, let target = arguments[index].asArray?.array,
        target.shape == changed.shape, target.dtype == changed.dtype, target.isWriteable
      else { continue }
      try target.assign(changed.array())
    }
  }
}
