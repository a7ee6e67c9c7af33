/// A value as text that fits a width of the reader's choice.
package enum FoldedValue: Equatable, Sendable {
  case text(String)
  /// The error's class and message: `NameError: name 'x' is not defined`.
  case failed(String)
}

extension Session {
  /// What cell number `count` showed as its value (`Out[count]`), written anew; `nil` where the session has none.
  package func foldedOutput(_ count: Int, lineWidth: Int) -> FoldedValue? {
    guard let value = try? shell?.outputs.value(ofCell: count, interpreter) else { return nil }
    return folded(lineWidth) { value }
  }

  /// The value of an expression, as the value of a cell: arrays are folded as NumPy does with this line width, lists
  /// and their kin are broken there too. The session's print options, `_` and the count of cells stay as they are.
  package func foldedValue(of expression: String, lineWidth: Int) -> FoldedValue {
    folded(lineWidth) {
      // In brackets nothing but an expression can stand.
      let source = Source(name: "<fold>", "(\(expression)\n)\n")
      let code = try interpreter.compile(source, mode: .file, in: interpreter.main.namespace, showsValue: true)
      guard try Parser.parse(source, mode: .file).body.count == 1 else {
        throw Raised(Exceptions.syntaxError, "only one expression can be folded")
      }
      return try interpreter.execute(code, in: interpreter.main)
    }
  }

  private func folded(_ lineWidth: Int, _ value: () throws -> Value) -> FoldedValue {
    let options = interpreter.printOptions
    defer { interpreter.printOptions = options }
    interpreter.startClock()
    do {
      return try interpreter.stoppingComputations {
        let value = try value()
        interpreter.printOptions.lineWidth = max(1, lineWidth)
        return .text(try interpreter.prettyRepresentation(value, width: max(1, lineWidth)))
      }
    } catch {
      let exception = interpreter.raised(error).exception
      return .failed(
        RaisedError(exception.cls.ownName, TracebackText.messageText(of: exception, interpreter)).summary)
    }
  }
}
