import Arrays
import GoldenFiles
import Testing

@Suite struct PromotionTests {
  @Test(
    "operands have NumPy's common dtype, or are refused where that dtype does not exist here",
    arguments: goldenCases("promotion_table.txt"))
  func table(_ golden: GoldenCase) throws {
    let (a, b) = (try golden.array(1), try golden.array(2))
    func dtype() throws -> DType {
      guard let function = BinaryFunction.allCases.first(where: { $0.name == golden[0] }) else {
        return try DType.result(of: [a, b])
      }
      return try NDArray.apply(function, a, b).dtype
    }
    if DType.allCases.contains(where: { $0.name == golden[3] }) {
      #expect(try dtype().name == golden[3])
    } else {
      let error = #expect(throws: ArrayError.self) { try dtype() }
      #expect(error?.kind == .unsupported)
      #expect(error?.message.contains(golden[3]) == true)
    }
  }

  @Test func saysWhatToWriteInstead() throws {
    let error = #expect(throws: ArrayError.self) {
      try NDArray.apply(.add, NDArray([UInt8(1), 2], shape: [2]), NDArray(scalar: Int64(300)))
    }
    #expect(
      error?.message
        == "add of uint8 and the value 300 gives uint16 here, which is not supported: convert with .astype(int) first")
  }
}
