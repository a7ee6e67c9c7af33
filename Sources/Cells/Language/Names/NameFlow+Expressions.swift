extension NameFlow {
  mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .name(let name): read(name)
    case .named(let name, let value):
      visit(value)
      write(name)
    case .lambda(let parameters, let body):
      for parameter in parameters.all { if let value = parameter.defaultValue { visit(value) } }
      // Most are called at once, as the key of a sort is.
      inside(.lambda(parameters, body)) { $0.visit(body) }
    case .comprehension(let comprehension): visit(comprehension)
    case .call(let callee, let arguments):
      expression.forEachChild { visit($0) }
      visitCall(of: callee, arguments)
    case .magic(let magic): visit(magic)
    default: expression.forEachChild { visit($0) }
    }
  }

  private mutating func visit(_ comprehension: Comprehension) {
    visit(comprehension.clauses[0].iterable)
    let before = bound
    inside(.comprehension(comprehension)) { flow in
      for (index, clause) in comprehension.clauses.enumerated() {
        if index > 0 { flow.visit(clause.iterable) }
        clause.conditions.forEach { flow.visit($0) }
      }
      flow.visit(comprehension.element)
      if let value = comprehension.value { flow.visit(value) }
    }
    // There may have been no round.
    bound = before
  }

  /// What a call changes besides what the called function does.
  private mutating func visitCall(of callee: Expression, _ arguments: [Argument]) {
    for case (.keyword("out"), let value) in arguments.map({ ($0.kind, $0.value) }) {
      if let name = value.rootName { change(name) }
    }
    switch callee.kind {
    case .name(let name):
      if MethodNames.clocks.contains(name) { isRepeatable = false }
      if MethodNames.changingFirstArgument.contains(name) { changeFirst(arguments) }
    case .attribute(let owner, let name, _):
      if let random = RandomCall(owner, name, arguments) { return visit(random, arguments) }
      if MethodNames.clocks.contains(name) { isRepeatable = false }
      if MethodNames.printOptions.contains(name) {
        readShared(CellNames.Shared.printOptions)
        return writeShared(CellNames.Shared.printOptions, isWhole: false)
      }
      if MethodNames.changingFirstArgument.contains(name) { changeFirst(arguments) }
      if !MethodNames.harmless.contains(name), let root = owner.rootName { touch(root) }
    default: break
    }
  }

  private mutating func changeFirst(_ arguments: [Argument]) {
    if let name = arguments.first?.value.rootName { change(name) }
  }

  private mutating func visit(_ call: RandomCall, _ arguments: [Argument]) {
    isRepeatable = isRepeatable && call.isRepeatable
    if call.effects.reads.contains(call.state) { readShared(call.state) }
    if call.effects.writes.contains(call.state) { writeShared(call.state, isWhole: call.isWhole) }
    if call.name == "shuffle" { changeFirst(arguments) }
  }

  /// IPython's commands: the code in them is code of the cell.
  private mutating func visit(_ magic: Magic) {
    switch (magic.kind, magic.name) {
    case (.help, let name): if let root = name.split(separator: ".").first { read(String(root)) }
    case (.line, "time"), (.cell, "time"):
      isRepeatable = false
      visit(code: magic.argument)
      visit(code: magic.body)
    case (.line, "timeit"), (.cell, "timeit"):
      isRepeatable = false
      // Its names are its own: what it binds the session does not see.
      var inner = self
      inner.visit(code: magic.argument.withoutOptions)
      inner.visit(code: magic.body)
      addReads(of: inner)
    case (.cell, "capture"):
      if let name = magic.argument.split(separator: " ").first, !name.hasPrefix("-") { write(String(name)) }
      visit(code: magic.body)
    case (.line, "run"), (.line, "reset"):
      isRepeatable = false
      writeShared(CellNames.Shared.everything, isWhole: false)
    case (.line, "precision"):
      writeShared(CellNames.Shared.printOptions, isWhole: false)
    case (.line, "who"), (.line, "whos"), (.line, "who_ls"): isRepeatable = false
    default: break
    }
  }

  private mutating func visit(code: String) {
    guard let module = try? Parser.parse(Source(name: "", code + "\n", isCell: true)) else { return }
    visit(module.body)
  }

  private mutating func addReads(of inner: NameFlow) {
    var reads = inner.effects
    reads.writes = inner.effects.writes.filter { !inner.bound.contains($0) }
    add(reads)
  }
}

/// A call of a function of a random generator's module: `np.random.randn(3)`.
struct RandomCall {
  let name: String
  /// The shared name of the generator's state.
  let state: String
  var effects = NameEffects()
  private(set) var isRepeatable = true
  /// Whether the state afterwards does not depend on the one before.
  private(set) var isWhole = false

  init(_ name: String, state: String, hasSeed: Bool = true) {
    self.name = name
    self.state = state
    switch name {
    case "seed", "set_state", "setstate":
      effects.writes = [state]
      isWhole = true
      isRepeatable = hasSeed
    case "get_state", "getstate": effects.reads = [state]
    case "RandomState", "default_rng", "Generator", "Random", "SeedSequence": isRepeatable = hasSeed
    default:
      effects.reads = [state]
      effects.writes = [state]
    }
  }

  /// `nil` for a call of something else.
  fileprivate init?(_ owner: Expression, _ name: String, _ arguments: [Argument]) {
    switch owner.kind {
    case .attribute(let module, name: "random", _):
      guard case .name = module.kind else { return nil }
      self.init(name, state: CellNames.Shared.numpyRandom, hasSeed: !arguments.isEmpty)
    case .name("random"):
      self.init(name, state: CellNames.Shared.pythonRandom, hasSeed: !arguments.isEmpty)
    default: return nil
    }
  }
}

extension CellNames {
  /// Whether the name is Python's own rather than one of `Shared`.
  static func isIdentifier(_ name: String) -> Bool { !name.contains(".") && name != Shared.lastValue }

  /// `_`, `__`, `_3`, `Out`: values that cells showed.
  static func isLastValue(_ name: String) -> Bool {
    name == "Out" || name.hasPrefix("_") && name.dropFirst().allSatisfy { $0 == "_" || $0.isASCII && $0.isNumber }
  }
}

extension String {
  /// A command's text behind its options: `-n 3 -r1 f(x)`.
  fileprivate var withoutOptions: String {
    var words = split(separator: " ")[...]
    while let word = words.first, word.hasPrefix("-"), word.dropFirst().first?.isLetter ?? false {
      words = words.dropFirst(word.count == 2 && "nr".contains(word.suffix(1)) ? 2 : 1)
    }
    return words.joined(separator: " ")
  }
}
