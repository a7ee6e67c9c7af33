import Arrays
import Cells
import HDF5

/// What is asked of the process that has a file open: `open` first, and once.
enum DataFileRequest: Equatable {
  case open(path: String, HDF5File.Mode, memoryLimit: Int)
  case object(path: String)
  case members(path: String)
  case attributeNames(path: String)
  case attribute(name: String, path: String)
  case read(path: String, StoredRegion?, StoredType?)
  case createGroup(path: String)
  case createDataset(path: String, StoredDataset)
  case write(path: String, StoredValue, StoredRegion?)
  case setAttribute(name: String, path: String, StoredValue)
  case deleteAttribute(name: String, path: String)
  case link(path: String, target: String)
  case delete(path: String)
  case resize(path: String, [Int])
  case flush
  case close

  private enum Mark: UInt8 {
    case open, object, members, attributeNames, attribute, read, createGroup, createDataset, write, setAttribute
    case deleteAttribute, link, delete, resize, flush, close
  }

  var bytes: [UInt8] {
    var writer = WireWriter()
    func write(_ mark: Mark, _ texts: String...) {
      writer.write(byte: mark.rawValue)
      for text in texts { writer.write(text) }
    }
    switch self {
    case .open(let path, let mode, let limit):
      write(.open, path)
      writer.write(byte: mode.rawValue)
      writer.write(limit)
    case .object(let path): write(.object, path)
    case .members(let path): write(.members, path)
    case .attributeNames(let path): write(.attributeNames, path)
    case .attribute(let name, let path): write(.attribute, name, path)
    case .read(let path, let region, let type):
      write(.read, path)
      writer.writeOptional(region) { $1.write(to: &$0) }
      writer.writeOptional(type) { $1.write(to: &$0) }
    case .createGroup(let path): write(.createGroup, path)
    case .createDataset(let path, let dataset):
      write(.createDataset, path)
      dataset.write(to: &writer)
    case .write(let path, let value, let region):
      write(.write, path)
      value.write(to: &writer)
      writer.writeOptional(region) { $1.write(to: &$0) }
    case .setAttribute(let name, let path, let value):
      write(.setAttribute, name, path)
      value.write(to: &writer)
    case .deleteAttribute(let name, let path): write(.deleteAttribute, name, path)
    case .link(let path, let target): write(.link, path, target)
    case .delete(let path): write(.delete, path)
    case .resize(let path, let shape):
      write(.resize, path)
      writer.write(shape) { $0.write($1) }
    case .flush: write(.flush)
    case .close: write(.close)
    }
    return writer.bytes
  }

  init(_ bytes: [UInt8]) throws(WireError) {
    var reader = WireReader(bytes)
    let byte = try reader.byte()
    guard let mark = Mark(rawValue: byte) else { throw .unknownMark(byte) }
    func region(_ reader: inout WireReader) throws(WireError) -> StoredRegion? {
      try reader.flag() ? try StoredRegion(from: &reader) : nil
    }
    switch mark {
    case .open:
      let path = try reader.text()
      guard let mode = HDF5File.Mode(rawValue: try reader.byte()) else { throw .invalid("mode") }
      self = .open(path: path, mode, memoryLimit: try reader.count())
    case .object: self = .object(path: try reader.text())
    case .members: self = .members(path: try reader.text())
    case .attributeNames: self = .attributeNames(path: try reader.text())
    case .attribute: self = .attribute(name: try reader.text(), path: try reader.text())
    case .read:
      self = .read(
        path: try reader.text(), try region(&reader), try reader.flag() ? try StoredType(from: &reader) : nil)
    case .createGroup: self = .createGroup(path: try reader.text())
    case .createDataset: self = .createDataset(path: try reader.text(), try StoredDataset(from: &reader))
    case .write: self = .write(path: try reader.text(), try StoredValue(from: &reader), try region(&reader))
    case .setAttribute:
      self = .setAttribute(name: try reader.text(), path: try reader.text(), try StoredValue(from: &reader))
    case .deleteAttribute: self = .deleteAttribute(name: try reader.text(), path: try reader.text())
    case .link: self = .link(path: try reader.text(), target: try reader.text())
    case .delete: self = .delete(path: try reader.text())
    case .resize: self = .resize(path: try reader.text(), try reader.lengths())
    case .flush: self = .flush
    case .close: self = .close
    }
    try reader.end()
  }
}

/// The answer to a `DataFileRequest`.
enum DataFileReply: Equatable {
  case done
  case object(StoredObject)
  case names([String])
  case value(StoredValue)
  /// The file's name the one who asks knows.
  case failed(StoredError.Problem, place: String?)

  private enum Mark: UInt8 { case done, group, dataset, names, value, failed }

  var bytes: [UInt8] {
    var writer = WireWriter()
    switch self {
    case .done: writer.write(byte: Mark.done.rawValue)
    case .object(.group(let members)):
      writer.write(byte: Mark.group.rawValue)
      writer.write(members)
    case .object(.dataset(let dataset)):
      writer.write(byte: Mark.dataset.rawValue)
      dataset.write(to: &writer)
    case .names(let names):
      writer.write(byte: Mark.names.rawValue)
      writer.write(names) { $0.write($1) }
    case .value(let value):
      writer.write(byte: Mark.value.rawValue)
      value.write(to: &writer)
    case .failed(let problem, let place):
      writer.write(byte: Mark.failed.rawValue)
      problem.write(to: &writer)
      writer.writeOptional(place) { $0.write($1) }
    }
    return writer.bytes
  }

  init(_ bytes: [UInt8]) throws(WireError) {
    var reader = WireReader(bytes)
    let byte = try reader.byte()
    guard let mark = Mark(rawValue: byte) else { throw .unknownMark(byte) }
    switch mark {
    case .done: self = .done
    case .group: self = .object(.group(members: try reader.count()))
    case .dataset: self = .object(.dataset(try StoredDataset(from: &reader)))
    case .names: self = .names(try reader.texts())
    case .value: self = .value(try StoredValue(from: &reader))
    case .failed:
      self = .failed(try StoredError.Problem(from: &reader), place: try reader.flag() ? try reader.text() : nil)
    }
    try reader.end()
  }
}
