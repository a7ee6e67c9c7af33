extension StringMethods {
  static let searchMethods: [(String, Value)] = [
    method("find", "sub, start=, end=, /") { a in .int(try position(a, isLast: false) ?? -1) },
    method("rfind", "sub, start=, end=, /") { a in .int(try position(a, isLast: true) ?? -1) },
    method("index", "sub, start=, end=, /") { a in .int(try required(try position(a, isLast: false))) },
    method("rindex", "sub, start=, end=, /") { a in .int(try required(try position(a, isLast: true))) },
    method("count", "sub, start=, end=, /") { a in
      let text = try receiver(a)
      let needle = Array(try StringMethods.text(a, 1).utf8)
      guard let range = try byteRange(a, text) else { return .int(0) }
      let search = ByteSearch(text.value)
      if needle.isEmpty { return .int(search.text(range).unicodeScalars.count + 1) }
      return .int(try search.all(needle, in: range).count)
    },
    method("startswith", "prefix, start=, end=, /") { a in
      .bool(try matches(a) { $0.starts(with: $1) })
    },
    method("endswith", "suffix, start=, end=, /") { a in
      .bool(try matches(a) { $0.suffix($1.count).elementsEqual($1) })
    },
    method("replace", "old, new, count=, /") { a in
      let text = try receiver(a)
      return try replacing(
        text, try stringArgument(a, 1), by: try stringArgument(a, 2),
        a[3].isUndefined ? -1 : try a.interpreter.index(a[3]), a.interpreter)
    },
    method("removeprefix", "prefix, /") { a in
      let text = try receiver(a)
      let prefix = try onlyStringArgument(a)
      let utf8 = text.value.utf8
      return utf8.starts(with: prefix.utf8) ? Value(String(Substring(utf8.dropFirst(prefix.utf8.count)))) : a[0]
    },
    method("removesuffix", "suffix, /") { a in
      let utf8 = try receiver(a).value.utf8
      let suffix = try onlyStringArgument(a).utf8
      guard utf8.suffix(suffix.count).elementsEqual(suffix) else { return a[0] }
      return Value(String(Substring(utf8.dropLast(suffix.count))))
    },
  ]

  private static func position(_ a: borrowing Arguments, isLast: Bool) throws -> Int? {
    let text = try receiver(a)
    let needle = Array(try StringMethods.text(a, 1).utf8)
    guard let range = try byteRange(a, text) else { return nil }
    let search = ByteSearch(text.value)
    return try (isLast ? search.last(needle, in: range) : search.first(needle, in: range)).map(text.index(ofByte:))
  }

  private static func required(_ position: Int?) throws -> Int {
    guard let position else { throw Raised.valueError("substring not found") }
    return position
  }

  /// What the arguments `start` and `end` leave of the text, as an UTF-8 range; `nil` where they cross.
  private static func byteRange(_ a: borrowing Arguments, _ text: StringObject) throws -> Range<Int>? {
    let byteCount = text.value.utf8.count
    if a[2].isAbsent, a[3].isAbsent { return 0..<byteCount }
    let count = text.count
    let start = try bound(a[2], default: 0, count, a.interpreter)
    let end = min(try bound(a[3], default: count, count, a.interpreter), count)
    guard start <= end else { return nil }
    return text.byteOffset(of: start)..<text.byteOffset(of: end)
  }

  private static func bound(
    _ value: Value, default fallback: Int, _ count: Int, _ interpreter: Interpreter
  ) throws -> Int {
    if value.isAbsent { return fallback }
    let integer: Value
    do {
      integer = try interpreter.integer(value)
    } catch let raised as Raised where raised.exception.cls.isSubclass(of: Exceptions.typeError) {
      throw Raised.typeError("slice indices must be integers or None or have an __index__ method")
    }
    guard case .int(let index) = integer else { return IntegerText.isNegative(integer) ? 0 : .max }
    return index < 0 ? max(index + count, 0) : index
  }

  private static func matches(
    _ a: borrowing Arguments, _ isMatch: (ArraySlice<UInt8>, String.UTF8View) -> Bool
  ) throws -> Bool {
    let text = try receiver(a)
    let name = a.function.name
    var candidates: [String] = []
    if let single = a[1].asString {
      candidates = [single.value]
    } else if let tuple = a[1].asTuple {
      for element in tuple.elements {
        guard let candidate = element.asString else {
          throw Raised.typeError("tuple for \(name) must only contain str, not \(a.interpreter.typeName(element))")
        }
        candidates.append(candidate.value)
      }
    } else {
      throw Raised.typeError(
        "\(name) first arg must be str or a tuple of str, not \(a.interpreter.typeName(a[1]))")
    }
    guard let range = try byteRange(a, text) else { return false }
    let part = Array(text.value.utf8)[range]
    return candidates.contains { isMatch(part, $0.utf8) }
  }

  private static func replacing(
    _ text: StringObject, _ old: String, by new: String, _ limit: Int, _ interpreter: Interpreter
  ) throws -> Value {
    let limit = limit < 0 ? Int.max : limit
    if old.isEmpty {
      try checkGrowth(of: text.value, by: new.utf8.count, times: min(text.count + 1, limit))
      return Value(interleaving(text.value, new, limit))
    }
    let search = ByteSearch(text.value)
    let needle = Array(old.utf8)
    let places = try search.all(needle, in: 0..<search.bytes.count, limit: limit)
    if places.isEmpty { return .object(text) }
    try checkGrowth(of: text.value, by: new.utf8.count - needle.count, times: places.count)
    var result: [UInt8] = []
    result.reserveCapacity(search.bytes.count + places.count * (new.utf8.count - needle.count))
    var start = 0
    for place in places {
      try interpreter.tickOnce()
      result += search.bytes[start..<place]
      result += new.utf8
      start = place + needle.count
    }
    result += search.bytes[start...]
    return Value(String(decoding: result, as: UTF8.self))
  }

  private static func checkGrowth(of text: String, by bytes: Int, times count: Int) throws {
    let (growth, overflow) = bytes.multipliedReportingOverflow(by: count)
    try Interpreter.checkTextSize(overflow ? .max : text.utf8.count + growth)
  }

  /// What replacing nothing means: `new` before each character and at the end.
  private static func interleaving(_ text: String, _ new: String, _ limit: Int) -> String {
    var result = String.UnicodeScalarView()
    var left = limit
    func insert() {
      guard left > 0 else { return }
      result.append(contentsOf: new.unicodeScalars)
      left -= 1
    }
    for scalar in text.unicodeScalars {
      insert()
      result.append(scalar)
    }
    insert()
    return String(result)
  }

  private static func stringArgument(_ a: borrowing Arguments, _ index: Int) throws -> String {
    if let text = a[index].asString { return text.value }
    throw Raised.typeError("\(a.function.name)() argument \(index) must be str, not \(argumentType(a, index))")
  }

  private static func onlyStringArgument(_ a: borrowing Arguments) throws -> String {
    if let text = a[1].asString { return text.value }
    throw Raised.typeError("\(a.function.name)() argument must be str, not \(argumentType(a, 1))")
  }

  private static func argumentType(_ a: borrowing Arguments, _ index: Int) -> String {
    a[index].isNone ? "None" : a.interpreter.typeName(a[index])
  }
}
