/// `int | str`: what an annotation or `isinstance` takes.
package final class UnionObject: Object, @unchecked Sendable {
  /// Classes, `None`, and forms of the module `typing`.
  let members: [Value]

  private init(_ members: [Value]) {
    self.members = members
    super.init(.host)
  }

  /// `left | right`; `nil` where one of them is no class.
  static func joining(_ left: Value, _ right: Value) -> UnionObject? {
    guard let a = members(left), let b = members(right), !(left.isNone && right.isNone) else { return nil }
    var members = a
    for member in b where !members.contains(where: { $0.isIdentical(to: member) }) { members.append(member) }
    return UnionObject(members)
  }

  private static func members(_ value: Value) -> [Value]? {
    if value.isNone || value.asType != nil || value.object is TypingForm { return [value] }
    return (value.object as? UnionObject)?.members
  }

  package override var type: TypeObject { UnionObject.type }

  private static let type: TypeObject = TypeObject(
    "UnionType", module: "types", definesOperators: true,
    attributes: table([
      method("__repr__", "/") { a in
        let members = try a.host(UnionObject.self).members
        return Value(
          try members.map { try $0.asType?.qualifiedName ?? a.interpreter.representation($0) }
            .joined(separator: " | "))
      },
      method("__eq__", "other, /") { a in
        guard let other = (a[1].object as? UnionObject)?.members else { return .notImplemented }
        let members = try a.host(UnionObject.self).members
        return .bool(
          members.count == other.count
            && members.allSatisfy { member in other.contains { $0.isIdentical(to: member) } })
      },
      property("__args__") { value, _ in Value(tuple: (value.object as? UnionObject)?.members ?? []) },
    ]))
}
