/// A cell's text on its way to Python, as IPython's input transformations change it.
enum CellInput {
  /// Puts the `%` before a command that is the cell's only line (`who`, `time f()`), and calls a lone `exit`.
  static func withoutShortcuts(_ code: String, in interpreter: Interpreter) -> String {
    guard let first = code.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else { return code }
    let line = code.trimmed
    let name = String(line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
    let rest = line.dropFirst(name.count)
    guard !line.utf8.contains(UInt8(ascii: "\n")), isShortcut(name, rest) else { return code }
    if name == "exit" || name == "quit" { return rest.isEmpty ? name + "()" : code }
    let isName = interpreter.main.namespace[name] != nil || (try? interpreter.builtin(name)) != nil
    return isName ? code : "%" + line
  }

  private static func isShortcut(_ name: String, _ rest: Substring) -> Bool {
    guard name == "exit" || name == "quit" || Magics.isLineMagic(name) else { return false }
    let rest = rest.drop { $0 == " " || $0 == "\t" }
    return rest.first != "="
  }

  /// The cell as `In` keeps it: commands as calls of `get_ipython()`.
  static func transformed(_ code: String) -> String {
    guard code.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?") })
    else { return code }
    let source = Source(name: "", code, isCell: true)
    let tokens = Lexer.tokens(of: source, mode: .cell).tokens.filter { $0.kind == .magic }
    var result = ""
    var end = 0
    for token in tokens {
      let span = Int(token.start)..<Int(token.end)
      result += String(decoding: source.text[end..<span.lowerBound], as: UTF8.self)
      result += call(Magic(text: String(decoding: source.text[span], as: UTF8.self)))
      end = span.upperBound
    }
    return result + String(decoding: source.text[end...], as: UTF8.self)
  }

  private static func call(_ magic: Magic) -> String {
    switch magic.kind {
    case .line: call("run_line_magic", magic.name, magic.argument)
    case .cell:
      call(
        "run_cell_magic", magic.name, magic.argument, magic.body.isEmpty ? "" : magic.body.endingInLineEnd)
    case .shell: magic.name.isEmpty ? call("system", magic.argument) : call("getoutput", magic.argument)
    case .help:
      if magic.name.contains("*") {
        call("run_line_magic", "psearch", magic.name)
      } else {
        call("run_line_magic", magic.argument == "??" ? "pinfo2" : "pinfo", magic.name)
      }
    }
  }

  private static func call(_ method: String, _ arguments: String...) -> String {
    "get_ipython().\(method)(" + arguments.map { TextLiteral.of($0) }.joined(separator: ", ") + ")"
  }
}

extension String {
  /// Cell commands get their cell with a line end behind it.
  var endingInLineEnd: String { hasSuffix("\n") ? self : self + "\n" }
}
