import Arrays
import Foundation
import HDF5
import Testing

@Suite struct WritingTests {
  static let types: [StoredType] = {
    var types = [StoredType(.bool, size: 1), StoredType(.integer(isSigned: true), size: 4, isBigEndian: true)]
    for size in [1, 2, 4, 8] {
      types += [StoredType(.integer(isSigned: true), size: size), StoredType(.integer(isSigned: false), size: size)]
    }
    for size in [2, 4, 8] {
      types += [StoredType(.float, size: size), StoredType(.float, size: size, isBigEndian: true)]
    }
    return types
  }()

  @Test("reads what it wrote", arguments: types, [false, true])
  func readsWhatItWrote(_ type: StoredType, isGzipped: Bool) throws {
    let scratch = ScratchFile()
    let bytes = (0..<(12 * type.size)).map { type.kind == .bool ? UInt8($0 % 2) : UInt8($0 * 5 % 120) }
    do {
      let file = try HDF5File(scratch.path, mode: .create)
      var description = StoredDataset(shape: [3, 4], type: type)
      if isGzipped {
        description.chunks = [2, 4]
        description.compression = "gzip"
        description.compressionLevel = 6
        description.isShuffled = true
        description.hasChecksums = true
      }
      try file.createDataset("/a/b/x", description)
      try file.write("/a/b/x", .numbers(type.inMachineOrder, shape: [3, 4], bytes: bytes))
    }
    let file = try HDF5File(scratch.path)
    #expect(try file.read("/a/b/x") == .numbers(type.inMachineOrder, shape: [3, 4], bytes: bytes))
    guard case .dataset(let dataset) = try file.object(at: "/a/b/x") else {
      Issue.record("no dataset")
      return
    }
    #expect(dataset.type == type)
    #expect(dataset.compression == (isGzipped ? "gzip" : nil))
    #expect(dataset.compressionLevel == (isGzipped ? 6 : nil))
    #expect(dataset.isShuffled == isGzipped && dataset.hasChecksums == isGzipped)
    #expect(dataset.chunks == (isGzipped ? [2, 4] : nil))
    #expect(try file.object(at: "/a") == .group(members: 1))
  }

  static let values: [StoredValue] = [
    .int64([7], shape: []), .int64([1, 2, 3], shape: [3]), .int64([], shape: [0]),
    .numbers(StoredType(.bool), shape: [], bytes: [1]), .empty(StoredType(.float32)),
    .texts(StoredType(.text(isUTF8: true), size: 8), shape: [], [Array("ä b".utf8)]),
    .texts(StoredType(.text(isUTF8: false), size: 8), shape: [2], [Array("one".utf8), []]),
    .texts(StoredType(.fixedText, size: 5), shape: [2], [Array("three".utf8), Array("a".utf8)]),
  ]

  @Test("keeps attributes", arguments: values)
  func keepsAttributes(_ value: StoredValue) throws {
    let scratch = ScratchFile()
    do {
      let file = try HDF5File(scratch.path, mode: .create)
      try file.createGroup("/g")
      try file.setAttribute("a", of: "/g", to: .int64([1], shape: []))
      try file.setAttribute("a", of: "/g", to: value)
      try file.setAttribute("b", of: "/", to: value)
    }
    let file = try HDF5File(scratch.path, mode: .readWrite)
    #expect(try file.attribute("a", of: "/g") == value)
    #expect(try file.attributeNames(of: "/") == ["b"])
    try file.deleteAttribute("b", of: "/")
    #expect(try file.attributeNames(of: "/") == [])
  }

  @Test("keeps datasets of texts", arguments: values.suffix(3))
  func keepsTexts(_ value: StoredValue) throws {
    let scratch = ScratchFile()
    do {
      let file = try HDF5File(scratch.path, mode: .create)
      try file.createDataset("/x", StoredDataset(shape: value.shape, type: value.type))
      try file.write("/x", value)
    }
    #expect(try HDF5File(scratch.path).read("/x") == value)
  }

  @Test func convertsNumbersAsHDF5Does() throws {
    let scratch = ScratchFile()
    let file = try HDF5File(scratch.path, mode: .create)
    try file.createDataset("/x", StoredDataset(shape: [4], type: StoredType(.integer(isSigned: false), size: 1)))
    try file.write("/x", .int64([-5, 7, 300, 255], shape: [4]))
    #expect(try file.read("/x", as: StoredType(.int64)).int64 == [0, 7, 255, 255])
  }

  @Test func linksDeletesAndGrows() throws {
    let scratch = ScratchFile()
    let file = try HDF5File(scratch.path, mode: .create)
    var description = StoredDataset(shape: [2], type: StoredType(.int64))
    description.chunks = [4]
    description.maxShape = [nil]
    try file.createDataset("/x", description)
    try file.write("/x", .int64([1, 2], shape: [2]))
    try file.resize("/x", to: [3])
    #expect(try file.read("/x").int64 == [1, 2, 0])
    try file.link("/g/y", to: "/x")
    try file.delete("/x")
    #expect(try file.members(of: "/") == ["g"])
    #expect(try file.read("/g/y").int64 == [1, 2, 0])
    try file.flush()
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let problem: StoredError.Problem
    let act: @Sendable (HDF5File) throws -> Void
    var testDescription: String { "\(problem)" }

    init(_ problem: StoredError.Problem, _ act: @escaping @Sendable (HDF5File) throws -> Void) {
      self.problem = problem
      self.act = act
    }
  }

  static let mistakes: [Mistake] = [
    Mistake(.missing("no")) { _ = try $0.read("/no") },
    Mistake(.missing("no")) { _ = try $0.members(of: "/g/no") },
    Mistake(.missingGroup("no")) { _ = try $0.object(at: "/no/x") },
    Mistake(.notAGroup("x")) { _ = try $0.object(at: "/x/y") },
    Mistake(.notAGroup("/x")) { _ = try $0.members(of: "/x") },
    Mistake(.notADataset("/g")) { _ = try $0.read("/g") },
    Mistake(.missingAttribute("no")) { _ = try $0.attribute("no", of: "/g") },
    Mistake(.missingAttribute("no")) { try $0.deleteAttribute("no", of: "/g") },
    Mistake(.missing("no")) { try $0.delete("/no") },
    Mistake(.exists("/g")) { try $0.createGroup("/g") },
    Mistake(.exists("/x")) { try $0.createDataset("/x", StoredDataset(shape: [1], type: StoredType(.bool))) },
    Mistake(.notAGroup("x")) { try $0.createGroup("/x/y") },
  ]

  @Test("says what is wrong", arguments: mistakes)
  func saysWhatIsWrong(_ mistake: Mistake) throws {
    let scratch = ScratchFile()
    let file = try HDF5File(scratch.path, mode: .create)
    try file.createGroup("/g")
    try file.createDataset("/x", StoredDataset(shape: [2], type: StoredType(.int64)))
    let error = #expect(throws: StoredError.self) { try mistake.act(file) }
    #expect(error?.problem == mistake.problem)
    #expect(error?.file == scratch.path)
    #expect(try file.members(of: "/") == ["g", "x"])
  }

  @Test func changesNothingThatIsOpenForReading() throws {
    let scratch = ScratchFile()
    do { try HDF5File(scratch.path, mode: .create).createGroup("/g") }
    let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
    let file = try HDF5File(scratch.path)
    for act: (HDF5File) throws -> Void in [
      { try $0.createGroup("/h") }, { try $0.delete("/g") },
      { try $0.setAttribute("a", of: "/g", to: .int64([1], shape: [])) },
      { try $0.link("/h", to: "/g") },
    ] {
      let error = #expect(throws: StoredError.self) { try act(file) }
      #expect(error?.problem == .readOnly)
    }
    try file.close()
    try file.close()
    let error = #expect(throws: StoredError.self) { _ = try file.members(of: "/") }
    #expect(error?.problem == .closed)
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path)) == before)
  }
}
