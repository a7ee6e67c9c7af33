/// Follows a cell's code in the order in which it runs, and notes which of the session's names it reads and writes.
struct NameFlow {
  private(set) var effects = NameEffects()
  private(set) var definitions: [String: GivenName] = [:]
  var isRepeatable = true
  /// Names that the code has certainly bound by now.
  var bound: Set<String> = []
  /// The functions, classes and comprehensions around the place, the innermost last.
  private var scopes: [Scope] = []
  private let known: (String) -> GivenName?

  private struct Scope {
    let locals: Set<String>
    let globals: Set<String>
    /// Functions inside do not see a class's names.
    let isClass: Bool
  }

  init(known: @escaping (String) -> GivenName?) { self.known = known }

  /// For a function's body, which runs when others call it: what it will find then nobody knows yet.
  private init(around flow: NameFlow) {
    known = { _ in nil }
    scopes = flow.scopes
  }

  /// Whether the name is the session's at this place rather than a function's own.
  func isGlobal(_ name: String) -> Bool {
    for (index, scope) in scopes.enumerated().reversed() {
      if scope.globals.contains(name) { return true }
      if scope.locals.contains(name), index == scopes.count - 1 || !scope.isClass { return false }
    }
    return true
  }

  // MARK: - Names

  mutating func read(_ name: String) {
    guard isGlobal(name) else { return }
    readGlobal(name)
    var used: Set<String> = []
    use(name, &used)
  }

  mutating func write(_ name: String, as given: GivenName = .value) {
    guard isGlobal(name) else { return }
    effects.writes.insert(name)
    bound.insert(name)
    definitions[name] = given == .value ? nil : given
  }

  /// A new value for a part of what the name holds.
  mutating func change(_ name: String) {
    guard isGlobal(name) else { return }
    read(name)
    effects.writes.insert(name)
  }

  /// A method that may change what the name holds.
  mutating func touch(_ name: String) {
    guard isGlobal(name) else { return }
    read(name)
    touchGlobal(name)
  }

  /// Of the session as a whole: the state of a generator and the like.
  mutating func readShared(_ name: String) { readGlobal(name) }

  mutating func writeShared(_ name: String, isWhole: Bool) {
    effects.writes.insert(name)
    if isWhole { bound.insert(name) }
  }

  private mutating func readGlobal(_ name: String) {
    if !bound.contains(name) { effects.reads.insert(CellNames.isLastValue(name) ? CellNames.Shared.lastValue : name) }
  }

  private mutating func touchGlobal(_ name: String) {
    let given = definitions[name] ?? (bound.contains(name) ? .value : known(name))
    if let given, given.kind == .value {
      effects.writes.insert(name)
    } else if given == nil {
      effects.touched.insert(name)
    }
  }

  /// What a function or a class of the session does when it is used. A name that is read is taken to be called.
  private mutating func use(_ name: String, _ used: inout Set<String>) {
    guard used.insert(name).inserted, let given = given(name), !given.effects.isEmpty else { return }
    for name in given.effects.reads {
      readGlobal(name)
      use(name, &used)
    }
    effects.writes.formUnion(given.effects.writes)
    for name in given.effects.touched { touchGlobal(name) }
  }

  /// What the name holds at this place, as far as the code tells.
  func given(_ name: String) -> GivenName? {
    definitions[name] ?? (bound.contains(name) ? nil : known(name))
  }

  // MARK: - Scopes

  mutating func inside(_ names: ScopeNames, isClass: Bool = false, _ body: (inout NameFlow) -> Void) {
    scopes.append(Scope(locals: names.boundSet, globals: names.globals, isClass: isClass))
    body(&self)
    scopes.removeLast()
  }

  /// What a body does that runs later.
  func effects(ofLater names: ScopeNames, _ body: (inout NameFlow) -> Void) -> NameEffects {
    var inner = NameFlow(around: self)
    inner.inside(names, body)
    return inner.effects
  }

  mutating func add(_ later: NameEffects) {
    for name in later.reads { readGlobal(name) }
    effects.writes.formUnion(later.writes)
    for name in later.touched { touchGlobal(name) }
  }
}
