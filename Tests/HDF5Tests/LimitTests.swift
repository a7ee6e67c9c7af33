import Arrays
import Foundation
import HDF5
import Testing

@Suite struct LimitTests {
  private func file(_ description: StoredDataset, limit: Int) throws -> (ScratchFile, HDF5File) {
    let scratch = ScratchFile()
    do { try HDF5File(scratch.path, mode: .create).createDataset("/x", description) }
    return (scratch, try HDF5File(scratch.path, memoryLimit: limit))
  }

  private func expectTooLarge(_ bytes: Int?, _ limit: Int, _ body: () throws -> Void) {
    let error = #expect(throws: StoredError.self) { try body() }
    #expect(error?.problem == .tooLarge(bytes: bytes, limit: limit))
  }

  static let hugeShapes: [[Int]] = [[1 << 20, 1 << 20], [1 << 40, 1 << 40], [1 << 61], [(1 << 17) + 1]]
  static let hugeSizes: [Int?] = [1 << 43, nil, nil, (1 << 20) + 8]

  @Test("takes no memory for shapes that are larger than the limit", arguments: zip(hugeShapes, hugeSizes))
  func refusesHugeShapes(shape: [Int], bytes: Int?) throws {
    var description = StoredDataset(shape: shape, type: StoredType(.int64))
    description.chunks = shape.map { _ in 16 }
    let (scratch, file) = try file(description, limit: 1 << 20)
    expectTooLarge(bytes, 1 << 20) { _ = try file.read("/x") }
    // A part is read all the same.
    let part = StoredRegion(shape.map { .run(start: $0 - 2, step: 1, count: 2) })
    #expect(try file.read("/x", part).int64 == [Int64](repeating: 0, count: 1 << shape.count))
    withExtendedLifetime(scratch) {}
  }

  @Test func refusesHugeChunks() throws {
    var description = StoredDataset(shape: [1 << 24], type: StoredType(.int64))
    description.chunks = [1 << 24]
    let (scratch, file) = try file(description, limit: 1 << 20)
    expectTooLarge(1 << 27, 1 << 20) {
      _ = try file.read("/x", StoredRegion([.run(start: 0, step: 1, count: 1)]))
    }
    withExtendedLifetime(scratch) {}
  }

  @Test func refusesTextsThatAreLargerThanTheLimit() throws {
    let scratch = ScratchFile()
    let type = StoredType(.text(isUTF8: true), size: 8)
    do {
      let file = try HDF5File(scratch.path, mode: .create)
      try file.createDataset("/x", StoredDataset(shape: [40], type: type))
      try file.write("/x", .texts(type, shape: [40], (0..<40).map { _ in [UInt8](repeating: 65, count: 10_000) }))
    }
    let small = try HDF5File(scratch.path, memoryLimit: 200_000)
    expectTooLarge(nil, 200_000) { _ = try small.read("/x") }
    let one = StoredRegion([.run(start: 3, step: 1, count: 1)])
    #expect(try small.read("/x", one) == .texts(type, shape: [1], [[UInt8](repeating: 65, count: 10_000)]))
    let large = try HDF5File(scratch.path, memoryLimit: 2_000_000)
    #expect(try large.read("/x").shape == [40])
  }

  @Test("says that a file is none of HDF5", arguments: ["", "hello", "\u{89}HDF\r\n\u{1A}\n"])
  func saysThatAFileIsForeign(content: String) throws {
    let scratch = ScratchFile()
    try Data(content.utf8).write(to: URL(fileURLWithPath: scratch.path))
    let error = #expect(throws: StoredError.self) { _ = try HDF5File(scratch.path) }
    #expect(error?.problem == .wrongFormat)
    #expect(error?.description == "\(scratch.path): is no HDF5 file, or its beginning is damaged")
  }

  /// The library keeps all its state in global variables.
  @Test func isUsedByManyThreadsAtOnce() async throws {
    let path = GoldenArray.folder.appendingPathComponent("shuffled-and-gzipped.h5").path
    let expected = try HDF5File(path).read("/x")
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask {
          let file = try HDF5File(path)
          for _ in 0..<20 where try file.read("/x") != expected { return false }
          return true
        }
      }
      for try await isEqual in group { #expect(isEqual) }
    }
  }
}
