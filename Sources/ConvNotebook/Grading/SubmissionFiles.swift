#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files that a command line names: folders stand for the notebooks and scripts in them.
enum SubmissionFiles {
  /// Sorted, none twice.
  static func list(_ arguments: [String]) throws(CommandFailure) -> [SubmissionFile] {
    var files: [String: SubmissionFile] = [:]
    for argument in arguments where isFolder(argument) {
      for path in try contents(of: argument) { files[path] = SubmissionFile(path: path, isNamed: false) }
    }
    for argument in arguments where !isFolder(argument) {
      if !fileExists(argument) { throw CommandFailure("\(argument): \(String(cString: strerror(errno)))") }
      files[argument] = SubmissionFile(path: argument, isNamed: true)
    }
    return files.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func contents(of folder: String) throws(CommandFailure) -> [String] {
    var files: [String] = []
    for name in try fileNames(in: folder) {
      let isSubmission = [".cnb", ".ipynb", ".py"].contains { name.lowercased().hasSuffix($0) }
      guard isSubmission, !name.hasPrefix(".") else { continue }
      files.append(folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)")
    }
    return files
  }
}

func fileNames(in folder: String) throws(CommandFailure) -> [String] {
  guard let stream = opendir(folder) else {
    throw CommandFailure("\(folder): \(String(cString: strerror(errno)))")
  }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    names.append(
      withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      })
  }
  return names
}
