import Arrays

/// `x.flags`: how an array lies in memory.
package final class ArrayFlags: Object, @unchecked Sendable {
  private let owner: Value
  private let array: NDArray

  init(_ owner: Value, _ array: NDArray) {
    self.owner = owner
    self.array = array
    super.init(.host)
  }

  package override var type: TypeObject { ArrayFlags.cls }

  private var flags: [(name: String, short: String, value: Bool)] {
    [
      ("C_CONTIGUOUS", "C", array.isContiguous), ("F_CONTIGUOUS", "F", array.isFortranContiguous),
      ("OWNDATA", "O", owner.asArray.map { $0.base == nil } ?? true),
      ("WRITEABLE", "W", owner.asArray != nil && array.isWriteable), ("ALIGNED", "A", true),
      ("WRITEBACKIFCOPY", "X", false),
    ]
  }

  private static let cls: TypeObject = TypeObject(
    "flagsobj", module: "numpy.core.multiarray",
    attributes: table(
      [
        method("__getitem__", "key, /") { a in
          let key = a[1].asString?.value
          guard let flag = of(a[0])?.flags.first(where: { $0.name == key || $0.short == key }) else {
            throw Raised(Exceptions.keyError, "Unknown flag")
          }
          return .bool(flag.value)
        },
        method("__setitem__", "key, value, /") { a in
          guard let flags = of(a[0]), let array = flags.owner.asArray,
            ["WRITEABLE", "W"].contains(a[1].asString?.value)
          else { throw Raised(Exceptions.keyError, "Unknown flag") }
          try setWriteable(array, a.bool(2, default: true))
          return .none
        },
        method("__repr__", "") { a in
          Value(of(a[0])?.flags.map { "  \($0.name) : \($0.value ? "True" : "False")\n" }.joined() ?? "")
        },
        property("writeable") { value, _ in
          .bool(of(value)?.flags[3].value ?? false)
        } set: { value, isWriteable, interpreter in
          guard let array = of(value)?.owner.asArray else { return }
          try setWriteable(array, interpreter.isTrue(isWriteable))
        },
      ],
      [("c_contiguous", 0), ("f_contiguous", 1), ("owndata", 2), ("aligned", 4), ("writebackifcopy", 5)].map {
        (name, index) in property(name) { value, _ in .bool(of(value)?.flags[index].value ?? false) }
      }))

  static func setWriteable(_ object: ArrayObject, _ isWriteable: Bool) throws {
    let array = object.array
    if isWriteable, !array.isWriteable, let base = object.base, !base.array.isWriteable {
      throw Raised.valueError("cannot set WRITEABLE flag to True of this array")
    }
    object.array = array.with(shape: array.shape, strides: array.strides, isWriteable: isWriteable)
  }

  private static func of(_ value: Value) -> ArrayFlags? { value.object as? ArrayFlags }
}
