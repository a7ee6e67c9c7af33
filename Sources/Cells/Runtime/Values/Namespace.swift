/// The names of a module (or of all cells of a session) and their values.
///
/// Compiled code refers to a name by its slot, found once when the code is compiled; slots never move or disappear.
package final class Namespace: @unchecked Sendable {
  private var slots: [String: Int] = [:]
  package private(set) var names: [String] = []
  @exclusivity(unchecked) private(set) var values: UnsafeMutablePointer<Value>
  private var capacity = 64
  /// Changes whenever a value is stored by name, so that caches notice.
  private(set) var version = 0

  /// Built-in values of names that have none here, and the version of the built-in names that they are of.
  private var builtins: UnsafeMutablePointer<Value>
  private var builtinsVersion = -1

  package init() {
    values = .allocate(capacity: capacity)
    builtins = .allocate(capacity: capacity)
  }

  deinit {
    values.deinitialize(count: names.count)
    values.deallocate()
    builtins.deinitialize(count: names.count)
    builtins.deallocate()
  }

  /// The slot of a name, made where there is none.
  func slot(_ name: String) -> Int {
    if let slot = slots[name] { return slot }
    if names.count == capacity {
      values = Namespace.enlarged(values, capacity)
      builtins = Namespace.enlarged(builtins, capacity)
      capacity *= 2
    }
    let slot = names.count
    slots[name] = slot
    names.append(name)
    (values + slot).initialize(to: .undefined)
    (builtins + slot).initialize(to: .undefined)
    return slot
  }

  private static func enlarged(_ values: UnsafeMutablePointer<Value>, _ count: Int) -> UnsafeMutablePointer<Value> {
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: count * 2)
    larger.moveInitialize(from: values, count: count)
    values.deallocate()
    return larger
  }

  /// The built-in value of a slot's name, where it was kept and no built-in name has changed since.
  func builtin(_ slot: Int, _ source: Namespace) -> UnsafeMutablePointer<Value>? {
    builtinsVersion == source.version && !builtins[slot].isUndefined ? builtins + slot : nil
  }

  func keepBuiltin(_ value: Value, _ slot: Int, _ source: Namespace) {
    if builtinsVersion != source.version {
      for slot in names.indices { builtins[slot] = .undefined }
      builtinsVersion = source.version
    }
    builtins[slot] = value
  }

  package subscript(name: String) -> Value? {
    get {
      guard let slot = slots[name] else { return nil }
      let value = values[slot]
      return value.isUndefined ? nil : value
    }
    set {
      // Finding the slot may move the values.
      let slot = slot(name)
      values[slot] = newValue ?? .undefined
      version += 1
    }
  }

  /// Takes all values away; the slots stay.
  package func removeAll() {
    for slot in names.indices { values[slot] = .undefined }
    version += 1
  }

  /// Names that have a value, in the order of their first appearance.
  package var definedNames: [String] { names.indices.filter { !values[$0].isUndefined }.map { names[$0] } }
}
