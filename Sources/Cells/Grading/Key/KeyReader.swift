import Arrays

extension Key {
  /// Reads a key file. Nothing in it is taken for granted: unknown keys and values out of range are errors.
  package init(reading bytes: [UInt8]) throws(KeyError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let valid = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        .prefix { String(validating: $0, as: UTF8.self) != nil }
      throw KeyError(.notUTF8, line: valid.count + 1)
    }
    // Another kind of file gets a better word than what a reader of YAML says of it.
    guard text.contains("cnb-key") else { throw KeyError(.version(found: ""), line: 1) }
    let root = try KeyNode.root(of: text)
    // The version comes first: a newer one may well have keys that this one does not know.
    guard root.node.mapping != nil, let version = root.node.mapping?["cnb-key"]?.scalar?.string else {
      throw KeyError(.version(found: ""), line: 1)
    }
    guard let number = Int(version), number >= 1 else { throw KeyError(.version(found: version), line: 1) }
    guard number <= Key.currentVersion else { throw KeyError(.newerVersion(found: version), line: 1) }

    let members = try root.members(["cnb-key", "title", "print-style", "setup", "files", "exercises"])
    self.init(
      title: try members.text("title"), printStyle: try members.choice("print-style", default: .numpy126),
      setup: try members.texts("setup"), files: try members.texts("files"))
    for name in files where !Key.isModuleFile(name) {
      throw (members["files"] ?? root).error(
        .badValue(
          key: "files", value: name, allowed: "a list of names such as public_tests.py, of files beside the key"))
    }
    for (index, code) in setup.enumerated() {
      try KeyReader.checkCode(code, "part \(index + 1) of the setup", members["setup"] ?? root)
    }
    for node in try members.required("exercises").items("an exercise") {
      let exercise = try KeyReader.exercise(node)
      if self[exercise.id] != nil { throw node.error(.repeated(kind: "exercises", id: exercise.id)) }
      for id in exercise.after where self[id] == nil {
        throw node.error(.unknownExercise(id, in: "exercise \(exercise.id)"))
      }
      exercises.append(exercise)
    }
    if exercises.isEmpty { throw try members.required("exercises").error(.noExercises) }
  }
}

extension Key {
  /// The name of a file that can be imported, without a folder.
  package static func isModuleFile(_ name: String) -> Bool {
    name.hasSuffix(".py") && name.count > 3
      && name.dropLast(3).allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  }
}

/// Reads the parts of a key.
private enum KeyReader {
  static func exercise(_ node: KeyNode) throws(KeyError) -> Exercise {
    let members = try node.members([
      "id", "points", "cell", "defines", "after", "credit", "feedback", "solution", "checks", "mistakes",
    ])
    let id = try identifier(members.required("id"))
    var exercise = Exercise(
      id: id, points: try members.number("points", default: 1),
      cell: try members["cell"].map { value throws(KeyError) in try identifier(value) } ?? id,
      defines: try members.texts("defines"), after: try members.texts("after"),
      credit: try members.choice("credit", default: .all), feedback: try members.choice("feedback", default: .full),
      solution: try members.required("solution").text())
    try checkCode(exercise.solution, "the solution of \(id)", members.required("solution"))
    for check in try members.required("checks").items("a check of \(id)") {
      let check = try self.check(check)
      if exercise.checks.contains(where: { $0.id == check.id }) {
        throw node.error(.repeated(kind: "checks", id: check.id))
      }
      exercise.checks.append(check)
    }
    if exercise.checks.isEmpty { throw node.error(.missing("checks", in: "exercise \(id)")) }
    for mistake in try members["mistakes"]?.items("a mistake of \(id)") ?? [] {
      let members = try mistake.members(["when", "code"])
      let code = try members.required("code").text()
      try checkCode(code, "the mistake's code", mistake)
      exercise.mistakes.append(DescribedMistake(when: try members.required("when").text(), code: code))
    }
    return exercise
  }

  private static func identifier(_ node: KeyNode) throws(KeyError) -> String {
    let text = try node.text()
    guard Cell.isValidID(text) else {
      throw node.error(.badValue(key: node.name, value: text, allowed: "letters, digits, '-', '_' and '.'"))
    }
    return text
  }

  static func checkCode(_ code: String, _ what: String, _ node: KeyNode) throws(KeyError) {
    do throws(SyntaxProblem) {
      _ = try Parser.parse(Source(name: "key", code, isCell: true))
    } catch {
      throw node.error(.badCode(what, problem: error.message))
    }
  }

  private static func checkExpression(_ text: String, _ node: KeyNode) throws(KeyError) {
    do throws(SyntaxProblem) {
      _ = try Parser.parseExpression(Source(name: "key", text))
    } catch {
      throw node.error(.badCode("'\(text.shortened)'", problem: error.message))
    }
  }

  private static let kinds = ["output", "value", "call", "reference", "tests"]

  private static func check(_ node: KeyNode) throws(KeyError) -> Check {
    let members = try node.members(
      kinds + [
        "id", "weight", "published", "rtol", "atol", "dtype", "compare", "expected", "shows", "arguments",
        "draws", "ranges", "properties", "cache",
      ])
    let given = kinds.filter { members[$0] != nil }
    guard given.count == 1 else { throw node.error(.noKind(allowed: kinds)) }
    let kind = try self.kind(given[0], members)
    let tolerance = ValueTolerance(
      relative: try members.number("rtol", default: ValueTolerance.defaultRelative),
      absolute: try members.number("atol", default: ValueTolerance.defaultAbsolute),
      dtype: try members.choice("dtype", default: .kind))
    return Check(
      id: try members["id"].map { value throws(KeyError) in try identifier(value) } ?? given[0],
      weight: try members.number("weight", default: 1),
      isPublished: try members.value("published", allowed: "true or false") { Bool($0) } ?? false,
      tolerance: tolerance, kind)
  }

  private static func kind(_ kind: String, _ members: KeyMembers) throws(KeyError) -> Check.Kind {
    let node = try members.required(kind)
    switch kind {
    case "output":
      return .output(expected: try outputs(members, printed: node.text()), try comparison(members))
    case "value":
      let expected = try members.required("expected")
      try checkExpression(node.text(), node)
      try checkExpression(expected.text(), expected)
      return .value(try node.text(), expected: try expected.text())
    case "call":
      let arguments = try members.texts("arguments")
      for argument in arguments { try checkExpression(argument, node) }
      if let expected = members["expected"] { try checkExpression(expected.text(), expected) }
      return .call(FunctionCall(try node.text(), arguments), expected: try members.text("expected"))
    case "reference":
      return .reference(try freshCalls(node, members))
    default:
      try checkCode(node.text(), "the tests", node)
      let printed = try members.text("expected")
      let expected = printed == nil && members["shows"] == nil ? nil : try outputs(members, printed: printed ?? "")
      return .tests(code: try node.text(), expected: expected, try comparison(members))
    }
  }

  private static func outputs(_ members: KeyMembers, printed: String) throws(KeyError) -> [RecordedOutput] {
    var outputs = printed.isEmpty ? [] : [RecordedOutput(.output, printed)]
    if let value = try members.text("shows") { outputs.append(RecordedOutput(.value, value)) }
    return outputs
  }

  private static func comparison(_ members: KeyMembers) throws(KeyError) -> ComparisonSettings {
    var settings = ComparisonSettings()
    for key in ["compare", "rtol", "atol"] {
      guard let node = members[key] else { continue }
      do {
        try settings.set(key, to: try node.text(), canExpectError: false)
      } catch let error as BadSetting {
        throw node.error(.badValue(key: error.key, value: error.value, allowed: error.allowed))
      } catch let error as KeyError {
        throw error
      } catch {
        throw node.error(.notText(key))
      }
    }
    return settings
  }

  private static func freshCalls(_ node: KeyNode, _ members: KeyMembers) throws(KeyError) -> FreshCalls {
    var calls = FreshCalls(try node.text(), arguments: try members.texts("arguments"))
    for argument in calls.arguments { try checkExpression(argument, node) }
    let fewest = FreshCalls.fewestDraws
    calls.draws =
      try members.value("draws", allowed: "a number from \(fewest) to 10000") { text in
        Int(text).flatMap { (fewest...10000).contains($0) ? $0 : nil }
      } ?? calls.draws
    calls.ignoresCache =
      try members.value("cache", allowed: "compared or ignored") { text in
        text == "compared" ? false : text == "ignored" ? true : nil
      } ?? false
    if let ranges = members["ranges"] {
      var entries: [DrawRanges.Entry] = []
      for (name, value) in try ranges.pairs() {
        let text = try value.text()
        guard let range = DrawRanges.Range(text) else {
          throw value.error(
            .badValue(key: name, value: text, allowed: "a number, a range as in 1..3, or words between commas"))
        }
        entries.append(DrawRanges.Entry(name, range))
      }
      calls.ranges = DrawRanges(entries)
    }
    if let properties = members["properties"] {
      calls.properties = []
      for text in try properties.texts() {
        guard let property = FreshCalls.Property(rawValue: text) else {
          let allowed = FreshCalls.Property.allCases.map(\.rawValue).joined(separator: ", ")
          throw properties.error(.badValue(key: "properties", value: text, allowed: allowed))
        }
        calls.properties.append(property)
      }
    }
    if calls.arguments.isEmpty {
      guard let layer = LayerDraw(function: calls.function) else {
        let layers = LayerDraw.names.joined(separator: ", ")
        throw node.error(
          .badValue(
            key: "reference", value: calls.function,
            allowed: "one of the layers \(layers), or has 'arguments' and is marked against the solution"))
      }
      if let problem = layer.problem(with: calls.ranges) {
        throw (members["ranges"] ?? node).error(
          .badValue(key: problem.name, value: problem.value, allowed: problem.allowed))
      }
    }
    return calls
  }
}
