import Arrays

/// Messages that older versions of Python and NumPy word in another way.
extension Vintage {
  /// A message about arrays.
  func wording(of error: ArrayError) -> String {
    let message = error.message
    if numpy < 19, let text = message.prefix(before: ": array is ", following: "too many indices for array") {
      return text
    }
    if numpy < 20, message.hasPrefix("could not broadcast input array from shape ") {
      return message.replacing(",)", with: ")")
    }
    if numpy < 12, message.hasPrefix("cannot reshape array of size ") {
      return "total size of new array must be unchanged"
    }
    if numpy < 17, message.hasPrefix("all the input array dimensions except for the concatenation axis") {
      return "all the input array dimensions except for the concatenation axis must match exactly"
    }
    return message
  }

  /// Of `array += None` and the like: such a result is an object, and no element of an array of numbers.
  func objectResult(of function: String, _ dtype: DType) -> Raised {
    if numpy < 20 {
      return .typeError(
        "ufunc '\(function)' output (typecode 'O') could not be coerced to provided output parameter (typecode "
          + "'\(dtype.typeCode)') according to the casting rule ''same_kind''")
    }
    return Raised(
      Exceptions.ufuncCastingError,
      "Cannot cast ufunc '\(function)' output from dtype('O') to dtype('\(dtype.name)') with casting rule "
        + "'same_kind'")
  }

  /// Too many arguments by position for one of NumPy's functions in C; `nil` where its usual words hold.
  func wrongCount(of function: NativeFunction, _ given: Int) -> Raised? {
    let most = function.signature.positionalCount
    guard numpy < 20, function.wording == .numpy, !function.isMethod, given > most,
      !(function is UniversalFunction)
    else { return nil }
    if function.name == "array" { return .valueError("only 2 non-keyword arguments accepted") }
    return .typeError(
      "\(numpy < 13 ? "function" : function.name + "()") takes at most \(most) arguments (\(given) given)")
  }

  /// What Python before 3.10 says of code that it cannot read.
  func wording(of problem: SyntaxProblem, in source: Source) -> String {
    let message = problem.message
    guard python < 10, problem.insteadOfUnsupported == nil else { return message }
    if message.hasSuffix("was never closed") {
      // Further lines end up within the bracket, and make no sense there.
      let line = source.line(at: Int(problem.span.start))
      let lastLine = source.line(at: source.text.count)
      let isLast = (line..<max(line, lastLine)).allSatisfy { source.lineText($0 + 1).trimmed.isEmpty }
      return isLast ? "unexpected EOF while parsing" : "invalid syntax"
    }
    if message.hasPrefix("unterminated string literal") { return "EOL while scanning string literal" }
    if message.hasPrefix("unterminated triple-quoted string literal") {
      return "EOF while scanning triple-quoted string literal"
    }
    if message.hasPrefix("expected an indented block") { return "expected an indented block" }
    if python < 8, let target = message.suffix(following: "cannot assign to ") {
      return "can't assign to \(target.prefix(before: " here. Maybe") ?? target)"
    }
    if python < 9, message.hasPrefix("invalid character") || message.hasPrefix("invalid non-printable character") {
      return "invalid character in identifier"
    }
    let laterWords = [
      "invalid syntax. ", "expected ", "closing parenthesis ", "invalid decimal literal", "f-string: expecting ",
      "cannot mix ",
    ]
    if laterWords.contains(where: { message.hasPrefix($0) }) || python < 8 && message.hasPrefix("unmatched ") {
      return "invalid syntax"
    }
    return message
  }

  func unboundLocal(_ name: String) -> String {
    python < 11
      ? "local variable '\(name)' referenced before assignment"
      : "cannot access local variable '\(name)' where it is not associated with a value"
  }

  func unboundFree(_ name: String) -> String {
    python < 11
      ? "free variable '\(name)' referenced before assignment in enclosing scope"
      : "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope"
  }

  /// Of `a, b = value`.
  func notUnpackable(_ typeName: String) -> String {
    python < 7 ? "'\(typeName)' object is not iterable" : "cannot unpack non-iterable \(typeName) object"
  }

  /// Of `"text" + value`.
  func notConcatenable(_ typeName: String) -> String {
    python < 7 ? "must be str, not \(typeName)" : "can only concatenate str (not \"\(typeName)\") to str"
  }

  /// What `int` and `float` want: "a real number", and "a number" before Python 3.10.
  var realNumber: String { python < 10 ? "a number" : "a real number" }

  /// Of `int(array)` where there are several elements.
  var notOneElement: String {
    "only \((14..<24).contains(numpy) ? "size" : "length")-1 arrays can be converted to Python scalars"
  }
}

extension DType {
  /// NumPy's letter for it.
  fileprivate var typeCode: String {
    switch self {
    case .bool: "?"
    case .uint8: "B"
    case .int64: "l"
    case .float32: "f"
    case .float64: "d"
    }
  }
}

extension String {
  /// `following` where the text starts with it and `end` comes right behind.
  fileprivate func prefix(before end: String, following start: String) -> String? {
    hasPrefix(start + end) ? start : nil
  }

  /// The text up to `end`; `nil` where that is not in it.
  fileprivate func prefix(before end: String) -> String? {
    var start = utf8.startIndex
    while start != utf8.endIndex {
      if self[start...].utf8.starts(with: end.utf8) { return String(self[..<start]) }
      start = utf8.index(after: start)
    }
    return nil
  }

  /// The text behind `start`; `nil` where it does not start so.
  fileprivate func suffix(following start: String) -> String? {
    hasPrefix(start) ? String(dropFirst(start.count)) : nil
  }

  /// Without Foundation: every occurrence of one text replaced by another.
  fileprivate func replacing(_ old: String, with new: String) -> String {
    var result: [UInt8] = []
    var rest = utf8[...]
    while let first = rest.first {
      if rest.starts(with: old.utf8) {
        result.append(contentsOf: new.utf8)
        rest = rest.dropFirst(old.utf8.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
