import Arrays

/// The arguments of one call of a native function, bound to its parameters in the order of the signature.
///
/// A parameter that was not given is `.undefined`. `rest` and `keywords` hold what `*rest` and `**keywords` took.
package struct Arguments: ~Copyable {
  let base: UnsafeMutablePointer<Value>
  let count: Int
  package let rest: [Value]
  package let keywords: [(String, Value)]
  package let function: NativeFunction
  package let interpreter: Interpreter

  init(
    base: UnsafeMutablePointer<Value>, count: Int, rest: [Value] = [], keywords: [(String, Value)] = [],
    function: NativeFunction, interpreter: Interpreter
  ) {
    self.base = base
    self.count = count
    self.rest = rest
    self.keywords = keywords
    self.function = function
    self.interpreter = interpreter
  }

  package subscript(index: Int) -> Value { index < count ? base[index] : .undefined }

  package func has(_ index: Int) -> Bool { !self[index].isAbsent }

  /// An integer, also NumPy's.
  /// - Throws: `TypeError` "'str' object cannot be interpreted as an integer".
  package func int(_ index: Int) throws -> Int { try interpreter.index(self[index]) }

  package func int(_ index: Int, default value: Int) throws -> Int { has(index) ? try int(index) : value }

  package func optionalInt(_ index: Int) throws -> Int? { has(index) ? try int(index) : nil }

  /// A real number as a float.
  /// - Throws: `TypeError` "must be real number, not str".
  package func double(_ index: Int) throws -> Double { try interpreter.double(self[index]) }

  package func double(_ index: Int, default value: Double) throws -> Double { has(index) ? try double(index) : value }

  /// Python's truth.
  package func bool(_ index: Int, default value: Bool) throws -> Bool {
    self[index].isUndefined ? value : try interpreter.isTrue(self[index])
  }

  package func text(_ index: Int) throws -> String {
    guard let text = self[index].asString else {
      throw Raised.typeError(
        "\(function.name)() argument \(index + (function.isMethod ? 0 : 1)) must be str, "
          + "not \(interpreter.typeName(self[index]))")
    }
    return text.value
  }

  package func text(_ index: Int, default value: String) throws -> String { has(index) ? try text(index) : value }

  /// What `np.asarray` makes of the argument.
  package func array(_ index: Int) throws -> NDArray { try interpreter.asArray(self[index]) }
}
