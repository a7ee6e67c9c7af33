extension StringMethods {
  static let splitMethods: [(String, Value)] = [
    method("split", "sep=, maxsplit=") { a in try split(a, fromEnd: false) },
    method("rsplit", "sep=, maxsplit=") { a in try split(a, fromEnd: true) },
    method("splitlines", "keepends=") { a in
      let keepsEnds = a[1].isUndefined ? false : try a.interpreter.index(a[1]) != 0
      return Value(list: try lines(try receiver(a).value, keepsEnds: keepsEnds, a.interpreter))
    },
    method("partition", "sep, /") { a in
      let (search, separator) = try parts(a)
      guard let place = try search.first(separator, in: 0..<search.bytes.count) else {
        return Value(tuple: [a[0], Value(""), Value("")])
      }
      return partition(search, at: place, separator.count)
    },
    method("rpartition", "sep, /") { a in
      let (search, separator) = try parts(a)
      guard let place = try search.last(separator, in: 0..<search.bytes.count) else {
        return Value(tuple: [Value(""), Value(""), a[0]])
      }
      return partition(search, at: place, separator.count)
    },
    method("join", "iterable, /") { a in
      let separator = try receiver(a).value
      return Value(try joined(a[1], separator, a.interpreter))
    },
    method("strip", "chars=, /") { a in try strip(a, left: true, right: true) },
    method("lstrip", "chars=, /") { a in try strip(a, left: true, right: false) },
    method("rstrip", "chars=, /") { a in try strip(a, left: false, right: true) },
  ]

  private static func parts(_ a: borrowing Arguments) throws -> (ByteSearch, [UInt8]) {
    let text = try receiver(a).value
    let separator = Array(try StringMethods.text(a, 1).utf8)
    if separator.isEmpty { throw Raised.valueError("empty separator") }
    return (ByteSearch(text), separator)
  }

  private static func partition(_ search: ByteSearch, at place: Int, _ length: Int) -> Value {
    let end = place + length
    return Value(
      tuple: [0..<place, place..<end, end..<search.bytes.count].map { Value(search.text($0)) })
  }

  private static func split(_ a: borrowing Arguments, fromEnd: Bool) throws -> Value {
    let text = try receiver(a).value
    let given = a[2].isUndefined ? -1 : try a.interpreter.index(a[2])
    let limit = given < 0 ? Int.max : given
    if a[1].isAbsent {
      return Value(list: try fromEnd ? wordsFromEnd(text, limit, a.interpreter) : words(text, limit, a.interpreter))
    }
    guard let separator = a[1].asString else {
      throw Raised.typeError("must be str or None, not \(a.interpreter.typeName(a[1]))")
    }
    let needle = Array(separator.value.utf8)
    if needle.isEmpty { throw Raised.valueError("empty separator") }
    let search = ByteSearch(text)
    let places =
      try fromEnd
      ? placesFromEnd(search, needle, limit) : search.all(needle, in: 0..<search.bytes.count, limit: limit)
    var result: [Value] = []
    var start = 0
    for place in places {
      try a.interpreter.tickOnce()
      result.append(Value(search.text(start..<place)))
      start = place + needle.count
    }
    result.append(Value(search.text(start..<search.bytes.count)))
    return Value(list: result)
  }

  private static func placesFromEnd(_ search: ByteSearch, _ needle: [UInt8], _ limit: Int) throws -> [Int] {
    var result: [Int] = []
    var end = search.bytes.count
    while result.count < limit, let place = try search.last(needle, in: 0..<end) {
      result.append(place)
      end = place
    }
    return result.reversed()
  }

  /// What stands between white space; after `limit` words the rest as it is.
  private static func words(_ text: String, _ limit: Int, _ interpreter: Interpreter) throws -> [Value] {
    var rest = text.unicodeScalars[...]
    var result: [Value] = []
    while true {
      try interpreter.tickOnce()
      rest = rest.drop { $0.isPythonSpace }
      if rest.isEmpty { return result }
      if result.count >= limit { return result + [Value(String(rest))] }
      let word = rest.prefix { !$0.isPythonSpace }
      result.append(Value(String(word)))
      rest = rest[word.endIndex...]
    }
  }

  private static func wordsFromEnd(_ text: String, _ limit: Int, _ interpreter: Interpreter) throws -> [Value] {
    var rest = text.unicodeScalars[...]
    var result: [Value] = []
    while let last = rest.lastIndex(where: { !$0.isPythonSpace }) {
      try interpreter.tickOnce()
      rest = rest[...last]
      if result.count >= limit {
        result.append(Value(String(rest)))
        break
      }
      let start = rest.lastIndex { $0.isPythonSpace }.map(rest.index(after:)) ?? rest.startIndex
      result.append(Value(String(rest[start...])))
      rest = rest[..<start]
    }
    return result.reversed()
  }

  private static func lines(_ text: String, keepsEnds: Bool, _ interpreter: Interpreter) throws -> [Value] {
    var result: [Value] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    while start < scalars.endIndex {
      try interpreter.tickOnce()
      let lineEnd = scalars[start...].firstIndex { $0.endsLine } ?? scalars.endIndex
      var next = lineEnd
      if next < scalars.endIndex {
        scalars.formIndex(after: &next)
        if scalars[lineEnd] == "\r", next < scalars.endIndex, scalars[next] == "\n" { scalars.formIndex(after: &next) }
      }
      result.append(Value(String(scalars[start..<(keepsEnds ? next : lineEnd)])))
      start = next
    }
    return result
  }

  private static func joined(_ iterable: Value, _ separator: String, _ interpreter: Interpreter) throws -> String {
    let elements: [Value]
    if let known = iterable.elements {
      elements = known
    } else {
      let iterator: Value
      do {
        iterator = try interpreter.makeIterator(iterable)
      } catch let raised as Raised where raised.exception.cls.isSubclass(of: Exceptions.typeError) {
        throw Raised.typeError("can only join an iterable")
      }
      elements = try interpreter.collect(iterator)
    }
    var result = ""
    for (index, element) in elements.enumerated() {
      try interpreter.tickOnce()
      guard let text = element.asString else {
        throw Raised.typeError(
          "sequence item \(index): expected str instance, \(interpreter.typeName(element)) found")
      }
      let growth = text.value.utf8.count + (index > 0 ? separator.utf8.count : 0)
      try Interpreter.checkTextSize(result.utf8.count + growth)
      interpreter.charge(growth >> 6)
      if index > 0 { result += separator }
      result += text.value
    }
    return result
  }

  private static func strip(_ a: borrowing Arguments, left: Bool, right: Bool) throws -> Value {
    let text = try receiver(a)
    let isStripped: (Unicode.Scalar) -> Bool
    if a[1].isAbsent {
      isStripped = { $0.isPythonSpace }
    } else if let characters = a[1].asString {
      let set = Set(characters.value.unicodeScalars)
      isStripped = { set.contains($0) }
    } else {
      throw Raised.typeError("\(a.function.name) arg must be None or str")
    }
    var rest = text.value.unicodeScalars[...]
    if left { rest = rest.drop(while: isStripped) }
    if right {
      let last = rest.lastIndex { !isStripped($0) }
      rest = last.map { rest[...$0] } ?? rest.prefix(0)
    }
    return Value(String(rest))
  }
}

extension Unicode.Scalar {
  fileprivate var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
