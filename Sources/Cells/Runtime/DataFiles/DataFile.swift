import Arrays

/// A file of arrays that a host has opened for cells: groups, datasets and attributes, each named by its path from the root
/// (`/a/b`). A file that goes out of use closes itself.
package protocol DataFile: AnyObject {
  func object(at path: String) throws(StoredError) -> StoredObject
  func members(of path: String) throws(StoredError) -> [String]
  func attributeNames(of path: String) throws(StoredError) -> [String]
  func attribute(_ name: String, of path: String) throws(StoredError) -> StoredValue
  /// All of a dataset where `region` is `nil`. Numbers are converted to `type` if there is one.
  func read(_ path: String, _ region: StoredRegion?, as type: StoredType?) throws(StoredError) -> StoredValue

  func createGroup(_ path: String) throws(StoredError)
  func createDataset(_ path: String, _ description: StoredDataset) throws(StoredError)
  func write(_ path: String, _ value: StoredValue, to region: StoredRegion?) throws(StoredError)
  func setAttribute(_ name: String, of path: String, to value: StoredValue) throws(StoredError)
  func deleteAttribute(_ name: String, of path: String) throws(StoredError)
  func link(_ path: String, to target: String) throws(StoredError)
  func delete(_ path: String) throws(StoredError)
  func resize(_ path: String, to shape: [Int]) throws(StoredError)
  func flush() throws(StoredError)
  func close() throws(StoredError)
}

/// How a file is opened.
package enum DataFileMode: String, Sendable {
  case read = "r"
  case readWrite = "r+"
  /// A new file in the place of the one that is there.
  case create = "w"
  /// A new file where there is none.
  case createNew = "w-"
  /// What is there, or a new file.
  case append = "a"
}

/// What a host lends to cells that want to open files. A session without one has no files.
package protocol DataFileHost: Sendable {
  /// - Throws: `StoredError`: `.refused` for a file that cells may not open; `.system`, `.wrongFormat`, `.damaged`.
  func open(_ path: String, _ mode: DataFileMode) throws(StoredError) -> any DataFile
  /// A new file that is in the place of the one that is there when `body` has written it, and nowhere where it throws.
  /// - Throws: as `open`, and what `body` throws.
  func replace(_ path: String, _ body: (any DataFile) throws -> Void) throws
  /// Whether there is a file that `open` would take for one.
  func isDataFile(_ path: String) -> Bool
  /// All of a file of another format: `.npy`, `.npz`.
  func bytes(of path: String) throws(StoredError) -> [UInt8]
  /// Writes a whole file. One that is there already is overwritten only if it begins in one of these ways.
  func write(_ bytes: [UInt8], to path: String, over beginnings: [[UInt8]]) throws(StoredError)
}
