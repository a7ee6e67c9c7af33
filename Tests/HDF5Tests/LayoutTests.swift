import Arrays
import Cells
import Foundation
import HDF5
import Testing

/// What h5py reads from one array of a small file that it wrote: a line of `Goldens/layouts.tsv`.
struct GoldenArray: Sendable, CustomTestStringConvertible {
  let file: String
  let path: String
  /// Of the attribute that it is.
  let attribute: String?
  let code: String
  /// `nil` for no value at all.
  let shape: [Int]?
  let digest: String

  var testDescription: String { attribute.map { "\(file) \(path) \($0)" } ?? "\(file) \(path)" }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens")

  static let all: [GoldenArray] = {
    let table = (try? String(contentsOf: folder.appendingPathComponent("layouts.tsv"), encoding: .utf8)) ?? ""
    return table.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let parts = fields[1].hasPrefix("attribute ") ? fields[1].dropFirst(10).components(separatedBy: " of ") : []
      return GoldenArray(
        file: fields[0], path: parts.last ?? fields[1], attribute: parts.first, code: fields[2],
        shape: fields[3] == "null"
          ? nil : fields[3] == "scalar" ? [] : fields[3].split(separator: "x").compactMap { Int($0) },
        digest: fields[4])
    }
  }()

  static let files = Set(all.map(\.file)).sorted()

  func open() throws -> HDF5File {
    try HDF5File(GoldenArray.folder.appendingPathComponent("\(file).h5").path)
  }
}

extension StoredValue {
  /// As `layouts.py` makes it.
  var digest: String {
    var hash = SHA256()
    switch self {
    case .empty: return ""
    case .numbers(_, _, let bytes): hash.update(bytes)
    case .texts(_, _, let texts):
      for text in texts {
        hash.update(withUnsafeBytes(of: UInt64(text.count).littleEndian) { Array($0) })
        hash.update(text)
      }
    }
    return hash.finish().map { String(format: "%02x", $0) }.joined()
  }
}

@Suite struct LayoutTests {
  @Test func thereAreEnoughLayouts() {
    #expect(GoldenArray.files.count >= 40)
    #expect(GoldenArray.all.count >= 150)
  }

  @Test("gives what h5py gives", arguments: GoldenArray.all.filter { $0.code != "refused" })
  func givesWhatH5pyGives(_ golden: GoldenArray) throws {
    let file = try golden.open()
    let value =
      if let name = golden.attribute {
        try file.attribute(name, of: golden.path)
      } else {
        try file.read(golden.path)
      }
    #expect(value.shape == golden.shape)
    #expect(value.digest == golden.digest)
    if golden.attribute == nil {
      guard case .dataset(let dataset) = try file.object(at: golden.path) else {
        Issue.record("no dataset")
        return
      }
      #expect(dataset.shape == golden.shape)
      #expect(dataset.type.code == golden.code)
    }
  }

  @Test("says what it does not read", arguments: GoldenArray.all.filter { $0.code == "refused" })
  func saysWhatItDoesNotRead(_ golden: GoldenArray) throws {
    let file = try golden.open()
    let error = #expect(throws: StoredError.self) { _ = try file.read(golden.path) }
    guard case .unsupported(let what)? = error?.problem else {
      Issue.record("\(error.debugDescription)")
      return
    }
    #expect(!what.isEmpty)
    #expect(error?.place == golden.path)
  }

  @Test("names members in h5py's order", arguments: GoldenArray.files)
  func namesMembersInOrder(_ name: String) throws {
    let goldens = GoldenArray.all.filter { $0.file == name && $0.attribute == nil }
    let file = try goldens[0].open()
    func walk(_ group: String) throws -> [String] {
      try file.members(of: group.isEmpty ? "/" : group).flatMap { member -> [String] in
        let path = "\(group)/\(member)"
        do {
          if case .group = try file.object(at: path) { return try walk(path) }
          return [path]
        } catch let error as StoredError {
          // A link to nowhere is in no list of arrays.
          if case .missing = error.problem { return [] }
          return [path]
        }
      }
    }
    #expect(try walk("") == goldens.map(\.path))
  }
}
