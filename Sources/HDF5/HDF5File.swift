import Arrays
import CHDF5

/// An HDF5 file that is open. Objects are named by their paths from the root (`/a/b`); nothing else stays open between calls.
///
/// All calls of all files take turns: libhdf5 is not made for threads. A file that goes out of use closes itself.
///
/// libhdf5 checks much and not all of what a damaged file may hold: on some it crashes or does not come to an end.
/// Whoever opens files of unknown origin does it in a process that may die (docs/hdf5.md).
package final class HDF5File {
  package enum Mode: UInt8, Sendable, CaseIterable {
    /// An existing file.
    case read
    /// An existing file, which may be changed.
    case readWrite
    /// A new file in the place of whatever stands there.
    case create
  }

  package let path: String
  package let mode: Mode
  /// Bytes that one call may take, besides what the library keeps of the file's structure.
  package let memoryLimit: Int
  /// Negative once it is closed.
  private var id: hid_t

  /// - Throws: `StoredError`: `.wrongFormat` where it is no HDF5 file; `.damaged`.
  package init(_ path: String, mode: Mode = .read, memoryLimit: Int = 1 << 30) throws(StoredError) {
    self.path = path
    self.mode = mode
    self.memoryLimit = memoryLimit
    id = try HDF5Library.locked { () throws(StoredError) in
      guard let access = HDF5Handle(cnb_h5_create_list(Int32(CNB_H5_FILE_ACCESS.rawValue))) else {
        throw StoredError(.damaged(HDF5Library.takeErrors()), file: path)
      }
      // Whatever is still open of a file goes with it.
      H5Pset_fclose_degree(access.id, H5F_CLOSE_STRONG)
      let id =
        switch mode {
        case .read: H5Fopen(path, cnb_h5_read_only(), access.id)
        case .readWrite: H5Fopen(path, cnb_h5_read_write(), access.id)
        case .create: H5Fcreate(path, cnb_h5_truncate(), cnb_h5_default(), access.id)
        }
      if id >= 0 { return id }
      let words = HDF5Library.takeErrors()
      let isForeign = words.contains {
        $0.contains("signature not found") || $0.contains("unable to find a valid file")
      }
      throw StoredError(isForeign ? .wrongFormat : .damaged(words), file: path)
    }
  }

  deinit { try? close() }

  /// Writes what is not yet written, and closes. A second time does nothing.
  /// - Throws: `StoredError.damaged` where not all could be written.
  package func close() throws(StoredError) {
    try HDF5Library.locked { () throws(StoredError) in
      guard id >= 0 else { return }
      let status = H5Fclose(id)
      id = -1
      if status < 0 { throw error(.damaged(HDF5Library.takeErrors())) }
    }
  }

  /// Writes what is not yet written.
  package func flush() throws(StoredError) {
    try whileOpen { file throws(StoredError) in
      if H5Fflush(file, H5F_SCOPE_GLOBAL) < 0 { throw failure(nil) }
    }
  }

  /// Runs `body` with the library's handle, while nobody else calls the library.
  func whileOpen<Result>(_ body: (hid_t) throws(StoredError) -> Result) throws(StoredError) -> Result {
    try HDF5Library.locked { () throws(StoredError) in
      guard id >= 0 else { throw error(.closed) }
      return try body(id)
    }
  }

  func changing<Result>(_ body: (hid_t) throws(StoredError) -> Result) throws(StoredError) -> Result {
    if mode == .read { throw error(.readOnly) }
    return try whileOpen(body)
  }

  func error(_ problem: StoredError.Problem, _ place: String? = nil) -> StoredError {
    StoredError(problem, file: path, place: place)
  }

  /// What the library has to say about its last failure.
  func failure(_ place: String?) -> StoredError { error(.damaged(HDF5Library.takeErrors()), place) }

  func checked(_ id: hid_t, _ place: String?) throws(StoredError) -> HDF5Handle {
    guard let handle = HDF5Handle(id) else { throw failure(place) }
    return handle
  }

  /// Bytes for `count` elements, if that many may be taken.
  func byteCount(_ count: Int?, _ size: Int, _ place: String) throws(StoredError) -> Int {
    guard let count, case let (bytes, overflow) = count.multipliedReportingOverflow(by: size), !overflow else {
      throw error(.tooLarge(bytes: nil, limit: memoryLimit), place)
    }
    if bytes > memoryLimit { throw error(.tooLarge(bytes: bytes, limit: memoryLimit), place) }
    return bytes
  }
}
