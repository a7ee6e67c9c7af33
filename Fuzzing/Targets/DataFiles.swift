import Arrays
import CFuzzer
import Cells
import HDF5

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads what the program and a data file's process write to each other: what is read is written the same again.
func fuzzWire(_ input: [UInt8]) {
  if let request = try? DataFileRequest(input) {
    promise(promised("a request is read again") { try DataFileRequest(request.bytes) } == request, "the same request")
  }
  if let reply = try? DataFileReply(input) {
    promise(promised("a reply is read again") { try DataFileReply(reply.bytes) } == reply, "the same reply")
  }
}

/// Reads `.npy` and `.npz` files.
func fuzzArrayFiles(_ input: [UInt8]) {
  if let file = try? ArrayFile(input) {
    let again = promised("an array that was written can be read") { try ArrayFile(file.bytes()) }
    promise(again.array.shape == file.array.shape && again.array.dtype == file.array.dtype, "the same array")
  }
  guard let archive = try? ZipArchive(input) else { return }
  for name in archive.names.prefix(8) {
    guard let bytes = try? archive.file(name, limit: 1 << 20) else { continue }
    promise(bytes.count <= 1 << 20, "no file is larger than allowed")
    _ = try? ArrayFile(bytes)
  }
}

/// Opens an HDF5 file and reads all that it says it holds, in a child process: libhdf5 may crash, Swift may not.
func fuzzHDF5(_ input: [UInt8]) {
  let path = HDF5Scratch.path
  guard HDF5Scratch.write(input) else { return }
  var context = path
  let ending = withUnsafeMutablePointer(to: &context) { pointer in
    run_in_child({ readAll($0.assumingMemoryBound(to: String.self).pointee) }, pointer)
  }
  promise(ending != child_failed_in_swift, "the Swift side of HDF5 reads anything")
}

private func readAll(_ path: String) {
  guard let file = try? HDF5File(path, mode: .read, memoryLimit: 1 << 24) else { return }
  var paths = ["/"]
  var visited = 0
  while let path = paths.popLast(), visited < 50 {
    visited += 1
    for name in ((try? file.attributeNames(of: path)) ?? []).prefix(20) {
      _ = try? file.attribute(name, of: path)
    }
    switch try? file.object(at: path) {
    case .group:
      for name in ((try? file.members(of: path)) ?? []).prefix(50) {
        paths.append(path == "/" ? "/\(name)" : "\(path)/\(name)")
      }
    case .dataset(let dataset):
      _ = try? file.read(path)
      if let shape = dataset.shape, let first = shape.first, first > 0, shape.count == 1 {
        _ = try? file.read(path, StoredRegion([.run(start: first / 2, step: 1, count: 1)]))
      }
    case nil: break
    }
  }
  try? file.close()
}

/// The file that each input is written to, in turn.
private enum HDF5Scratch {
  static let path = "/dev/shm/cnb-fuzz-\(getpid()).h5"

  static func write(_ bytes: [UInt8]) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    defer { fclose(file) }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
