import Arrays
import Foundation
import HDF5
import Testing

/// A file that goes with the test.
final class ScratchFile {
  let path = NSTemporaryDirectory() + "hdf5-\(UUID().uuidString).h5"

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension StoredValue {
  static func int64(_ numbers: [Int64], shape: [Int]) -> StoredValue {
    .numbers(StoredType(.int64), shape: shape, bytes: numbers.withUnsafeBytes { Array($0) })
  }

  var int64: [Int64] {
    guard case .numbers(_, _, let bytes) = self else { return [] }
    return bytes.withUnsafeBytes { Array($0.bindMemory(to: Int64.self)) }
  }
}

@Suite struct PartialReadTests {
  /// 6 x 10 x 4 elements, each its own place in C order, in chunks that do not divide the shape.
  private func cube(chunks: [Int]?) throws -> (ScratchFile, HDF5File) {
    let scratch = ScratchFile()
    let file = try HDF5File(scratch.path, mode: .create)
    var description = StoredDataset(shape: [6, 10, 4], type: StoredType(.int64))
    description.chunks = chunks
    if chunks != nil { description.compression = "gzip" }
    try file.createDataset("/x", description)
    try file.write("/x", .int64((0..<240).map { $0 }, shape: [6, 10, 4]))
    return (scratch, file)
  }

  struct Part: Sendable, CustomTestStringConvertible {
    let axes: [StoredRegion.Axis]
    var testDescription: String { "\(axes.map(\.count))" }
  }

  private static func run(_ start: Int, _ count: Int, step: Int = 1) -> StoredRegion.Axis {
    .run(start: start, step: step, count: count)
  }

  static let parts: [Part] = [
    Part(axes: [run(0, 6), run(0, 10), run(0, 4)]),
    Part(axes: [run(2, 1), run(9, 1), run(3, 1)]),
    Part(axes: [run(1, 3, step: 2), run(0, 4, step: 3), run(1, 2)]),
    Part(axes: [run(0, 0), run(0, 10), run(0, 4)]),
    Part(axes: [.places([0, 2, 3, 5]), run(4, 3), run(0, 4)]),
    Part(axes: [run(5, 1), .places([0, 1, 2, 9]), run(0, 2, step: 2)]),
    Part(axes: [run(0, 2, step: 5), run(2, 2), .places([3])]),
    Part(axes: [.places([]), run(2, 2), run(0, 4)]),
  ]

  static let outside: [Part] = [
    Part(axes: [run(0, 7), run(0, 1), run(0, 1)]),
    Part(axes: [run(-1, 1), run(0, 1), run(0, 1)]),
    Part(axes: [run(0, 1, step: 0), run(0, 1), run(0, 1)]),
    Part(axes: [run(1, 3, step: Int.max), run(0, 1), run(0, 1)]),
    Part(axes: [.places([3, 2]), run(0, 1), run(0, 1)]),
    Part(axes: [.places([6]), run(0, 1), run(0, 1)]),
    Part(axes: [run(0, 6), run(0, 10)]),
  ]

  private func places(_ axis: StoredRegion.Axis) -> [Int] {
    switch axis {
    case .run(let start, let step, let count): (0..<count).map { start + $0 * step }
    case .places(let places): places
    }
  }

  @Test("gives the elements of a part in their order", arguments: parts, [nil, [4, 3, 4], [1, 10, 2]])
  func givesParts(_ part: Part, chunks: [Int]?) throws {
    let (scratch, file) = try cube(chunks: chunks)
    let region = StoredRegion(part.axes)
    let expected = places(part.axes[0]).flatMap { i in
      places(part.axes[1]).flatMap { j in places(part.axes[2]).map { k in Int64((i * 10 + j) * 4 + k) } }
    }
    let value = try file.read("/x", region)
    #expect(value.shape == region.shape)
    #expect(value.int64 == expected)
    try file.write("/x", .int64(expected.map { -$0 }, shape: region.shape), to: region)
    #expect(try file.read("/x", region).int64 == expected.map { -$0 })
    #expect(try file.read("/x").int64.count { $0 < 0 } == expected.count { $0 > 0 })
    withExtendedLifetime(scratch) {}
  }

  @Test("refuses parts that lie outside", arguments: outside)
  func refusesPartsOutside(_ part: Part) throws {
    let (scratch, file) = try cube(chunks: nil)
    let error = #expect(throws: StoredError.self) { _ = try file.read("/x", StoredRegion(part.axes)) }
    guard case .mismatch? = error?.problem else {
      Issue.record("\(error.debugDescription)")
      return
    }
    withExtendedLifetime(scratch) {}
  }

  /// Three chunks of 7, 7 and 6 rows, the second of which is broken.
  @Test func readsOnlyTheChunksThatItNeeds() throws {
    let source = GoldenArray.folder.appendingPathComponent("gzip-least.h5")
    var bytes = [UInt8](try Data(contentsOf: source))
    // Where zlib's blocks begin.
    let starts = bytes.indices.dropLast().filter { bytes[$0] == 0x78 && bytes[$0 + 1] == 0x01 }
    #expect(starts.count == 3)
    for offset in 2..<20 { bytes[starts[1] + offset] = 0xAA }
    let scratch = ScratchFile()
    try Data(bytes).write(to: URL(fileURLWithPath: scratch.path))
    let file = try HDF5File(scratch.path)
    let whole = try HDF5File(source.path).read("/x").int64

    func rows(_ range: Range<Int>) -> StoredRegion {
      StoredRegion([.run(start: range.lowerBound, step: 1, count: range.count), .run(start: 0, step: 1, count: 30)])
    }
    #expect(try file.read("/x", rows(0..<7)).int64 == Array(whole[..<210]))
    #expect(try file.read("/x", rows(14..<20)).int64 == Array(whole[420...]))
    for range in [6..<8, 7..<14, 0..<20] {
      let error = #expect(throws: StoredError.self) { _ = try file.read("/x", rows(range)) }
      guard case .damaged(let words)? = error?.problem else {
        Issue.record("\(error.debugDescription)")
        return
      }
      #expect(!words.isEmpty)
    }
  }
}
