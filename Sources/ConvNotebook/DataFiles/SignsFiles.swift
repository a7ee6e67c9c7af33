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
      let isNew = try make(path, set, prefix: name)
      StandardStreams.writeForeignError(
        isNew
          ? "cnb: wrote \(path): \(set.labels.count) images\n" : "cnb: \(path) is there already and was left alone\n")
    }
  }

  /// The whole file or none.
  /// - Returns: false where there is one already.
  private func make(_ path: String, _ set: SignsSet, prefix: String) throws(CommandFailure) -> Bool {
    var status = stat()
    if lstat(path, &status) == 0 { return false }
    func failure(_ problem: WritingProblem) -> CommandFailure {
      let hint = problem.code == ENOENT ? ": make the folder first" : ""
      return CommandFailure("\(path): \(problem.reason)\(hint)", status: 4)
    }
    let file: Replacement
    do throws(WritingProblem) { file = try Replacement(of: path) } catch { throw failure(error) }
    do throws(StoredError) {
      try SignsFiles.write(set, file.path, prefix: prefix)
    } catch {
      file.giveUp()
      throw CommandFailure(StoredError(error.problem, file: path).description, status: 4)
    }
    do throws(WritingProblem) {
      try file.takeName(overwrites: false)
    } catch {
      if error.code == EEXIST { return false }
      throw failure(error)
    }
    return true
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
