/// The built-in classes. Each is made when it is first used.
package enum Types {
  package static let object: TypeObject = TypeObject(
    "object", constructor: ObjectMethods.constructor, attributes: ObjectMethods.all)
  package static let type: TypeObject = TypeObject(
    "type", constructor: ObjectMethods.typeConstructor, attributes: ObjectMethods.ofType)
  package static let noneType: TypeObject = TypeObject("NoneType")
  package static let ellipsisType: TypeObject = TypeObject("ellipsis")
  package static let notImplementedType: TypeObject = TypeObject("NotImplementedType")

  package static let int: TypeObject = TypeObject(
    "int", constructor: NumberMethods.int, attributes: NumberMethods.ofInt)
  package static let bool: TypeObject = TypeObject("bool", base: int, constructor: NumberMethods.bool)
  package static let float: TypeObject = TypeObject(
    "float", constructor: NumberMethods.float, attributes: NumberMethods.ofFloat)
  package static let string: TypeObject = TypeObject(
    "str", constructor: StringMethods.constructor, attributes: ContainerProtocol.adding(to: StringMethods.all))
  package static let bytes: TypeObject = TypeObject(
    "bytes", constructor: BytesMethods.constructor, attributes: ContainerProtocol.adding(to: BytesMethods.all))

  package static let tuple: TypeObject = TypeObject(
    "tuple", constructor: SequenceMethods.tuple, attributes: SequenceMethods.ofTuple)
  package static let list: TypeObject = TypeObject(
    "list", constructor: SequenceMethods.list, attributes: SequenceMethods.ofList)
  package static let range: TypeObject = TypeObject(
    "range", constructor: SequenceMethods.range, attributes: SequenceMethods.ofRange)
  package static let slice: TypeObject = TypeObject(
    "slice", constructor: SequenceMethods.slice, attributes: SequenceMethods.ofSlice)
  package static let dict: TypeObject = TypeObject(
    "dict", constructor: DictMethods.constructor, attributes: DictMethods.all)
  package static let dictKeys: TypeObject = TypeObject("dict_keys", attributes: DictMethods.ofViews)
  package static let dictValues: TypeObject = TypeObject("dict_values", attributes: DictMethods.ofViews)
  package static let dictItems: TypeObject = TypeObject("dict_items", attributes: DictMethods.ofViews)
  package static let set: TypeObject = TypeObject("set", constructor: SetMethods.set, attributes: SetMethods.all)
  package static let frozenset: TypeObject = TypeObject(
    "frozenset", constructor: SetMethods.frozenset, attributes: SetMethods.ofFrozenset)

  package static let function: TypeObject = TypeObject("function", attributes: ObjectMethods.ofFunction)
  package static let builtinFunction: TypeObject = TypeObject(
    "builtin_function_or_method", attributes: ObjectMethods.ofFunction)
  package static let method: TypeObject = TypeObject("method", attributes: ObjectMethods.ofFunction)
  package static let property: TypeObject = TypeObject(
    "property", constructor: ObjectMethods.property, attributes: ObjectMethods.ofProperty)
  package static let classMethod: TypeObject = TypeObject("classmethod", constructor: ObjectMethods.classMethod)
  package static let staticMethod: TypeObject = TypeObject("staticmethod", constructor: ObjectMethods.staticMethod)
  package static let superType: TypeObject = TypeObject("super", constructor: ObjectMethods.superConstructor)
  package static let module: TypeObject = TypeObject("module")

  package static let iterator: TypeObject = TypeObject("iterator", attributes: IteratorMethods.all)
  package static let generator: TypeObject = TypeObject("generator", attributes: IteratorMethods.ofGenerator)
  package static let listIterator: TypeObject = TypeObject("list_iterator", base: iterator)
  package static let tupleIterator: TypeObject = TypeObject("tuple_iterator", base: iterator)
  package static let rangeIterator: TypeObject = TypeObject("range_iterator", base: iterator)
  package static let stringIterator: TypeObject = TypeObject("str_iterator", base: iterator)
  package static let enumerate: TypeObject = TypeObject(
    "enumerate", base: iterator, constructor: IteratorMethods.enumerate)
  package static let zip: TypeObject = TypeObject("zip", base: iterator, constructor: IteratorMethods.zip)
  package static let map: TypeObject = TypeObject("map", base: iterator, constructor: IteratorMethods.map)
  package static let filter: TypeObject = TypeObject("filter", base: iterator, constructor: IteratorMethods.filter)
  package static let reversed: TypeObject = TypeObject(
    "reversed", base: iterator, constructor: IteratorMethods.reversed)

  package static let ndarray: TypeObject = TypeObject(
    "ndarray", module: "numpy", constructor: ArrayMethods.constructor, attributes: ArrayMethods.all)
  package static let dtype: TypeObject = TypeObject(
    "dtype", module: "numpy", constructor: DTypeMethods.constructor, attributes: DTypeMethods.all)
  /// The class of each dtype, in the order of `DType`.
  package static let dtypes: [TypeObject] = ["BoolDType", "UInt8DType", "Int64DType", "Float32DType", "Float64DType"]
    .map { TypeObject($0, module: "numpy.dtypes", base: dtype) }
  package static let npGeneric: TypeObject = TypeObject("generic", module: "numpy", attributes: NumpyScalarMethods.all)
  package static let npNumber: TypeObject = TypeObject("number", module: "numpy", base: npGeneric)
  package static let npInteger: TypeObject = TypeObject("integer", module: "numpy", base: npNumber)
  package static let npInexact: TypeObject = TypeObject("inexact", module: "numpy", base: npNumber)
  package static let npFloating: TypeObject = TypeObject("floating", module: "numpy", base: npInexact)
  package static let npBool: TypeObject = TypeObject(
    "bool_", module: "numpy", base: npGeneric, constructor: NumpyScalarMethods.constructor("bool_", .bool))
  package static let npUInt8: TypeObject = TypeObject(
    "uint8", module: "numpy", base: npInteger, constructor: NumpyScalarMethods.constructor("uint8", .uint8))
  package static let npInt64: TypeObject = TypeObject(
    "int64", module: "numpy", base: npInteger, constructor: NumpyScalarMethods.constructor("int64", .int64))
  package static let npFloat32: TypeObject = TypeObject(
    "float32", module: "numpy", base: npFloating, constructor: NumpyScalarMethods.constructor("float32", .float32))
  package static let npFloat64: TypeObject = TypeObject(
    "float64", module: "numpy", base: npFloating, secondBase: float,
    constructor: NumpyScalarMethods.constructor("float64", .float64))
}

extension Value {
  /// The Python class.
  package var type: TypeObject {
    switch self {
    case .bool: Types.bool
    case .int: Types.int
    case .float: Types.float
    case .npBool: Types.npBool
    case .npUInt8: Types.npUInt8
    case .npInt64: Types.npInt64
    case .npFloat32: Types.npFloat32
    case .npFloat64: Types.npFloat64
    case .object(let object): object.type
    case .none: Types.noneType
    case .ellipsis: Types.ellipsisType
    case .notImplemented: Types.notImplementedType
    case .undefined: Types.object
    }
  }
}
