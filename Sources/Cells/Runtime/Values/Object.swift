/// Anything that lives on the heap. `kind` says which subclass it is, so that telling objects apart is a comparison of
/// two bytes and not a dynamic cast.
///
/// Objects are not locked: a session's objects are used by the thread that runs the session, and what all sessions
/// share (the built-in types and functions) never changes after it was made.
package class Object: @unchecked Sendable {
  package enum Kind: UInt8, Sendable {
    case string, bytes, bigInt, tuple
    case native, property, classMethod, staticMethod, type, module, dtype, host
    case list, dict, set, range, slice
    case function, boundMethod, superProxy, instance, exception
    case iterator, generator, dictView
    case array, cell

    /// Whether objects of this kind belong to one session, and so to one thread at a time. The kinds before `list` are
    /// among the built-in types, functions and constants that all sessions share.
    @inline(__always) package var isLocal: Bool { unsafeBitCast(self, to: UInt8.self) >= Kind.firstLocal }
    private static let firstLocal: UInt8 = 12

    /// Whether all objects of one Swift class and of this kind are of one Python class.
    var tellsClass: Bool {
      switch self {
      case .string, .bytes, .bigInt, .list, .range, .array: true
      default: false
      }
    }
  }

  package final let kind: Kind

  package init(_ kind: Kind) { self.kind = kind }

  /// The Python class. Every subclass overrides this.
  package var type: TypeObject { Types.object }
}

extension Value {
  @inline(__always)
  private func cast<T: Object>(_ kind: Object.Kind, to type: T.Type) -> T? {
    guard case .object(let object) = self, object.kind == kind else { return nil }
    return unsafeDowncast(object, to: type)
  }

  package var asString: StringObject? { cast(.string, to: StringObject.self) }
  package var asBytes: BytesObject? { cast(.bytes, to: BytesObject.self) }
  package var asBigInt: BigIntObject? { cast(.bigInt, to: BigIntObject.self) }
  package var asTuple: TupleObject? { cast(.tuple, to: TupleObject.self) }
  package var asList: ListObject? { cast(.list, to: ListObject.self) }
  package var asDict: DictObject? { cast(.dict, to: DictObject.self) }
  package var asSet: SetObject? { cast(.set, to: SetObject.self) }
  package var asRange: RangeObject? { cast(.range, to: RangeObject.self) }
  package var asSlice: SliceObject? { cast(.slice, to: SliceObject.self) }
  package var asFunction: FunctionObject? { cast(.function, to: FunctionObject.self) }
  package var asNative: NativeFunction? { cast(.native, to: NativeFunction.self) }
  package var asBoundMethod: BoundMethod? { cast(.boundMethod, to: BoundMethod.self) }
  package var asProperty: PropertyObject? { cast(.property, to: PropertyObject.self) }
  package var asType: TypeObject? { cast(.type, to: TypeObject.self) }
  package var asModule: ModuleObject? { cast(.module, to: ModuleObject.self) }
  package var asInstance: InstanceObject? { cast(.instance, to: InstanceObject.self) }
  package var asException: ExceptionObject? { cast(.exception, to: ExceptionObject.self) }
  package var asIterator: IteratorObject? { cast(.iterator, to: IteratorObject.self) }
  package var asGenerator: GeneratorObject? { cast(.generator, to: GeneratorObject.self) }
  package var asDictView: DictView? { cast(.dictView, to: DictView.self) }
  package var asArray: ArrayObject? { cast(.array, to: ArrayObject.self) }
  package var asDType: DTypeObject? { cast(.dtype, to: DTypeObject.self) }
  package var asCell: CellObject? { cast(.cell, to: CellObject.self) }

  /// The elements of a list or tuple.
  package var elements: [Value]? { asList?.elements ?? asTuple?.elements }
}
