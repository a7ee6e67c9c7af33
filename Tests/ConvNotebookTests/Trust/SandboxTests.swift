import Foundation
import Testing

/// Cells reach the notebook's folder and nothing else, by whatever name.
@Suite struct SandboxTests {
  /// A folder `book` with a notebook's files, links and pipes in it, and secrets beside it.
  private static func place() throws -> Workspace {
    let workspace = try Workspace(["secret.py": "TOKEN = 's3cr3t'\nprint(TOKEN)\n", "secret.txt": "s3cr3t"])
    let book = workspace.url.appendingPathComponent("book")
    try FileManager.default.createDirectory(at: book, withIntermediateDirectories: true)
    let links = [
      "outside.py": "../secret.py", "endless.py": "/dev/zero", "outside.npy": "../secret.txt",
      "outside.h5": "../secret.txt",
      "nowhere.npy": "../made.npy", "nowhere.h5": "../made.h5", "nowhere.png": "../made.png", "up": "..",
      "memory.py": "/proc/self/mem", "device.npy": "/dev/full",
    ]
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: book.appendingPathComponent(name).path, withDestinationPath: target)
    }
    for name in ["pipe.py", "pipe.npy", "pipe.h5", "pipe.png"] {
      #expect(mkfifo(book.appendingPathComponent(name).path, 0o600) == 0)
    }
    return workspace
  }

  /// Runs one cell in a notebook. It must come to an end by itself, in an error, and change nothing.
  private func refused(_ cell: String, _ error: String, command: [String] = ["run"]) throws {
    let workspace = try Self.place()
    let lines = "---\ncnb: 1\ntitle: t\n---\n\n```python cell=a\n\(cell)\n```\n"
    try workspace.write(lines, to: "book/lesson.cnb")
    let before = try FileManager.default.subpathsOfDirectory(atPath: workspace.url.path).sorted()
    let process = try workspace.start(command + ["book/lesson.cnb"])
    let outcome = try process.outcome()
    #expect(outcome.status == 1, "\(cell): \(outcome)")
    #expect((outcome.output + outcome.error).contains(error), "\(cell): \(outcome)")
    #expect(!(outcome.output + outcome.error).contains("s3cr3t"), "\(cell)")
    #expect(try workspace.read("secret.txt") == "s3cr3t")
    #expect(try FileManager.default.subpathsOfDirectory(atPath: workspace.url.path).sorted() == before, "\(cell)")
  }

  @Test(
    "modules come from the folder alone, and only from files",
    arguments: ["pipe", "outside", "endless", "memory", "secret"], ["import", "%run"])
  func modules(_ name: String, _ how: String) throws {
    if how == "import" {
      try refused("import \(name)", "ModuleNotFoundError: No module named '\(name)'")
    } else {
      try refused("%run \(name).py", "File `'\(name).py'` not found")
    }
  }

  @Test(
    "no module is named by a path",
    arguments: ["%run ../secret.py", "%run up/secret.py", "%run /etc/hostname", "%run /proc/self/environ"])
  func modulePaths(_ cell: String) throws { try refused(cell, "not found") }

  private static let elsewhere = "cells open only what lies in the notebook's folder"

  @Test(
    "arrays are read from the folder alone",
    arguments: [
      ("../secret.txt", elsewhere), ("up/secret.txt", elsewhere), ("outside.npy", elsewhere),
      ("/etc/passwd", elsewhere),
      ("/proc/self/environ", elsewhere), ("/dev/zero", elsewhere), ("/dev/stdin", elsewhere), ("device.npy", elsewhere),
      ("pipe.npy", "Error"), ("nowhere.npy", "FileNotFoundError"), (".", "Error"), ("", "Error"), ("a\\0b", "Error"),
    ])
  func arraysRead(_ name: String, _ error: String) throws {
    try refused("import numpy as np\nnp.load('\(name)')", error)
  }

  @Test(
    "arrays are written in the folder alone",
    arguments: [
      ("../made.npy", elsewhere), ("up/made.npy", elsewhere), ("/tmp/made.npy", elsewhere), ("/dev/full", elsewhere),
      ("device.npy", elsewhere), ("outside.npy", elsewhere), ("pipe.npy", "Error"),
      ("nowhere.npy", "FileNotFoundError"),
      ("lesson.cnb", "Error"), ("no/such/folder.npy", "FileNotFoundError"),
    ], ["np.save('NAME', np.zeros(3))", "np.savez('NAME', np.zeros(3))"])
  func arraysWritten(_ file: (String, String), _ call: String) throws {
    if file.0.hasSuffix(".cnb")
      || call.contains("savez")
        && (file.0 == "device.npy" || file.0.hasPrefix("outside") || file.0 == "pipe.npy" || file.0 == "nowhere.npy")
    {
      // Another ending is another name.
      return
    }
    try refused("import numpy as np\n" + call.replacingOccurrences(of: "NAME", with: file.0), file.1)
  }

  @Test(
    "HDF5 files are opened in the folder alone",
    arguments: ["../made.h5", "up/made.h5", "outside.h5", "/etc/passwd", "/proc/self/mem", "/dev/zero"],
    ["r", "r+", "a", "w", "x"])
  func hdf5(_ name: String, _ mode: String) throws {
    try refused("import h5py\nh5py.File('\(name)', '\(mode)')", "Error")
  }

  @Test("a pipe keeps nobody waiting", arguments: ["r", "r+", "a", "w"])
  func hdf5Pipe(_ mode: String) throws {
    try refused("import h5py\nh5py.File('pipe.h5', '\(mode)')", "it is a pipe or a device, and cells open only files")
  }

  @Test(
    "figures are saved in the folder alone",
    arguments: ["../made.png", "up/made.png", "/dev/full.png", "/tmp/made.png", "pipe.png", "nowhere.png", "."],
    ["plt.savefig('NAME', format='png')", "plt.imsave('NAME', [[1, 2], [3, 4]], format='png')"])
  func figures(_ name: String, _ call: String) throws {
    let cell = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\n" + call.replacingOccurrences(of: "NAME", with: name)
    try refused(cell, "Error")
  }

  @Test(
    "there is no other way out",
    arguments: [
      ("open('/etc/passwd')", "NotImplementedError"), ("__import__('os')", "NotImplementedError"),
      ("eval('1')", "NotImplementedError"), ("exec('import os')", "NotImplementedError"),
      ("compile('1', '', 'eval')", "NotImplementedError"), ("import os", "ModuleNotFoundError"),
      ("import subprocess", "ModuleNotFoundError"), ("import socket", "ModuleNotFoundError"),
      ("import ctypes", "ModuleNotFoundError"), ("import pathlib", "ModuleNotFoundError"),
      ("import importlib", "ModuleNotFoundError"), ("import pickle", "ModuleNotFoundError"),
      ("import builtins\nbuiltins.open('x')", "Error"), ("import sys\nsys.modules", "AttributeError"),
      ("!ls", "NotImplementedError"), ("%cd ..", "NotImplementedError"), ("%ls", "NotImplementedError"),
      ("%load ../secret.py", "NotImplementedError"), ("%system ls", "NotImplementedError"),
      ("%env", "NotImplementedError"), ("%%bash\nls", "NotImplementedError"),
      ("%%writefile ../made.txt\nx", "NotImplementedError"), ("input()", "NotImplementedError"),
      ("from IPython import get_ipython\nget_ipython().system('ls')", "NotImplementedError"),
      ("().__class__.__bases__[0].__subclasses__()", "AttributeError"), ("(lambda: 0).__globals__", "AttributeError"),
      ("import matplotlib.pyplot as plt\nplt.imread('../secret.txt')", "NotImplementedError"),
      ("import h5py\nh5py.ExternalLink('../x.h5', '/')", "NotImplementedError"),
    ])
  func otherWays(_ cell: String, _ error: String) throws { try refused(cell, error) }

  @Test("a replay and an interactive session have the same walls", arguments: [["replay"], []])
  func otherCommands(_ command: [String]) throws {
    let workspace = try Self.place()
    let cell =
      "try:\n  import outside\nexcept ModuleNotFoundError: print('refused')\nimport numpy as np\nnp.save('../made', 1)"
    try workspace.write(
      "---\ncnb: 1\ntitle: t\n---\n\n```python cell=a\n\(cell)\n```\n", to: "book/lesson.cnb")
    let process = try workspace.start(command + ["book/lesson.cnb"], input: command.isEmpty ? "run all\n" : "")
    let outcome = try process.outcome()
    #expect((outcome.output + outcome.error).contains("refused"))
    #expect((outcome.output + outcome.error).contains(Self.elsewhere))
    #expect(!workspace.names.contains("made.npy"))
  }

  @Test func soManyFilesMayBeOpen() throws {
    let workspace = try Workspace([
      "program.py": """
      import h5py
      files = []
      try:
        for i in range(1000): files.append(h5py.File(f'{i}.h5', 'w'))
      except OSError as error:
        print(len(files), error)
      for file in files: file.close()
      h5py.File('0.h5', 'r').close()
      print(1 + 1)
      """
    ])
    let outcome = try workspace.cnb("run", "program.py")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("64 "), "\(outcome)")
    #expect(outcome.output.contains("[Errno 24]"))
    #expect(outcome.output.hasSuffix("\n2\n"))
  }

  /// A shell's `ulimit` stands for a machine with little memory.
  @Test(
    "filling the machine's memory is a MemoryError",
    arguments: [
      "x = [1]\nwhile True: x = x + x", "x = 'a'\nwhile True: x += x", "x = []\nwhile True: x.append([0] * 10**5)",
      "import numpy as np\nx = []\nwhile True: x.append(np.ones(10**6))", "x = set()\nwhile True: x.add(len(x))",
    ])
  func memory(_ code: String) throws {
    let workspace = try Workspace(["program.py": code + "\n"])
    let process = try RunningProcess(
      ["-c", "ulimit -v 3000000; exec \"$0\" run program.py", RunningProcess.program().path], folder: workspace.url,
      program: URL(fileURLWithPath: "/bin/sh"))
    let outcome = try process.outcome()
    #expect(outcome.error.contains("MemoryError"), "\(outcome)")
    #expect(outcome.status == 1 || outcome.status == 3, "\(outcome)")
  }
}
