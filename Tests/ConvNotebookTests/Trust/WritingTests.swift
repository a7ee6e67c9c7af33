import Foundation
import Testing

/// Every file that the program writes is replaced at once or not at all, by whatever command.
@Suite struct WritingTests {
  private static let notebook =
    "---\ncnb: 1\ntitle: t\n---\n\n```python cell=a\nprint(1)\n```\n\n```output cell=a\n2\n```\n"

  /// A command, the file that it writes, and what that file held.
  enum Writer: String, CaseIterable {
    case run, update, convert, savefig, save, weights, archive, report, session

    var target: String {
      switch self {
      case .run, .update, .session: "lesson.cnb"
      case .convert: "lesson.ipynb"
      case .savefig: "figure.svg"
      case .save: "array.npy"
      case .weights: "weights.h5"
      case .archive: "weights.npz"
      case .report: "report.json"
      }
    }

    var before: [UInt8] {
      switch self {
      case .save: [0x93] + Array("NUMPY".utf8)
      case .weights: [0x89] + Array("HDF\r\n\u{1A}\n".utf8)
      case .archive: Array("PK\u{3}\u{4}".utf8)
      default: Array((target == "lesson.cnb" ? WritingTests.notebook : "before").utf8)
      }
    }

    var arguments: [String] {
      switch self {
      case .run: ["run", "lesson.cnb", "--output", "lesson.cnb"]
      case .update: ["replay", "lesson.cnb", "--update"]
      case .convert: ["convert", "lesson.cnb", "lesson.ipynb"]
      case .savefig: ["figure.cnb"]
      case .save: ["run", "array.py"]
      case .weights: ["run", "weights.py"]
      case .archive: ["run", "archive.py"]
      case .report: ["replay", "lesson.cnb", "--json", "report.json"]
      case .session: ["lesson.cnb"]
      }
    }

    var input: String {
      switch self {
      case .savefig: "run all\n"
      case .session: "run all\nsave\n"
      default: ""
      }
    }
  }

  private func workspace(_ writer: Writer) throws -> Workspace {
    let figure = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.savefig('figure.svg')"
    let model = "import layers\nmodel = layers.Sequential([layers.Dense(2), layers.Softmax()], input_shape=(3,))\n"
    let workspace = try Workspace([
      "lesson.cnb": Self.notebook, "figure.cnb": Self.notebook.replacingOccurrences(of: "print(1)", with: figure),
      "array.py": "import numpy as np\nnp.save('array.npy', np.arange(3))\n",
      "weights.py": model + "model.save_weights('weights.h5')\n",
      "archive.py": model + "model.save_weights('weights.npz')\n",
    ])
    try Data(writer.before).write(to: workspace.url.appendingPathComponent(writer.target))
    return workspace
  }

  private func bytes(_ workspace: borrowing Workspace, _ name: String) throws -> Data {
    try Data(contentsOf: workspace.url.appendingPathComponent(name))
  }

  @Test("permissions and links stay, and nothing else is left", arguments: Writer.allCases)
  func permissionsAndLinks(_ writer: Writer) throws {
    let workspace = try workspace(writer)
    let (link, file) = (
      workspace.url.appendingPathComponent(writer.target), workspace.url.appendingPathComponent("real")
    )
    try FileManager.default.moveItem(at: link, to: file)
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "real")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    let (before, names) = (try bytes(workspace, "real"), workspace.names)
    _ = try workspace.start(writer.arguments, input: writer.input).outcome()
    #expect(try bytes(workspace, "real") != before)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "real")
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o640)
    #expect(workspace.names.filter { !$0.hasSuffix(".journal") } == names)
  }

  @Test(
    "what a process left that was ended while it wrote goes", arguments: [Writer.save, .weights, .archive, .session])
  func abandoned(_ writer: Writer) throws {
    let workspace = try workspace(writer)
    let names = workspace.names
    try workspace.write("x", to: ".\(writer.target).999999999-0.tmp")
    _ = try workspace.start(writer.arguments, input: writer.input).outcome()
    #expect(workspace.names.filter { !$0.hasSuffix(".journal") } == names)
  }

  /// The process may write no file longer than some bytes, as on a disk that is full.
  @Test("a full disk leaves the file as it was", arguments: Writer.allCases)
  func fullDisk(_ writer: Writer) throws {
    let workspace = try workspace(writer)
    let (before, names) = (try bytes(workspace, writer.target), workspace.names)
    // Standard output and error are files here, and short.
    let process = try RunningProcess(
      ["-c", "(ulimit -f 0; exec \"$@\") 2>&1 | cat", "sh", RunningProcess.program().path] + writer.arguments,
      folder: workspace.url, input: writer.input, program: URL(fileURLWithPath: "/bin/bash"))
    _ = try process.outcome()
    #expect(try bytes(workspace, writer.target) == before)
    #expect(workspace.names.filter { !$0.hasSuffix(".journal") } == names)
  }

  @Test("the bytes and the name are on the disk before it goes on", arguments: Writer.allCases)
  func durable(_ writer: Writer) throws {
    guard let strace = ["/usr/bin/strace", "/usr/local/bin/strace"].first(where: FileManager.default.isExecutableFile)
    else { return }
    let workspace = try workspace(writer)
    let process = try RunningProcess(
      ["-f", "-e", "trace=fsync,rename,openat", "-o", "trace", RunningProcess.program().path] + writer.arguments,
      folder: workspace.url, input: writer.input, program: URL(fileURLWithPath: strace))
    _ = try process.outcome()
    let calls = try workspace.read("trace").split(separator: "\n")
    guard let renaming = calls.lastIndex(where: { $0.contains("rename(") && $0.contains("\(writer.target)\"") }) else {
      // Where the system does not let itself be traced there is nothing to see.
      #expect(calls.allSatisfy { !$0.contains("rename(") })
      return
    }
    #expect(calls[..<renaming].contains { $0.contains("fsync(") })
    #expect(calls[renaming...].contains { $0.contains("fsync(") })
  }

  @Test(
    "what cannot be written to is said",
    arguments: [
      (["run", "lesson.cnb"], "cannot write to standard output: No space left on device"),
      (["show", "lesson.cnb", "--plain"], "cannot write to standard output: No space left on device"),
      (["convert", "lesson.cnb", "/dev/full", "--to", "ipynb"], "/dev/full: No space left on device"),
    ])
  func devFull(_ arguments: [String], _ message: String) throws {
    let workspace = try Workspace(["lesson.cnb": Self.notebook])
    let process = try RunningProcess(
      ["-c", "exec \"$@\" > /dev/full", "sh", RunningProcess.program().path] + arguments, folder: workspace.url,
      program: URL(fileURLWithPath: "/bin/sh"))
    let outcome = try process.outcome()
    #expect(outcome.status != 0)
    #expect(outcome.error.contains(message), "\(outcome)")
  }

  @Test(
    "streams that are closed are no crash", arguments: [">&-", "2>&-", "<&-", ">&- 2>&- <&-"],
    [
      ["run", "lesson.cnb"], ["show", "lesson.cnb"], ["replay", "lesson.cnb"], ["lesson.cnb"],
      ["run", "lesson.cnb", "--output", "lesson.cnb"],
    ])
  func closedStreams(_ streams: String, _ arguments: [String]) throws {
    let workspace = try Workspace(["lesson.cnb": Self.notebook])
    let process = try RunningProcess(
      ["-c", "exec \"$@\" \(streams)", "sh", RunningProcess.program().path] + arguments, folder: workspace.url,
      program: URL(fileURLWithPath: "/bin/sh"))
    #expect(try process.outcome().status < 128)
    let text = try workspace.read("lesson.cnb")
    // A stream's number must not become a file's that is written.
    #expect([Self.notebook, Self.notebook.replacingOccurrences(of: "a\n2", with: "a\n1")].contains(text))
  }

  @Test func aVanishedFolderIsSaid() throws {
    let workspace = try Workspace(["book/.keep": ""].filter { _ in false })
    let book = workspace.url.appendingPathComponent("book")
    try FileManager.default.createDirectory(at: book, withIntermediateDirectories: true)
    try workspace.write(Self.notebook, to: "book/lesson.cnb")
    let process = try RunningProcess(
      ["-c", "(echo 'run all'; rm -r book; echo save) | \"$0\" book/lesson.cnb", RunningProcess.program().path],
      folder: workspace.url, program: URL(fileURLWithPath: "/bin/sh"))
    let outcome = try process.outcome()
    #expect(outcome.status < 128)
    #expect(!FileManager.default.fileExists(atPath: book.path))
  }

  @Test func twoProcessesThatWriteOneFileLeaveOneOfTheirs() throws {
    let code = (0..<200).map { "print(\($0), 'x' * 1000)" }.joined(separator: "\n")
    let text = "---\ncnb: 1\ntitle: t\n---\n\n```python cell=a\nimport time\n\(code)\n```\n"
    let workspace = try Workspace(["lesson.cnb": text])
    let processes = try (0..<6).map { _ in try workspace.start(["run", "lesson.cnb", "--output", "out.cnb"]) }
    for process in processes { #expect(try process.outcome().status == 0) }
    #expect(try workspace.cnb("replay", "out.cnb").status == 0)
    #expect(workspace.names == ["lesson.cnb", "out.cnb"])
  }
}
