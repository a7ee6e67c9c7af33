import Foundation
import Testing

/// What happens to an HDF5 file while it is open.
@Suite struct OpenFileTests {
  private func run(_ code: String, in workspace: borrowing Workspace) throws -> Outcome {
    try workspace.write("import h5py\nimport numpy as np\n" + code + "\n", to: "program.py")
    return try workspace.cnb("run", "program.py")
  }

  @Test(
    "a file that is open is not emptied under another name",
    arguments: [
      ("./t.h5", "w", "unable to truncate a file which is already open"),
      ("link.h5", "w", "unable to truncate a file which is already open"),
      ("./t.h5", "r+", "unable to lock file, errno = 11, error message = 'Resource temporarily unavailable'"),
      ("./t.h5", "r", "unable to lock file, errno = 11, error message = 'Resource temporarily unavailable'"),
    ])
  func secondName(name: String, mode: String, words: String) throws {
    let workspace = try Workspace()
    let link = workspace.url.appendingPathComponent("link.h5").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "t.h5")
    let outcome = try run(
      """
      f = h5py.File('t.h5', 'w')
      f['a'] = np.arange(5)
      f.flush()
      try:
          h5py.File('\(name)', '\(mode)')
      except OSError as error:
          print(error)
      f['c'] = 1
      f.close()
      with h5py.File('t.h5', 'r') as f, h5py.File('./t.h5', 'r') as g:
          print(f['a'][:], sorted(g.keys()))
      """, in: workspace)
    let action = mode == "w" ? "create" : "open"
    #expect(
      outcome == Outcome(0, output: "Unable to synchronously \(action) file (\(words))\n[0 1 2 3 4] ['a', 'c']\n"))
  }

  @Test("handles to one dataset know its shape, and one to a deleted dataset says so")
  func handles() throws {
    let workspace = try Workspace()
    let outcome = try run(
      """
      with h5py.File('t.h5', 'w') as f:
          d = f.create_dataset('g/x', data=np.arange(4), maxshape=(None,))
          e = f['g/x']
          d.resize((6,))
          print(e.shape, e[:])
          d.resize((2,))
          print(e[:])
          del f['g']
          f['g/x'] = np.arange(3.0)
          print(f['g/x'][:])
          print(d[:])
      """, in: workspace)
    #expect(outcome.output == "(6,) [0 1 2 3 0 0]\n[0 1]\n[0. 1. 2.]\n")
    #expect(
      outcome.error.hasSuffix(
        "NotImplementedError: a dataset that was deleted is not supported: '/g/x' is gone from the file\n"))
  }

  @Test(
    "lengths that are none are refused, and the file stays usable",
    arguments: [
      ("f.create_dataset('m', shape=(3,), chunks=(-1,), dtype='f8')", "a chunk has at least one element on each axis"),
      ("f.create_dataset('m', shape=(-3,))", "negative dimensions are not allowed"),
      ("f['d'].resize((-1,))", "an axis cannot have the length -1"),
      ("f['d'].resize(-9223372036854775808, axis=0)", "an axis cannot have the length -9223372036854775808"),
    ])
  func lengths(code: String, message: String) throws {
    let workspace = try Workspace()
    let outcome = try run(
      """
      with h5py.File('t.h5', 'w') as f:
          f.create_dataset('d', data=np.arange(3), maxshape=(None,))
          try:
              \(code)
          except ValueError as error:
              print(error)
          print(f['d'][:])
      """, in: workspace)
    #expect(outcome == Outcome(0, output: "\(message)\n[0 1 2]\n"))
  }

  @Test("Control-C ends a read, loses nothing that was written, and the file can be read on", arguments: ["r", "r+"])
  func interrupted(mode: String) throws {
    let workspace = try Workspace()
    try workspace.write(
      """
      import h5py
      import numpy as np
      with h5py.File('t.h5', 'w') as f:
          f.create_dataset('big', data=np.zeros((400, 10000)), compression='gzip')
      f = h5py.File('t.h5', '\(mode)')
      if '\(mode)' == 'r+':
          f['late/x'] = np.arange(3)
          f.attrs['note'] = 7
      print('reading', flush=True)
      try:
          while True: f['big'][:]
      except KeyboardInterrupt:
          print('stopped')
      print(sorted(f.keys()), f['big'].shape)
      f.close()
      with h5py.File('t.h5', 'r') as f:
          print(sorted(f.keys()), list(f.attrs))
      """, to: "program.py")
    let process = try workspace.start(["run", "program.py"])
    Thread.sleep(forTimeInterval: 3)
    process.interrupt()
    let outcome = try process.outcome()
    let keys = mode == "r" ? "['big']" : "['big', 'late']"
    let attributes = mode == "r" ? "[]" : "['note']"
    #expect(outcome.error == "")
    #expect(outcome.output == "reading\nstopped\n\(keys) (400, 10000)\n\(keys) \(attributes)\n")
  }

  @Test("an archive's names are as long as it can hold")
  func longNames() throws {
    let workspace = try Workspace()
    let outcome = try run("np.savez('a.npz', **{'x' * 70000: np.zeros(1)})", in: workspace)
    #expect(
      outcome.error.hasSuffix(
        "ValueError: an array's name has at most 65,531 bytes in an archive, and not 70000\n"))
    #expect(workspace.names == ["program.py"])
  }
}
