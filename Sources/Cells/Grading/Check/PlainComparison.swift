import Arrays

/// Compares what a submission gave with what a key expects. It happens here, on plain data: no method of the submission
/// takes part in it.
///
/// The rules (docs/grading.md): a truth value is never a number, nor the other way round; text is never a number; an
/// array without axes is the same as a number; lists and tuples stand for each other, arrays and lists do not; shapes
/// have to be equal, nothing is broadcast; integers are equal or not, floating-point numbers near enough.
struct PlainComparison {
  let tolerance: ValueTolerance

  /// The first difference; `nil` for values that agree.
  ///
  /// - Parameter names: how the elements of a tuple are called.
  func difference(_ actual: PlainValue, _ expected: PlainValue, place: String = "", names: [String] = [])
    -> ValueDifference?
  {
    func different(_ kind: ValueDifference.Kind) -> ValueDifference { ValueDifference(place: place, kind: kind) }
    if case .none = actual {
      if case .none = expected { return nil }
      return different(.nothing(expected: description(of: expected)))
    }
    if let wanted = PlainNumbers(expected) {
      guard let given = PlainNumbers(actual) else {
        return different(.type(expected: description(of: expected), actual: description(of: actual)))
      }
      return numberDifference(given, wanted, place)
    }
    switch (actual, expected) {
    case (.bigInt(let given), .bigInt(let wanted)) where given == wanted: return nil
    case (.text(let given), .text(let wanted)):
      return given.utf8.elementsEqual(wanted.utf8) ? nil : different(.text(expected: wanted, actual: given))
    case (.bytes(let given), .bytes(let wanted)) where given == wanted: return nil
    case (.list(let given), .list(let wanted)), (.tuple(let given), .tuple(let wanted)),
      (.list(let given), .tuple(let wanted)), (.tuple(let given), .list(let wanted)):
      guard given.count == wanted.count else {
        return different(.length(expected: wanted.count, actual: given.count))
      }
      for index in given.indices {
        let name = index < names.count ? names[index] : place.isEmpty ? "result[\(index)]" : "\(place)[\(index)]"
        if let found = difference(given[index], wanted[index], place: name) { return found }
      }
      return nil
    case (.dict(let given), .dict(let wanted)): return difference(given, wanted, place)
    default:
      let (given, wanted) = (description(of: actual), description(of: expected))
      return different(
        given == wanted ? .text(expected: "another \(wanted)", actual: given) : .type(expected: wanted, actual: given))
    }
  }

  private func difference(
    _ actual: [PlainValue.Pair], _ expected: [PlainValue.Pair], _ place: String
  ) -> ValueDifference? {
    for pair in expected {
      let name = "\(place.isEmpty ? "result" : place)[\(keyText(pair.key))]"
      guard let given = actual.first(where: { $0.key == pair.key }) else {
        return ValueDifference(place: place, kind: .missingKey(keyText(pair.key)))
      }
      if let found = difference(given.value, pair.value, place: name) { return found }
    }
    guard let extra = actual.first(where: { pair in !expected.contains { $0.key == pair.key } }) else { return nil }
    return ValueDifference(place: place, kind: .unknownKey(keyText(extra.key)))
  }

  private func keyText(_ key: PlainValue) -> String {
    switch key {
    case .text(let text): "\"\(text.shortened.visible)\""
    case .int(let number): "\(number)"
    default: key.typeName
    }
  }

  private func description(of value: PlainValue) -> String {
    switch value {
    case .array, .scalar, .bool, .int, .bigInt, .float:
      if case .array(let array) = value, array.shape.count > 0 { return "an array" }
      return PlainNumbers(value)?.kind == .truth ? "a truth value" : "a number"
    case .tuple(let elements): return "a tuple of \(elements.count)"
    case .list: return "a list"
    case .dict: return "a dict"
    case .text: return "a text"
    case .bytes: return "bytes"
    case .none: return "None"
    case .opaque(let name): return "an object of class \(name.visible)"
    }
  }

  private func numberDifference(_ given: PlainNumbers, _ wanted: PlainNumbers, _ place: String) -> ValueDifference? {
    func different(_ kind: ValueDifference.Kind) -> ValueDifference { ValueDifference(place: place, kind: kind) }
    guard given.shape == wanted.shape else {
      return different(.shape(expected: wanted.shape, actual: given.shape))
    }
    if !areCompatible(given, wanted) { return different(.dtype(expected: wanted.dtypeName, actual: given.dtypeName)) }
    return numberError(given, wanted).map { different(.numbers($0)) }
  }

  private func areCompatible(_ given: PlainNumbers, _ wanted: PlainNumbers) -> Bool {
    if (given.kind == .truth) != (wanted.kind == .truth) { return false }
    switch tolerance.dtype {
    case .any: return true
    case .kind: return given.kind == wanted.kind || given.shape.isEmpty
    case .exact:
      return given.dtypeName == wanted.dtypeName || given.isSingle != wanted.isSingle && given.kind == wanted.kind
    }
  }

  private func numberError(_ given: PlainNumbers, _ wanted: PlainNumbers) -> NumberError? {
    let isExact = given.kind != .floating && wanted.kind != .floating
    // Numbers of half the digits are compared with half the digits.
    var near = tolerance
    if given.dtypeName == "float32" || wanted.dtypeName == "float32" {
      near.relative = max(near.relative, 1e-4)
      near.absolute = max(near.absolute, 1e-5)
    }
    var first: Int?
    var (wrong, absolute, relative) = (0, 0.0, 0.0)
    for (index, pair) in zip(given.values, wanted.values).enumerated() {
      if isExact ? pair.0 == pair.1 : near.accepts(pair.0, for: pair.1) { continue }
      if first == nil { first = index }
      wrong += 1
      let error = abs(pair.0 - pair.1)
      absolute = max(absolute, error.isNaN ? .infinity : error)
      relative = max(relative, error.isNaN ? .infinity : pair.1 == 0 ? .infinity : error / abs(pair.1))
    }
    guard let first else { return nil }
    return NumberError(
      index: PlainComparison.index(of: first, in: wanted.shape), expected: wanted.values[first],
      actual: given.values[first], largestAbsolute: absolute, largestRelative: relative, wrongCount: wrong,
      count: wanted.values.count)
  }

  private static func index(of position: Int, in shape: [Int]) -> [Int] {
    var rest = position
    var index: [Int] = []
    for length in shape.reversed() {
      index.insert(rest % length, at: 0)
      rest /= length
    }
    return index
  }
}
