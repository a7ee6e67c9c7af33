/// Writes an exception of a notebook's cell as IPython does: for each place a few statements around the line that ran,
/// an arrow at it, the part that failed marked. Coloured; `String.withoutColours` takes the colours off.
package struct CellTracebackText {
  private let interpreter: Interpreter
  private var lines: [String] = []
  private var written: [ExceptionObject] = []
  private var pieces: [ObjectIdentifier: SourcePieces?] = [:]

  private static let width = 75
  /// Lines of a long statement that are shown where it is not the one that ran.
  private static let longestPiece = 6
  private static let red = "\u{1B}[0;31m"
  private static let green = "\u{1B}[0;32m"
  private static let brightGreen = "\u{1B}[1;32m"
  private static let cyan = "\u{1B}[0;36m"
  private static let blue = "\u{1B}[0;34m"
  private static let marked = "\u{1B}[43m"
  private static let unmarked = "\u{1B}[49m"
  private static let plain = "\u{1B}[0m"

  /// The whole text, without a newline at its end.
  package static func render(_ exception: ExceptionObject, _ interpreter: Interpreter) -> String {
    var renderer = CellTracebackText(interpreter: interpreter)
    if exception.cls === Exceptions.systemExit {
      renderer.lines = ["An exception has occurred, use %tb to see the full traceback.", ""]
      renderer.writeLastLine(exception)
    } else {
      renderer.write(exception, isFirst: true)
    }
    return renderer.lines.joined(separator: "\n")
  }

  private init(interpreter: Interpreter) { self.interpreter = interpreter }

  private mutating func write(_ exception: ExceptionObject, isFirst: Bool, isOrigin: Bool = false) {
    written.append(exception)
    let isContinued = writeOrigin(of: exception, isFirst: isFirst)
    if let (source, span) = exception.syntaxPlace, exception.traceback.isEmpty {
      writePlace(source, span)
    } else {
      if isFirst, !isContinued { lines.append(Self.red + String(repeating: "-", count: Self.width) + Self.plain) }
      let name = exception.cls.ownName
      let title = "Traceback (most recent call last)"
      let blanks = String(repeating: " ", count: max(1, Self.width - name.unicodeScalars.count - title.utf8.count))
      lines.append(Self.red + name + Self.plain + blanks + title)
      for part in TracebackPart.parts(of: exception.traceback.reversed()) {
        switch part {
        case .entry(let entry): writeEntry(entry, context: isOrigin ? 1 : 2)
        case .skipped(let entries):
          lines += [
            "    \(Self.red)[... skipping similar frames: \(TracebackPart.summary(of: entries))]\(Self.plain)", "",
          ]
        }
      }
      if let (source, span) = exception.syntaxPlace { writePlace(source, span) }
    }
    writeLastLine(exception)
  }

  /// The exception that this one was raised from or in the handling of. Gives whether there is one.
  private mutating func writeOrigin(of exception: ExceptionObject, isFirst: Bool) -> Bool {
    let origin: ExceptionObject
    let link: String
    if let cause = exception.cause {
      (origin, link) = (cause, "The above exception was the direct cause of the following exception:")
    } else if let context = exception.context, !exception.suppressesContext {
      (origin, link) = (context, "During handling of the above exception, another exception occurred:")
    } else {
      return false
    }
    if written.contains(where: { $0 === origin }) { return false }
    if written.count > TracebackText.longestChain {
      lines += [TracebackText.cutChain, ""]
      return true
    }
    write(origin, isFirst: isFirst, isOrigin: true)
    lines += ["", link, ""]
    return true
  }

  private mutating func writeLastLine(_ exception: ExceptionObject) {
    let message = TracebackText.messageText(of: exception, interpreter, suggests: interpreter.suggestsNames)
    lines.append("\(Self.red)\(exception.cls.ownName)\(Self.plain): \(message)")
  }

  /// `File lesson.cnb, cell zero-pad, line 4, in f(x)`, for a typed cell `Cell In[3], line 4, in f(x)`, and for files
  /// `File public_tests.py:12, in f(x)`.
  private func title(_ source: Source, line: Int, in code: CodeObject?) -> String {
    let place =
      source.isCell
      ? "\(source.name.hasPrefix("In[") ? "Cell" : "File") \(Self.green)\(source.name), line \(line)\(Self.plain)"
      : "File \(Self.green)\(source.name):\(line)\(Self.plain)"
    guard let code, code.name != "<module>" else { return place }
    return
      "\(place), in \(Self.cyan)\(code.shownName)\(Self.blue)(\(code.parameters.shownNames(of: code)))\(Self.plain)"
  }

  /// - Parameter context: statements shown before and after the one that ran.
  private mutating func writeEntry(_ entry: ExceptionObject.TracebackEntry, context: Int) {
    let source = entry.code.source
    let line = entry.line
    lines.append(title(source, line: line, in: entry.code))
    let key = ObjectIdentifier(source)
    let pieces = self.pieces[key] ?? SourcePieces(source)
    self.pieces[key] = .some(pieces)
    if let (shown, running) = pieces?.around(line: line, offset: Int(entry.span.start), context: context) {
      write(shown.flatMap { $0 == running ? Array($0) : Self.shortened($0) }, of: source, line, entry.span)
    } else {
      write([line], of: source, line, entry.span)
    }
    lines.append("")
  }

  /// A long statement's first and last lines; 0 stands for those between.
  private static func shortened(_ piece: Range<Int>) -> [Int] {
    piece.count > longestPiece ? Array(piece.prefix(3)) + [0] + piece.suffix(2) : Array(piece)
  }

  private mutating func write(_ numbers: [Int], of source: Source, _ running: Int, _ span: Span) {
    let texts = numbers.map { $0 == 0 ? "" : source.lineText($0) }
    let indents = texts.filter { !$0.trimmed.isEmpty }.map(\.indentation)
    let indent = indents.min() ?? 0
    for (number, text) in zip(numbers, texts) {
      if number == 0 {
        lines.append("\(Self.brightGreen)   (...)\(Self.plain)")
        continue
      }
      let digits = String(number)
      let pad = max(7 - digits.utf8.count, 0)
      let shown = Self.text(of: text, line: number, of: source, marking: span, indent: indent)
      if number == running {
        let arrow = pad >= 2 ? String(repeating: "-", count: pad - 2) + "> " : String(repeating: ">", count: pad)
        lines.append("\(Self.green)\(arrow)\(digits)\(Self.plain) \(shown)")
      } else {
        lines.append("\(Self.brightGreen)\(String(repeating: " ", count: pad))\(digits)\(Self.plain) \(shown)")
      }
    }
  }

  /// The line without the common indentation, what the span covers of it marked.
  private static func text(of line: String, line number: Int, of source: Source, marking span: Span, indent: Int)
    -> String
  {
    let scalars = Array(line.unicodeScalars)
    let first = source.line(at: Int(span.start))
    let last = source.line(at: max(Int(span.end) - 1, Int(span.start)))
    let start = number == first ? source.column(at: Int(span.start)) : line.indentation
    let end = number == last ? source.column(at: Int(span.end)) : scalars.count
    let shown = { (part: ArraySlice<Unicode.Scalar>) in String(String.UnicodeScalarView(part)).visibleInTraceback }
    guard first <= number, number <= last, start < end, end <= scalars.count, start >= indent else {
      return shown(scalars.dropFirst(indent))
    }
    return shown(scalars[indent..<start]) + marked + shown(scalars[start..<end]) + unmarked + shown(scalars[end...])
  }

  private mutating func writePlace(_ source: Source, _ span: Span) {
    let line = source.line(at: Int(span.start))
    lines.append("  " + title(source, line: line, in: nil))
    let text = source.lineText(line)
    let indent = text.indentation
    let column = max(source.column(at: Int(span.start)) - indent, 0)
    let end = source.line(at: max(Int(span.end) - 1, Int(span.start))) == line ? source.column(at: Int(span.end)) : 0
    lines.append("    " + text.trimmed.visibleInTraceback)
    lines.append(
      "    " + String(repeating: " ", count: column) + String(repeating: "^", count: max(1, end - indent - column)))
  }
}

extension CodeObject {
  /// Functions and classes by their qualified name, comprehensions by their own.
  fileprivate var shownName: String { name.hasPrefix("<") && name != "<lambda>" ? name : qualifiedName }
}

extension CodeObject.ParameterList {
  /// In the order in which IPython lists them: `x, y, k, *args, **options`.
  fileprivate func shownNames(of code: CodeObject) -> String {
    if code.name.hasPrefix("<"), code.name != "<lambda>" { return ".0" }
    var names = self.names
    let keywords = takesKeywords ? names.popLast() : nil
    let rest = takesRest ? names.popLast() : nil
    return (names + [rest.map { "*" + $0 }, keywords.map { "**" + $0 }].compactMap { $0 }).joined(separator: ", ")
  }
}

extension String {
  fileprivate var indentation: Int { unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count }

  /// Tabs stay; other control characters are escaped, so that code cannot drive a terminal.
  fileprivate var visibleInTraceback: String {
    unicodeScalars.contains { $0.isControl && $0 != "\t" } ? visible : self
  }
}
