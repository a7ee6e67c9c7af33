import Arrays
import Cells
import ConvNotebook
import Foundation
import HDF5
import Isolation
import Testing

/// Files that are damaged, or made to do harm: each call gives a value or an error that says what to do, whatever becomes of
/// the process that has the file open.
@Suite struct HostileFileTests {
  /// What came of looking at everything in a file.
  struct Findings {
    var values = 0
    var errors: [StoredError.Problem] = []
  }

  private func golden(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: H5pyProgram.course.deletingLastPathComponent().appendingPathComponent("\(name).h5")))
  }

  private func look(at bytes: [UInt8]) throws -> Findings {
    let path = NSTemporaryDirectory() + "hostile-\(UUID().uuidString).h5"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let program = WorkerProgram(path: try RunningProcess.program().path, arguments: ["data-file-worker"])
    var findings = Findings()
    var visits = 0
    func attempt(_ body: () throws(StoredError) -> Void) {
      do throws(StoredError) { try body() } catch {
        #expect(error.description.hasPrefix("hostile.h5"))
        findings.errors.append(error.problem)
      }
    }
    func walk(_ file: DataFileProcess, _ path: String) {
      visits += 1
      if visits > 50 { return }
      attempt { () throws(StoredError) in
        for name in try file.attributeNames(of: path) {
          attempt { () throws(StoredError) in
            _ = try file.attribute(name, of: path)
            findings.values += 1
          }
        }
      }
      attempt { () throws(StoredError) in
        switch try file.object(at: path) {
        case .group:
          for member in try file.members(of: path) { walk(file, path == "/" ? "/\(member)" : "\(path)/\(member)") }
        case .dataset:
          _ = try file.read(path, nil, as: nil)
          findings.values += 1
        }
      }
    }
    attempt { () throws(StoredError) in
      walk(
        try DataFileProcess(
          path, name: "hostile.h5", mode: .read, program: program, memoryLimit: 16 << 20, patience: .seconds(20)), "/")
    }
    return findings
  }

  @Test("reads files that are whole", arguments: ["course", "attributes", "superblock-3", "variable-texts"])
  func readsWholeFiles(name: String) throws {
    let findings = try look(at: golden(name))
    #expect(findings.errors.filter { $0 != .unsupported("") }.isEmpty)
    #expect(findings.values > 1)
  }

  /// The superblock, the root group and the headers of all datasets: each byte with all its bits turned round.
  @Test(
    "survives each changed byte of a header",
    arguments: stride(from: 0, to: 1000, by: 50).flatMap { start in
      [("course", start)] + (start < 500 ? [("superblock-3", start)] : [])
    })
  func survivesEachChangedByte(name: String, start: Int) throws {
    let whole = try golden(name)
    for offset in start..<min(start + 50, whole.count) {
      var bytes = whole
      bytes[offset] ^= 0xFF
      let findings = try look(at: bytes)
      #expect(findings.values + findings.errors.count > 0)
      for case .readerEnded(let how) in findings.errors { #expect(how != "gave no sense") }
    }
  }

  /// Places where libhdf5 1.10.8 reads or writes outside its memory.
  static let crashes: [(String, Int, [UInt8])] = [
    ("attributes", 1014, [0x7F, 0x7F]), ("attributes", 2131, [0xFF, 0xFF, 0xFF, 0xFF]),
    ("attributes", 2135, [0x7F, 0x7F]),
    ("chunked-unevenly", 688, [UInt8](repeating: 0xFF, count: 8)), ("variable-texts", 2710, [0xFF, 0xFF]),
    ("variable-texts", 2579, [0xFF]),
  ]

  @Test("survives what libhdf5 does not", arguments: crashes)
  func survivesCrashes(name: String, offset: Int, patch: [UInt8]) throws {
    var bytes = try golden(name)
    bytes.replaceSubrange(offset..<(offset + patch.count), with: patch)
    let findings = try look(at: bytes)
    #expect(!findings.errors.isEmpty)
    // Later versions of the library may find it in time.
    for error in findings.errors {
      switch error {
      case .readerEnded("crashed"), .readerEnded("crashed or used up its memory"), .damaged, .tooLarge, .unsupported:
        break
      default: Issue.record("\(error)")
      }
    }
  }

  @Test("says that a file is cut off", arguments: [0, 1, 8, 50, 96, 97, 200, 400, 800, 1200, 2000, 2895])
  func saysThatAFileIsCutOff(length: Int) throws {
    let findings = try look(at: Array(golden("course").prefix(length)))
    #expect(findings.errors.count >= 1)
    #expect(findings.values == 0)
  }

  /// A length of the dataspace of `train_set_y`, and the size of its elements.
  @Test(
    "takes no memory for lengths that are not there",
    arguments: [[UInt8](repeating: 0xFF, count: 8), [0, 0, 0, 0, 0, 1, 0, 0], [0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0]])
  func takesNoMemoryForHugeLengths(length: [UInt8]) throws {
    let whole = try golden("course")
    let four: [UInt8] = [4, 0, 0, 0, 0, 0, 0, 0]
    var hits = 0
    for offset in whole.indices.dropLast(8) where Array(whole[offset..<(offset + 8)]) == four {
      var bytes = whole
      bytes.replaceSubrange(offset..<(offset + 8), with: length)
      let findings = try look(at: bytes)
      #expect(findings.values + findings.errors.count > 0)
      hits += 1
    }
    #expect(hits >= 2)
  }

  @Test func endsWithTheProcessThatNeverAnswers() throws {
    let program = WorkerProgram(path: try RunningProcess.program("FenceProbe").path, arguments: ["deaf"])
    let error = #expect(throws: StoredError.self) {
      _ = try DataFileProcess("/x", name: "x.h5", mode: .read, program: program, patience: .milliseconds(300))
    }
    #expect(error != nil)
  }
}
