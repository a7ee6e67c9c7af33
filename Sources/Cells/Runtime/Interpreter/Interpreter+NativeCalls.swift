import Arrays
import Layers

extension Interpreter {
  /// Calls a native function. Where all arguments are positional and fit, they are not even copied.
  func call(
    _ function: NativeFunction, _ base: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: [(String, Value)] = []
  ) throws -> Value {
    let signature = function.signature
    for index in 0..<count { chargeElements(base[index]) }
    if keywords.isEmpty, count >= signature.requiredCount, count <= signature.positionalCount,
      !signature.hasRequiredKeyword
    {
      return try function.body(Arguments(base: base, count: count, function: function, interpreter: self))
    }
    var bound = Array(repeating: Value.undefined, count: max(signature.names.count, 1))
    let byPosition = min(count, signature.positionalCount)
    for index in 0..<byPosition { bound[index] = base[index] }
    var rest: [Value] = []
    if count > byPosition {
      guard signature.takesRest else { throw wrongCount(function, base, count) }
      rest = Array(UnsafeBufferPointer(start: base + byPosition, count: count - byPosition))
    }
    var extra: [(String, Value)] = []
    for (name, value) in keywords {
      guard let index = signature.names.firstIndex(of: name), index >= signature.positionalOnlyCount else {
        guard signature.takesKeywords else { throw unexpectedKeyword(function, name, base, count) }
        extra.append((name, value))
        continue
      }
      guard bound[index].isUndefined else {
        throw Raised.typeError("\(function.name)() got multiple values for argument '\(name)'")
      }
      bound[index] = value
    }
    for index in signature.names.indices where signature.isRequired[index] && bound[index].isUndefined {
      throw missingArgument(function, index, base, count)
    }
    return try bound.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return .none }
      return try function.body(
        Arguments(
          base: start, count: signature.names.count, rest: rest, keywords: extra, function: function, interpreter: self)
      )
    }
  }

  private func unexpectedKeyword(
    _ function: NativeFunction, _ keyword: String, _ base: UnsafeMutablePointer<Value>, _ count: Int
  ) -> Raised {
    let signature = function.signature
    let name = function.name
    if function.wording != .builtin {
      return .typeError("\(name)() got an unexpected keyword argument '\(keyword)'")
    }
    if signature.positionalOnlyCount == signature.names.count {
      return .typeError("\(qualifiedName(function, base, count))() takes no keyword arguments")
    }
    guard function.isMethod || BuiltinFunctions.owns(function) else {
      return .typeError("\(name)() got an unexpected keyword argument '\(keyword)'")
    }
    return .typeError("'\(keyword)' is an invalid keyword argument for \(name == "sorted" ? "sort" : name)()")
  }

  /// Too many positional arguments, or too few of a function without keywords.
  private func wrongCount(
    _ function: NativeFunction, _ base: UnsafeMutablePointer<Value>, _ count: Int
  ) -> Raised {
    let signature = function.signature
    let hidden = function.isMethod ? 1 : 0
    if count < hidden {
      let owner = Types.owner(of: function).map { "\($0.name)." } ?? ""
      return .typeError("unbound method \(owner)\(function.name)() needs an argument")
    }
    if let raised = vintage.wrongCount(of: function, count) { return raised }
    if function.wording != .builtin { return function.wrongCount(count) }
    let (most, least) = (signature.positionalCount - hidden, signature.requiredCount - hidden)
    let given = count - hidden
    let name = function.name
    guard signature.positionalOnlyCount >= signature.positionalCount else {
      return .typeError(
        "\(name)() takes \(most == least ? "exactly" : "at most") \(most) "
          + "\(most == 0 ? "positional " : "")argument\(most == 1 ? "" : "s") (\(given) given)")
    }
    let qualified = qualifiedName(function, base, count)
    if most == 0, signature.names.count > hidden {
      return .typeError("\(name)() takes no positional arguments")
    }
    if most == 0 { return .typeError("\(qualified)() takes no arguments (\(given) given)") }
    if most == 1, least == 1, !signature.takesRest, signature.names.count == hidden + 1 {
      return .typeError("\(qualified)() takes exactly one argument (\(given) given)")
    }
    if most == least, !signature.takesRest { return expected("", least, name, given) }
    return given < least ? expected("at least ", least, name, given) : expected("at most ", most, name, given)
  }

  private func expected(_ bound: String, _ count: Int, _ name: String, _ given: Int) -> Raised {
    .typeError("\(name) expected \(bound)\(count) argument\(count == 1 ? "" : "s"), got \(given)")
  }

  private func missingArgument(
    _ function: NativeFunction, _ index: Int, _ base: UnsafeMutablePointer<Value>, _ count: Int
  ) -> Raised {
    let signature = function.signature
    if function.wording == .python { return function.missingArguments(from: index) }
    if index < signature.positionalOnlyCount, count < signature.requiredCount {
      return wrongCount(function, base, count)
    }
    let hidden = function.isMethod ? 1 : 0
    return .typeError(
      "\(function.name)() missing required argument '\(signature.names[index])' (pos \(function.wording == .numpy ? index - hidden : index + 1 - hidden))"
    )
  }

  /// `len`, `list.append`
  private func qualifiedName(
    _ function: NativeFunction, _ base: UnsafeMutablePointer<Value>, _ count: Int
  ) -> String {
    function.isMethod && count > 0 ? "\(typeName(base[0])).\(function.name)" : function.name
  }

  /// Why a computation was stopped at its checkpoint.
  private func stopped() -> Raised {
    do {
      try poll()
    } catch {
      return raised(error)
    }
    return Raised(Exceptions.keyboardInterrupt, "")
  }

  /// Any Swift error as the Python exception that it stands for.
  package func raised(_ error: any Error) -> Raised {
    switch error {
    case let raised as Raised: return raised
    case ArrayError.stopped: return stopped()
    case let error as ArrayError: return Raised(Exceptions.cls(of: error), vintage.wording(of: error))
    case LayerError.array(let error): return raised(error)
    case let error as LayerError: return .valueError(error.message)
    default: return Raised(Exceptions.runtimeError, "\(error)")
    }
  }
}

extension Exceptions {
  /// The class that NumPy raises.
  package static func cls(of error: ArrayError) -> TypeObject {
    switch error.kind {
    case .value: valueError
    case .type: typeError
    case .index: indexError
    case .axis: axisError
    case .memory: arrayMemoryError
    case .ufuncType: error.message.hasPrefix("Cannot cast") ? ufuncCastingError : ufuncNoLoopError
    case .zeroDivision: zeroDivisionError
    case .overflow: overflowError
    case .unsupported: notImplementedError
    case .stopped: keyboardInterrupt
    }
  }
}
