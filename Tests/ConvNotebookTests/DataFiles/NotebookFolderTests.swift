import Foundation
import Testing

/// Cells open what lies in the notebook's folder, and overwrite nothing but HDF5 files.
@Suite struct NotebookFolderTests {
  private func course(_ workspace: borrowing Workspace, to name: String) throws {
    let target = workspace.url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: H5pyProgram.course, to: target)
  }

  @Test(
    "finds files beside the notebook, wherever the program was started",
    arguments: ["course.h5", "data/course.h5", "./data/../course.h5"])
  func findsFilesBesideTheNotebook(name: String) throws {
    let workspace = try Workspace()
    try course(workspace, to: "book/course.h5")
    try course(workspace, to: "book/data/course.h5")
    try workspace.write("import h5py\nprint(h5py.File('\(name)')['train_set_y'][:])\n", to: "book/program.py")
    #expect(try workspace.cnb("run", "book/program.py") == Outcome(0, output: "[5 0 2 5]\n"))
  }

  @Test(
    "refuses what lies elsewhere",
    arguments: ["../course.h5", "/etc/passwd", "link.h5", "folder/course.h5", "../no.h5", "data/../../course.h5"],
    ["r", "a", "w"])
  func refusesWhatLiesElsewhere(name: String, mode: String) throws {
    let workspace = try Workspace()
    try course(workspace, to: "course.h5")
    try course(workspace, to: "book/data/x.h5")
    let book = workspace.url.appendingPathComponent("book")
    try FileManager.default.createSymbolicLink(
      at: book.appendingPathComponent("link.h5"), withDestinationURL: workspace.url.appendingPathComponent("course.h5"))
    try FileManager.default.createSymbolicLink(
      at: book.appendingPathComponent("folder"), withDestinationURL: workspace.url)
    try workspace.write("import h5py\nh5py.File('\(name)', '\(mode)')\n", to: "book/program.py")
    let before = try Data(contentsOf: workspace.url.appendingPathComponent("course.h5"))
    let outcome = try workspace.cnb("run", "book/program.py")
    #expect(outcome.status == 1)
    let last = outcome.error.split(separator: "\n").last ?? ""
    #expect(last.hasPrefix("PermissionError: \(name): cells open only what lies in the notebook's folder, "))
    #expect(last.hasSuffix("/book: put a copy of the file there"))
    #expect(try Data(contentsOf: workspace.url.appendingPathComponent("course.h5")) == before)
    #expect(workspace.names == ["book", "course.h5"])
  }

  @Test("overwrites no other files", arguments: ["program.py", "notes.txt"])
  func overwritesNoOtherFiles(name: String) throws {
    let program = "import h5py\nh5py.File('\(name)', 'w')\n"
    let workspace = try Workspace(["program.py": program, "notes.txt": "mine"])
    let outcome = try workspace.cnb("run", "program.py")
    #expect(
      outcome.error.hasSuffix(
        "PermissionError: \(name): it is no HDF5 file, and cells overwrite nothing else: choose another name or remove it\n"
      ))
    #expect(try workspace.read("program.py") == program)
    #expect(try workspace.read("notes.txt") == "mine")
  }

  @Test func keepsWhatWasWrittenWithoutClosing() throws {
    let workspace = try Workspace([
      "write.py": "import h5py\nf = h5py.File('x.h5', 'w')\nf['a/b'] = [1.5, 2]\n",
      "read.py": "import h5py\nprint(h5py.File('x.h5')['a/b'][:])\n",
    ])
    #expect(try workspace.cnb("run", "write.py") == Outcome(0))
    #expect(try workspace.cnb("run", "read.py") == Outcome(0, output: "[1.5 2. ]\n"))
  }
}
