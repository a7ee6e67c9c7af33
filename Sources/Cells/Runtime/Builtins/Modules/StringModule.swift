/// Python's module `string`: sets of characters.
package enum StringModule {
  package static func make() -> ModuleObject {
    let (lower, upper, digits) = ("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789")
    let (punctuation, blanks) = ("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", " \t\n\r\u{b}\u{c}")
    let constants = [
      "ascii_lowercase": lower, "ascii_uppercase": upper, "ascii_letters": lower + upper, "digits": digits,
      "hexdigits": digits + "abcdefABCDEF", "octdigits": "01234567", "punctuation": punctuation,
      "whitespace": blanks, "printable": digits + lower + upper + punctuation + blanks,
    ]
    return ModuleObject(
      "string", constants.map { ($0, Value($1)) },
      [
        function("capwords", "s, sep=") { a in
          let (text, separator) = (Value(try a.text(0)), a.given(1))
          let words = try a.interpreter.call(
            a.interpreter.attribute(text, "split"), separator.isNone ? [] : [separator])
          let capitalised = try a.interpreter.collect(words).map {
            try a.interpreter.call(a.interpreter.attribute($0, "capitalize"), [])
          }
          return try a.interpreter.call(
            a.interpreter.attribute(separator.isNone ? Value(" ") : separator, "join"), [Value(list: capitalised)])
        }
      ], BuiltinModules.notOffered("string", "Template", "Formatter"))
  }
}
