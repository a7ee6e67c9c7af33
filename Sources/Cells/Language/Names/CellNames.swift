/// What a piece of code takes from the names of its session, and what it does to them, found without running it.
package struct NameEffects: Sendable, Equatable {
  /// Names that it reads where it has not certainly bound them itself before.
  package internal(set) var reads: Set<String> = []
  /// Names that it binds, deletes, or whose values it changes: `a = 1`, `a[0] = 1`, `a.x = 1`, `a.append(1)`.
  package internal(set) var writes: Set<String> = []
  /// Names of which a method is called that may change their values; nobody knows without knowing what they hold.
  var touched: Set<String> = []

  var isEmpty: Bool { reads.isEmpty && writes.isEmpty && touched.isEmpty }

  func union(_ other: NameEffects) -> NameEffects {
    NameEffects(
      reads: reads.union(other.reads), writes: writes.union(other.writes), touched: touched.union(other.touched))
  }
}

/// What is known of a name's value from the code that gave it.
package struct GivenName: Sendable, Equatable {
  enum Kind: Sendable {
    /// A module, or a function out of one: a call of its attributes changes nothing that has a name.
    case imported
    case function
    case type
    case value
  }

  let kind: Kind
  /// What using it does besides: a function's body reads names of the session when it is called, not when it is
  /// defined.
  let effects: NameEffects

  static let value = GivenName(kind: .value, effects: NameEffects())
}

/// The names that a cell reads from other cells, and those that it gives to them.
///
/// Names are Python's, and a few more for what cells share without naming it (`Shared`). What a called function of the
/// notebook reads and changes counts as the caller's. Not seen: a change through a second name for the same value
/// (`b = a; b[0] = 1`), or through a function's parameter; code in strings (`exec`), `globals()`.
package struct CellNames: Sendable, Equatable {
  /// What has no name in Python. None of them can be an identifier.
  package enum Shared {
    /// The state of NumPy's global generator.
    static let numpyRandom = "np.random"
    /// The state of the module `random`.
    static let pythonRandom = "random.seed"
    /// How arrays are printed, and which floating-point errors warn.
    static let printOptions = "np.set_printoptions"
    /// The last value that a cell showed: `_`, `Out`.
    static let lastValue = "_"
    /// Names that only running the code tells: `from module import *`, `%run`.
    package static let everything = "*"
  }

  package internal(set) var effects = NameEffects()
  /// Of the names that the cell binds to more than plain values.
  var definitions: [String: GivenName] = [:]
  /// Whether running it again on the same values has to give the same: no clock, no file.
  package internal(set) var isRepeatable = true

  package var reads: Set<String> { effects.reads }
  package var writes: Set<String> { effects.writes }

  /// - Parameter known: what earlier cells gave under a name; `nil` where none gave it.
  /// - Complexity: O(length of the code), but for functions that call each other.
  package init(of code: String, known: (String) -> GivenName? = { _ in nil }) {
    guard let module = try? Parser.parse(Source(name: "", code, isCell: true)) else { return }
    withoutActuallyEscaping(known) { known in
      var flow = NameFlow(known: known)
      flow.visit(module.body)
      flow.noteValue(of: module.body.last)
      effects = flow.effects
      definitions = flow.definitions
      isRepeatable = flow.isRepeatable
    }
  }
}
