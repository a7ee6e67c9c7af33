import Arrays
import Testing

@Suite("Large blocks of memory are used again")
struct BlockCacheTests {
  @Test("new arrays hold zeros wherever their memory comes from", arguments: [8192, 8193, 100_000, 3_000_000])
  func zeros(count: Int) throws {
    for _ in 0..<4 {
      let array = try NDArray(.float64, shape: [count])
      let numbers = UnsafeMutableBufferPointer(start: array.pointer(Double.self), count: count)
      #expect(numbers.allSatisfy { $0.bitPattern == 0 })
      numbers.update(repeating: .nan)
    }
  }

  @Test("memory that no machine has is refused", arguments: [1 << 58, 1 << 59, 1 << 60])
  func refused(count: Int) {
    #expect(throws: ArrayError.self) { try NDArray(.float64, shape: [count]) }
  }

  @Test("what arrays hold is counted without what is kept")
  func counted() throws {
    let size = 64 << 20
    var array: NDArray? = try NDArray(.uint8, shape: [size])
    let held = Storage.liveBytes
    withExtendedLifetime(array) {}
    array = nil
    #expect(Storage.liveBytes <= held - size / 2)
  }
}
