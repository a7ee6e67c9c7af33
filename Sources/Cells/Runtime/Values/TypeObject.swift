import Synchronization

/// A Python class: built in, or written in the cell language.
package final class TypeObject: Object, @unchecked Sendable {
  package let name: String
  /// `numpy`, `__main__`; `nil` for Python's own.
  package let moduleName: String?
  package let bases: [TypeObject]
  /// Method resolution order, this class first.
  package private(set) var resolutionOrder: [TypeObject] = []
  package private(set) var attributes: [String: Value]
  package private(set) var attributeOrder: [String] = []
  /// What calling a built-in type does; `nil` where Python cannot be asked to make one.
  package let constructor: NativeFunction?
  /// Written in the cell language.
  package let isUserDefined: Bool
  /// A built-in class whose operators are the methods among its attributes: `__add__`, `__len__`, `__repr__`.
  package let definesOperators: Bool
  /// A built-in class that Python has from a module written in Python: messages then leave the module out.
  private let isWrittenInPython: Bool

  /// Grows when any class written in the cell language changes, so that caches notice.
  private static let changes = Atomic<Int>(0)
  static var version: Int { changes.load(ordering: .relaxed) }

  /// A built-in type. `attributes` are its methods and properties.
  package init(
    _ name: String, module: String? = nil, base: TypeObject? = nil, secondBase: TypeObject? = nil,
    constructor: NativeFunction? = nil, definesOperators: Bool = false, isWrittenInPython: Bool = false,
    attributes: [String: Value] = [:]
  ) {
    self.name = name
    moduleName = module
    self.bases = [base, secondBase].compactMap(\.self)
    self.attributes = attributes
    self.constructor = constructor
    isUserDefined = false
    self.definesOperators = definesOperators
    self.isWrittenInPython = isWrittenInPython
    super.init(.type)
    var inherited = base?.resolutionOrder ?? (name == "object" ? [] : [Types.object])
    if let secondBase {
      inherited.removeAll { first in secondBase.resolutionOrder.contains { $0 === first } }
      inherited += secondBase.resolutionOrder
    }
    resolutionOrder = [self] + inherited
  }

  /// A class of the cell language.
  /// - Throws: `TypeError` where the bases have no consistent order.
  package init(
    userDefined name: String, module: String, bases: [TypeObject], attributes: [(String, Value)]
  ) throws {
    self.name = name
    moduleName = module
    self.bases = bases.isEmpty ? [Types.object] : bases
    self.attributes = Dictionary(attributes, uniquingKeysWith: { $1 })
    attributeOrder = attributes.map(\.0)
    constructor = nil
    isUserDefined = true
    definesOperators = true
    isWrittenInPython = true
    super.init(.type)
    resolutionOrder = [self] + (try TypeObject.merge(self.bases.map(\.resolutionOrder) + [self.bases]))
  }

  package override var type: TypeObject { Types.type }

  /// An attribute of this class or of one it inherits from.
  package func lookUp(_ attribute: String) -> Value? {
    for cls in resolutionOrder {
      if let value = cls.attributes[attribute] { return value }
    }
    return nil
  }

  package func set(_ attribute: String, _ value: Value?) {
    if attributes[attribute] == nil { attributeOrder.append(attribute) }
    if value == nil { attributeOrder.removeAll { $0 == attribute } }
    attributes[attribute] = value
    TypeObject.changes.wrappingAdd(1, ordering: .relaxed)
  }

  package func isSubclass(of other: TypeObject) -> Bool { self === other || resolutionOrder.contains { $0 === other } }

  /// `numpy.float64`, `int`, `__main__.Layer`.
  package var qualifiedName: String { moduleName.map { "\($0).\(name)" } ?? name }

  /// As messages have it: NumPy's classes with their module, a cell's own without.
  package var messageName: String { isWrittenInPython || moduleName == "__main__" ? name : qualifiedName }

  /// `__name__`, as IPython heads an error with: `AxisError`, not `numpy.exceptions.AxisError`.
  var ownName: String { attributes["__name__"]?.asString?.value ?? name }

  /// The name with what the class was written in: `make.<locals>.Layer`.
  var path: String { attributes["__qualname__"]?.asString?.value ?? name }

  /// C3 linearisation.
  private static func merge(_ sequences: [[TypeObject]]) throws -> [TypeObject] {
    // One base: its own order. A tower of thousands of classes is quick to build.
    if sequences.count == 2 { return sequences[0] }
    var sequences = sequences.filter { !$0.isEmpty }
    var result: [TypeObject] = []
    while !sequences.isEmpty {
      let head = sequences.lazy.map { $0[0] }.first { candidate in
        !sequences.contains { $0.dropFirst().contains { $0 === candidate } }
      }
      guard let head else {
        throw Raised.typeError(
          "Cannot create a consistent method resolution order (MRO) for bases "
            + (sequences.last ?? []).map(\.name).joined(separator: ", "))
      }
      result.append(head)
      sequences = sequences.map { $0[0] === head ? Array($0.dropFirst()) : $0 }.filter { !$0.isEmpty }
    }
    return result
  }
}
