import Arrays
import Cells
import Testing

@Suite("The bytes of a value")
struct ValueLayoutTests {
  @Test(
    "are sixteen, the tag behind the payload",
    arguments: [
      (Value.bool(true), ValueLayout.bool), (.int(-3), ValueLayout.int), (.float(2.5), ValueLayout.float),
      (.npBool(false), ValueLayout.npBool), (.npUInt8(7), ValueLayout.npUInt8), (.npInt64(9), ValueLayout.npInt64),
      (.npFloat32(1.5), ValueLayout.npFloat32), (.npFloat64(0.1), ValueLayout.npFloat64),
      (Value("text"), ValueLayout.object), (.none, ValueLayout.plain), (.ellipsis, ValueLayout.plain),
      (.notImplemented, ValueLayout.plain), (.undefined, ValueLayout.plain),
    ])
  func tags(_ value: Value, _ tag: UInt8) {
    #expect(MemoryLayout<Value>.stride == 16)
    #expect(withUnsafeBytes(of: value) { $0[8] } == tag)
  }

  @Test("begin with the payload")
  func payloads() {
    #expect(withUnsafeBytes(of: Value.int(-3)) { $0.load(as: Int.self) } == -3)
    #expect(withUnsafeBytes(of: Value.float(2.5)) { $0.load(as: Double.self) } == 2.5)
    #expect(withUnsafeBytes(of: Value.npFloat64(0.1)) { $0.load(as: Double.self) } == 0.1)
    #expect(withUnsafeBytes(of: Value.bool(true)) { $0[0] & 1 } == 1)
    #expect(withUnsafeBytes(of: Value.bool(false)) { $0[0] & 1 } == 0)
  }

  @Test("number what has no payload")
  func plain() {
    #expect(withUnsafeBytes(of: Value.none) { $0.load(as: Int.self) } == ValueLayout.none)
    #expect(withUnsafeBytes(of: Value.undefined) { $0.load(as: Int.self) } == ValueLayout.undefined)
  }

  @Test("of a list's and a tuple's elements lie where they are read")
  func elements() {
    let values: [Value] = [.int(3), .float(2.5), .none]
    for object in [ListObject(values), TupleObject(values)] {
      withExtendedLifetime(object) {
        let elements = RawElements(of: ObjectAddress(object))
        #expect(elements.count == 3)
        #expect(elements[0]?.rawInt == 3)
        #expect(elements[-2]?.rawDouble == 2.5)
        #expect(elements[3] == nil && elements[-4] == nil)
      }
    }
    #expect(RawElements(of: ObjectAddress(TupleObject.empty)).count == 0)
  }

  @Test("of a list's elements are its own until something else holds them")
  func ownership() {
    // Not a literal: its elements would be the program's, and nobody's own.
    let list = ListObject((0..<Int.random(in: 2...3)).map { .int($0) })
    withExtendedLifetime(list) { #expect(RawElements.areOwned(by: ObjectAddress(list))) }
    let copy = list.elements
    withExtendedLifetime(copy) { #expect(!RawElements.areOwned(by: ObjectAddress(list))) }
  }

  @Test("of an array lie where they are read")
  func array() throws {
    let whole = try NDArray([1.5, 2, 3, 4, 5, 6], shape: [2, 3])
    let object = ArrayObject(whole.transposed)
    withExtendedLifetime(object) {
      let array = ObjectAddress(object).array
      #expect(array.rank == 2 && array.count == 6 && array.dtype == .float64 && array.isWriteable)
      #expect(array.lengths[0] == 3 && array.lengths[1] == 2)
      #expect(array.steps[0] == 1 && array.steps[1] == 3)
      #expect(array.storageAddress == Int(bitPattern: Unmanaged.passUnretained(whole.storage).toOpaque()))
      #expect(array.float64(at: 0) == 1.5)
    }
  }

  @Test("of kinds: what sessions share is not local")
  func kinds() {
    let shared: [Object.Kind] = [
      .string, .bytes, .bigInt, .tuple, .native, .property, .classMethod, .staticMethod, .type, .module, .dtype, .host,
    ]
    for kind in shared { #expect(!kind.isLocal) }
    for kind in [Object.Kind.list, .dict, .function, .array, .cell, .instance] { #expect(kind.isLocal) }
  }
}
