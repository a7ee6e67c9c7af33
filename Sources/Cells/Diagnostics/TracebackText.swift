/// Writes an exception as CPython 3.11 does: the places it passed through, their source lines with carets, the last
/// line with class and message.
package struct TracebackText {
  private let interpreter: Interpreter
  private var text = ""
  private var written: [ExceptionObject] = []

  /// The whole text, each line ended.
  package static func render(_ exception: ExceptionObject, _ interpreter: Interpreter) -> String {
    var renderer = TracebackText(interpreter: interpreter)
    renderer.write(exception)
    return renderer.text
  }

  /// `ValueError: message`, Python's last line.
  package static func lastLine(of exception: ExceptionObject, _ interpreter: Interpreter) -> String {
    let message = messageText(of: exception, interpreter)
    let name = exception.cls.messageName
    return message.isEmpty ? name : "\(name): \(message)"
  }

  /// The message, with what Python suggests for a misspelt name; IPython shows it without.
  package static func messageText(
    of exception: ExceptionObject, _ interpreter: Interpreter, suggests: Bool = true
  ) -> String {
    let message: String
    if exception.syntaxPlace != nil, let text = exception.arguments.first?.asString?.value {
      message = text
    } else {
      message = (try? interpreter.text(.object(exception))) ?? "<exception str() failed>"
    }
    guard suggests else { return message }
    return message + (exception.misspelling.flatMap { $0.suggestion }.map { ". Did you mean: '\($0)'?" } ?? "")
  }

  private init(interpreter: Interpreter) { self.interpreter = interpreter }

  /// Of exceptions that led to one another, so many are written: a loop can make millions of them.
  static let longestChain = 500
  static let cutChain = "[... the exceptions before this one are left out]"

  private mutating func write(_ exception: ExceptionObject) {
    written.append(exception)
    if written.count > TracebackText.longestChain, exception.cause ?? exception.context != nil {
      text += TracebackText.cutChain + "\n\n"
    } else if let cause = exception.cause {
      if !written.contains(where: { $0 === cause }) {
        write(cause)
        text += "\nThe above exception was the direct cause of the following exception:\n\n"
      }
    } else if let context = exception.context, !exception.suppressesContext,
      !written.contains(where: { $0 === context })
    {
      write(context)
      text += "\nDuring handling of the above exception, another exception occurred:\n\n"
    }
    if !exception.traceback.isEmpty { writeTraceback(exception.traceback.reversed()) }
    if let (source, span) = exception.syntaxPlace { writePlace(source, span) }
    text += TracebackText.lastLine(of: exception, interpreter) + "\n"
  }

  /// Outermost place first. Of a place that repeats only three are written.
  private mutating func writeTraceback(_ entries: [ExceptionObject.TracebackEntry]) {
    text += "Traceback (most recent call last):\n"
    var repeats = 0
    var last: (CodeObject, Int)?
    for entry in entries {
      let line = entry.code.source.line(at: Int(entry.span.start))
      if let last, last.0 === entry.code, last.1 == line {
        repeats += 1
      } else {
        writeRepeats(repeats)
        repeats = 0
      }
      last = (entry.code, line)
      if repeats >= 3 { continue }
      text += "  File \"\(entry.code.source.name)\", line \(line), in \(entry.code.name)\n"
      writeSource(entry.code.source, entry.span, line, caretsForWholeLine: false)
    }
    writeRepeats(repeats)
  }

  private mutating func writeRepeats(_ count: Int) {
    guard count >= 3 else { return }
    let more = count - 2
    text += "  [Previous line repeated \(more) more time\(more == 1 ? "" : "s")]\n"
  }

  private mutating func writePlace(_ source: Source, _ span: Span) {
    let line = source.line(at: Int(span.start))
    text += "  File \"\(source.name)\", line \(line)\n"
    writeSource(source, span, line, caretsForWholeLine: true)
  }

  /// The source line, and carets under the part that is meant.
  private mutating func writeSource(_ source: Source, _ span: Span, _ line: Int, caretsForWholeLine: Bool) {
    let whole = source.lineText(line)
    let shown = whole.trimmed
    if shown.isEmpty { return }
    let indent = whole.unicodeScalars.prefix { $0.properties.isWhitespace }.count
    let start = max(source.column(at: Int(span.start)) - indent, 0)
    let length = shown.unicodeScalars.count
    let isOneLine = source.line(at: max(Int(span.end) - 1, Int(span.start))) == line
    let end = isOneLine ? min(source.column(at: Int(span.end)) - indent, length) : length
    text += "    \(shown)\n"
    if !caretsForWholeLine, start == 0, end >= length { return }
    text += "    " + String(repeating: " ", count: min(start, length))
    text += String(repeating: "^", count: max(end - start, 1)) + "\n"
  }
}
