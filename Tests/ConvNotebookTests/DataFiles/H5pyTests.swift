import Foundation
import Testing

/// A program in `Programs/` with what h5py 3.16 prints for it; `record.py` beside it says how that was recorded.
struct H5pyProgram: Sendable, CustomTestStringConvertible {
  let name: String
  var testDescription: String { name }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Programs")
  static let course = folder.appendingPathComponent("../../../HDF5Tests/Goldens/course.h5")

  static let all: [H5pyProgram] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".py") && $0 != "record.py" }.sorted().map {
      H5pyProgram(name: String($0.dropLast(3)))
    }
  }()

  func text(_ ending: String) throws -> String {
    try String(contentsOf: H5pyProgram.folder.appendingPathComponent("\(name).\(ending)"), encoding: .utf8)
  }
}

@Suite struct H5pyTests {
  @Test func thereArePrograms() { #expect(H5pyProgram.all.count >= 8) }

  @Test("prints what h5py prints", arguments: H5pyProgram.all)
  func printsWhatH5pyPrints(_ program: H5pyProgram) throws {
    let workspace = try Workspace(["program.py": try program.text("py"), "text.txt": "no HDF5\n"])
    try FileManager.default.copyItem(at: H5pyProgram.course, to: workspace.url.appendingPathComponent("course.h5"))
    let outcome = try workspace.cnb("run", "program.py")
    #expect(outcome.output == (try program.text("out")))
    guard let error = try? program.text("err") else {
      #expect(outcome.status == 0)
      #expect(outcome.error == "")
      return
    }
    #expect(outcome.status == 1)
    #expect(outcome.error.split(separator: "\n").last == error.split(separator: "\n").last)
  }

  /// What is not h5py's: arrays have five types here, and files have more.
  @Test(
    "says what is not supported",
    arguments: [
      (
        "f['i4'][:]",
        "arrays of int32 are not supported ('/i4' holds them): read it as another type, as in dataset.astype('int64')[...]"
      ),
      (
        "np.sum(f['f2'])",
        "arrays of float16 are not supported ('/f2' holds them): read it as another type, as in dataset.astype('float64')[...]"
      ),
      (
        "f['be'][0:2]",
        "arrays of '>f8' are not supported ('/be' holds them): read it as another type, as in dataset.astype('float64')[...]"
      ),
      (
        "f['texts'][:]",
        "arrays of texts are not supported ('/texts' holds texts): read one at a time, as in dataset[0] or a loop over it"
      ),
      ("f.create_dataset('q', data=[1], fillvalue=3)", "create_dataset with fillvalue= is not supported"),
      (
        "f.create_dataset('q', data=[1], compression='lzf')",
        "compression='lzf' is not supported for writing: use 'gzip'"
      ),
      ("h5py.File('x.h5', 'w', driver='core')", "h5py.File with driver= is not supported"),
      ("f['link'] = h5py.SoftLink('/a')", "h5py.SoftLink is not supported"),
    ])
  func saysWhatIsNotSupported(code: String, message: String) throws {
    let workspace = try Workspace([
      "program.py": """
      import h5py
      import numpy as np
      f = h5py.File("scratch.h5", "w")
      for name, dtype in [("i4", "int32"), ("f2", "float16"), ("be", ">f8")]:
          f.create_dataset(name, data=[1, 2, 3], dtype=dtype)
      f["texts"] = ["a", "b"]
      print(f["be"][0], f["be"].astype("float64")[:], f["i4"].astype("int64")[1:], f["f2"].astype("float32")[2])
      \(code)
      """
    ])
    let outcome = try workspace.cnb("run", "program.py")
    #expect(outcome.output == "1.0 [1. 2. 3.] [2 3] 3.0\n")
    #expect(outcome.error.hasSuffix("NotImplementedError: \(message)\n"))
  }
}
