/// Python's exception classes.
package enum Exceptions {
  package static let baseException: TypeObject = TypeObject("BaseException", attributes: ExceptionMethods.all)
  package static let exception = make("Exception", baseException)
  package static let keyboardInterrupt = make("KeyboardInterrupt", baseException)
  package static let systemExit = make("SystemExit", baseException, attributes: ExceptionMethods.ofSystemExit)
  package static let generatorExit = make("GeneratorExit", baseException)
  package static let arithmeticError = make("ArithmeticError", exception)
  package static let zeroDivisionError = make("ZeroDivisionError", arithmeticError)
  package static let overflowError = make("OverflowError", arithmeticError)
  package static let floatingPointError = make("FloatingPointError", arithmeticError)
  package static let assertionError = make("AssertionError", exception)
  package static let attributeError = make(
    "AttributeError", exception, attributes: ExceptionMethods.ofMisspelling)
  package static let bufferError = make("BufferError", exception)
  package static let eofError = make("EOFError", exception)
  package static let importError = make("ImportError", exception)
  package static let moduleNotFoundError = make("ModuleNotFoundError", importError)
  package static let lookupError = make("LookupError", exception)
  package static let indexError = make("IndexError", lookupError)
  package static let keyError = make("KeyError", lookupError)
  package static let memoryError = make("MemoryError", exception)
  package static let nameError = make("NameError", exception, attributes: ExceptionMethods.ofMisspelling)
  package static let unboundLocalError = make("UnboundLocalError", nameError)
  package static let osError = make("OSError", exception, attributes: ExceptionMethods.ofOSError)
  package static let fileNotFoundError = make("FileNotFoundError", osError)
  package static let permissionError = make("PermissionError", osError)
  package static let fileExistsError = make("FileExistsError", osError)
  package static let isADirectoryError = make("IsADirectoryError", osError)
  package static let notADirectoryError = make("NotADirectoryError", osError)
  package static let timeoutError = make("TimeoutError", osError)
  package static let runtimeError = make("RuntimeError", exception)
  package static let notImplementedError = make("NotImplementedError", runtimeError)
  package static let recursionError = make("RecursionError", runtimeError)
  package static let stopIteration = make(
    "StopIteration", exception, attributes: ExceptionMethods.ofStopIteration)
  package static let syntaxError = make("SyntaxError", exception)
  package static let indentationError = make("IndentationError", syntaxError)
  package static let tabError = make("TabError", indentationError)
  package static let typeError = make("TypeError", exception)
  package static let valueError = make("ValueError", exception)
  package static let unicodeError = make("UnicodeError", valueError)
  package static let unicodeDecodeError = make("UnicodeDecodeError", unicodeError)
  package static let unicodeEncodeError = make("UnicodeEncodeError", unicodeError)
  package static let warning = make("Warning", exception)
  package static let userWarning = make("UserWarning", warning)
  package static let runtimeWarning = make("RuntimeWarning", warning)
  package static let deprecationWarning = make("DeprecationWarning", warning)
  package static let futureWarning = make("FutureWarning", warning)
  /// NumPy's: both a `ValueError` and an `IndexError`.
  package static let axisError: TypeObject = TypeObject(
    "AxisError", module: "numpy.exceptions", base: valueError, secondBase: indexError)
  package static let visibleDeprecationWarning = make(
    "VisibleDeprecationWarning", userWarning, module: "numpy.exceptions")
  package static let linAlgError = make("LinAlgError", valueError, module: "numpy.linalg")
  package static let ufuncTypeError = make("UFuncTypeError", typeError, module: "numpy.core._exceptions")
  // NumPy shows these under their base class's name everywhere but in tracebacks.
  package static let ufuncNoLoopError = makeShownAsBase("_UFuncNoLoopError", ufuncTypeError)
  package static let ufuncCastingError = makeShownAsBase("_UFuncOutputCastingError", ufuncTypeError)
  package static let arrayMemoryError = makeShownAsBase("_ArrayMemoryError", memoryError)

  /// The ones that are built-in names.
  package static let all: [TypeObject] = [
    baseException, exception, keyboardInterrupt, systemExit, generatorExit, arithmeticError, zeroDivisionError,
    overflowError, floatingPointError, assertionError, attributeError, bufferError, eofError, importError,
    moduleNotFoundError, lookupError, indexError, keyError, memoryError, nameError, unboundLocalError, osError,
    fileNotFoundError, permissionError, fileExistsError, isADirectoryError, notADirectoryError, timeoutError,
    runtimeError, notImplementedError, recursionError, stopIteration,
    syntaxError, indentationError, tabError, typeError, valueError, unicodeError, unicodeDecodeError,
    unicodeEncodeError, warning, userWarning, runtimeWarning, deprecationWarning, futureWarning,
  ]

  private static func make(
    _ name: String, _ base: TypeObject, module: String? = nil, attributes: [String: Value] = [:]
  ) -> TypeObject {
    TypeObject(name, module: module, base: base, attributes: attributes)
  }

  private static func makeShownAsBase(_ name: String, _ base: TypeObject) -> TypeObject {
    TypeObject(name, module: "numpy.core._exceptions", base: base, attributes: ["__name__": Value(base.name)])
  }
}
