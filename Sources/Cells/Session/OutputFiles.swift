/// Where cells may write files. The host lends it; what it does not lend, cells cannot reach.
package protocol OutputFiles: Sendable {
  /// Writes a whole file, at once or not at all.
  ///
  /// - Parameter path: as the cell gave it.
  func write(_ bytes: [UInt8], to path: String) throws(OutputFileError)
}

/// Why a file was not written.
package enum OutputFileError: Error, Sendable, Equatable {
  /// The system's number and words: 2, "No such file or directory".
  case system(code: Int, words: String)
  /// The path leads out of the folder that may be written in.
  case outside(folder: String)
}
