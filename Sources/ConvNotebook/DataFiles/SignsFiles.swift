import Arrays
import HDF5
import Signs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The drawn images of hands in files that are laid out as the course's.
struct SignsFiles {
  let folder: String

  /// Leaves alone what is there.
  /// - Throws: where there is no folder, or it cannot be written to.
  func write() throws(CommandFailure) {
    for (name, set) in [("train", SignsSet.training()), ("test", SignsSet.test())] {
      let path = "\(folder)/\(name)_signs.h5"
      // Made here and now, or not at all: nothing that is there is overwritten.
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor < 0, errno == EEXIST {
        StandardStreams.writeForeignError("cnb: \(path) is there already and was left alone\n")
        continue
      }
      guard descriptor >= 0 else {
        let hint = errno == ENOENT ? ": make the folder first" : ""
        throw CommandFailure("\(path): \(String(cString: strerror(errno)))\(hint)", status: 4)
      }
      close(descriptor)
      do throws(StoredError) {
        try SignsFiles.write(set, path, prefix: name)
      } catch {
        unlink(path)
        throw CommandFailure(error.description, status: 4)
      }
      StandardStreams.writeForeignError("cnb: wrote \(path): \(set.labels.count) images\n")
    }
  }

  private static func write(_ set: SignsSet, _ path: String, prefix: String) throws(StoredError) {
    let file = try HDF5File(path, mode: .create)
    let shape = [set.labels.count] + SignsSet.imageShape
    var images = StoredDataset(shape: shape, type: StoredType(.uint8))
    images.chunks = [20] + SignsSet.imageShape
    images.compression = "gzip"
    images.compressionLevel = 9
    try file.createDataset("/\(prefix)_set_x", images)
    try file.write("/\(prefix)_set_x", .numbers(images.type, shape: shape, bytes: set.images))
    for (name, numbers) in [("\(prefix)_set_y", set.labels), ("list_classes", Array(0..<SignsSet.classCount))] {
      let type = StoredType(.int64)
      let bytes = numbers.map { Int64($0) }.withUnsafeBytes { [UInt8]($0) }
      try file.createDataset("/\(name)", StoredDataset(shape: [numbers.count], type: type))
      try file.write("/\(name)", .numbers(type, shape: [numbers.count], bytes: bytes))
    }
    try file.close()
  }
}
