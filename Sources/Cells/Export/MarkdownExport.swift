/// A notebook as CommonMark, and the files of its pictures: forges show no pictures that stand in the text itself.
package struct MarkdownExport: Sendable, Equatable {
  package struct File: Sendable, Equatable {
    /// Relative to the text: `lesson_files/output-3-1.png`.
    package let path: String
    package let bytes: [UInt8]
  }

  package private(set) var text: String
  package private(set) var files: [File] = []
  private let folder: String?

  /// - Parameter folder: of the pictures, beside the text: `lesson_files`. Without one they stand in the text.
  package init(_ notebook: ExportedNotebook, folder: String?) {
    self.folder = folder
    text = ""
    if let title = notebook.title, notebook.firstHeading == nil { add("# \(title.markdownEscaped)") }
    var cellNumber = 0
    for part in notebook.parts {
      switch part {
      case .prose(let markdown): add(markdown)
      case .raw(let raw): add(Self.fenced(raw, language: ""))
      case .cell(let cell):
        cellNumber += 1
        add(Self.fenced(cell.code, language: "python"))
        for output in cell.outputs { add(output, name: "output-\(cellNumber)") }
      }
    }
    if !text.isEmpty { text += "\n" }
  }

  /// Blocks are set off by blank lines.
  private mutating func add(_ block: String) {
    if !text.isEmpty { text += "\n\n" }
    text += block.withoutFinalNewline
  }

  private mutating func add(_ output: ExportedOutput, name: String) {
    switch output {
    case .stream(let text, _): addText(text)
    case .error(let traceback): addText(traceback)
    case .value(let data), .display(let data):
      if let picture = data.picture {
        let words = (data.text ?? "picture").plainOutput.oneLine.markdownEscaped
        add("![\(words)](<\(address(of: picture, name: name).markdownDestination)>)")
      } else if let markdown = data.markdown {
        add(markdown)
      } else if let text = data.text {
        addText(text)
      } else if let html = data.html {
        add(html)
      }
    }
  }

  private mutating func address(of picture: ExportedPicture, name: String) -> String {
    guard let folder else { return picture.dataURL }
    let number = files.count { $0.path.hasPrefix("\(folder)/\(name)-") } + 1
    let path = "\(folder)/\(name)-\(number).\(picture.format.rawValue)"
    files.append(File(path: path, bytes: picture.bytes))
    return path
  }

  private mutating func addText(_ text: String) {
    let plain = text.plainOutput
    if !plain.isEmpty { add(Self.fenced(plain, language: "text")) }
  }

  /// A fence is longer than any run of its marks in the text.
  static func fenced(_ body: String, language: String) -> String {
    var longest = 2
    var run = 0
    for byte in body.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let lines = body.isEmpty || body.utf8.last == 0x0A ? body : body + "\n"
    return "\(fence)\(language)\n\(lines)\(fence)"
  }
}

extension String {
  fileprivate var oneLine: String { String(map { $0.isNewline ? " " : $0 }) }

  /// With backslashes in front of what Markdown would read as marks.
  fileprivate var markdownEscaped: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      if "\\`*_[]<>#&$".unicodeScalars.contains(scalar) { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
  }

  /// Between the angle brackets of a link.
  fileprivate var markdownDestination: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      if "\\<>".unicodeScalars.contains(scalar) { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
  }
}
