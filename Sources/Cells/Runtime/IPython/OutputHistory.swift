/// The values that cells showed: `Out`, `_oh`, `_`, `__`, `___` and `_3`.
final class OutputHistory {
  private static let names = ["_", "__", "___"]

  private let namespace: Namespace
  private let values = DictObject()
  /// What was last put under `_`, `__` and `___`.
  private var latest: [Value] = []

  init(_ namespace: Namespace) { self.namespace = namespace }

  var count: Int { values.table.count }

  /// What a cell showed, by its number.
  func value(ofCell count: Int, _ interpreter: Interpreter) throws -> Value? {
    try values.table.find(.int(count), interpreter)
  }

  /// Makes the names known, with nothing in them.
  func install() {
    forgetAll()
    for (name, value) in zip(Self.names, latest) { namespace[name] = value }
  }

  /// After `%reset`: `_` and its kin come back with the next output.
  func forgetAll() {
    values.table.removeAll()
    latest = Self.names.map { _ in Value("") }
    for name in ["Out", "_oh"] { namespace[name] = .object(values) }
  }

  /// `_` and its kin are left alone once a cell has given one of them a value of its own.
  func add(_ value: Value, count: Int, _ interpreter: Interpreter) throws {
    if case .object(let object) = value, object === values { return }
    let areOurs = zip(Self.names, latest).allSatisfy { name, value in
      namespace[name].map { $0.isSameOutput(as: value) } ?? true
    }
    latest = [value] + latest.prefix(2)
    if areOurs { for (name, value) in zip(Self.names, latest) { namespace[name] = value } }
    namespace["_\(count)"] = value
    try values.set(.int(count), value, interpreter)
  }

  /// `%reset -f out`
  func clear() {
    for key in values.table.keys { if case .int(let count) = key { namespace["_\(count)"] = nil } }
    let areOurs = namespace["_"].map { value in latest.first.map { value.isSameOutput(as: $0) } ?? false } ?? false
    values.table.removeAll()
    latest = Self.names.map { _ in Value("") }
    if areOurs { for (name, value) in zip(Self.names, latest) { namespace[name] = value } }
  }
}

extension Value {
  /// Python's `is`; NumPy's scalars are the same where their bits are.
  fileprivate func isSameOutput(as other: Value) -> Bool {
    switch (self, other) {
    case (.npInt64(let a), .npInt64(let b)): a == b
    case (.npUInt8(let a), .npUInt8(let b)): a == b
    case (.npFloat32(let a), .npFloat32(let b)): a.bitPattern == b.bitPattern
    case (.npFloat64(let a), .npFloat64(let b)): a.bitPattern == b.bitPattern
    default: isIdentical(to: other)
    }
  }
}
