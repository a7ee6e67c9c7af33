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
}
