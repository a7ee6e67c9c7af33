/// A Python exception, raised or not.
package final class ExceptionObject: Object, @unchecked Sendable {
  /// A place that the exception passed through.
  package struct TracebackEntry: Sendable {
    package let code: CodeObject
    package let span: Span
  }

  package let cls: TypeObject
  package var arguments: [Value]
  package var attributes: [String: Value] = [:]
  /// Innermost place first.
  package var traceback: [TracebackEntry] = []
  /// `raise ... from cause`.
  package var cause: ExceptionObject?
  /// The exception that was being handled when this one was raised.
  package var context: ExceptionObject?
  package var suppressesContext = false
  /// "unsupported operand type(s)": `a += b` says the same of its own operator.
  var isUnsupportedOperands = false
  /// The unknown name of a `NameError` or `AttributeError`.
  package var misspelling: Misspelling?
  /// Where a `SyntaxError` stands.
  package var syntaxPlace: (source: Source, span: Span)?

  package init(_ cls: TypeObject, _ arguments: [Value]) {
    self.cls = cls
    self.arguments = arguments
    super.init(.exception)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep((arguments, attributes, cause, context)) } }

  package override var type: TypeObject { cls }
}

/// A Python exception on its way through Swift code.
package struct Raised: Error {
  package let exception: ExceptionObject

  package init(_ exception: ExceptionObject) { self.exception = exception }

  package init(_ cls: TypeObject, _ message: String) {
    exception = ExceptionObject(cls, [Value(message)])
  }

  package static func typeError(_ message: String) -> Raised { Raised(Exceptions.typeError, message) }
  package static func valueError(_ message: String) -> Raised { Raised(Exceptions.valueError, message) }
  package static func indexError(_ message: String) -> Raised { Raised(Exceptions.indexError, message) }
  package static func attributeError(_ message: String) -> Raised { Raised(Exceptions.attributeError, message) }
  package static func nameError(_ message: String) -> Raised { Raised(Exceptions.nameError, message) }
  package static func zeroDivision(_ message: String) -> Raised { Raised(Exceptions.zeroDivisionError, message) }
  package static func overflow(_ message: String) -> Raised { Raised(Exceptions.overflowError, message) }
  package static func runtimeError(_ message: String) -> Raised { Raised(Exceptions.runtimeError, message) }
  package static func keyError(_ key: Value) -> Raised { Raised(ExceptionObject(Exceptions.keyError, [key])) }
  package static func stopIteration(_ value: Value = .none) -> Raised {
    Raised(ExceptionObject(Exceptions.stopIteration, value.isNone ? [] : [value]))
  }

  /// What is valid Python or NumPy but not offered here: says what, and what to write instead.
  package static func unsupported(_ message: String) -> Raised { Raised(Exceptions.notImplementedError, message) }
}

extension Raised {
  /// `SyntaxError` and its kin. The place lies in the attributes, as in Python: `filename`, `lineno`, `offset`, `text`.
  package init(syntaxError problem: SyntaxProblem, in source: Source, _ vintage: Vintage = .current) {
    let classes = [Exceptions.indentationError, Exceptions.tabError, Exceptions.memoryError, Exceptions.runtimeError]
    let cls = classes.first { $0.name == problem.className } ?? Exceptions.syntaxError
    let hint = problem.insteadOfUnsupported.map { ": \($0)" } ?? ""
    let message = vintage.wording(of: problem, in: source) + hint
    self.init(cls, message)
    let line = source.line(at: Int(problem.span.start))
    exception.attributes = [
      "msg": Value(message), "filename": Value(source.name), "lineno": .int(line),
      "offset": .int(source.column(at: Int(problem.span.start)) + 1), "text": Value(source.lineText(line)),
    ]
    exception.syntaxPlace = (source, problem.span)
  }
}
