import Arrays
import Cells
import HDF5
import Isolation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that another process has open (`DataFileServer`). Whatever the file does to that process, the answer is a value or
/// a `StoredError`.
package final class DataFileProcess: DataFile {
  /// How long one answer may take; a large array comes in many.
  private let patience: Duration
  private let path: String
  private let name: String
  private let mode: HDF5File.Mode
  private let program: WorkerProgram
  private let memoryLimit: Int
  private var mayWrite: Bool { mode != .read }
  private var connection: WorkerConnection?
  private let place: Place
  /// Why there is no connection any more.
  private var ending = StoredError.Problem.closed

  /// - Parameters:
  ///   - path: absolute.
  ///   - name: what messages call the file.
  ///   - memoryLimit: bytes that one answer may take.
  package init(
    _ path: String, name: String, mode: HDF5File.Mode, program: WorkerProgram = .dataFileWorker,
    memoryLimit: Int = 256 << 20, patience: Duration = .seconds(60)
  ) throws(StoredError) {
    self.path = path
    self.name = name
    self.mode = mode
    self.program = program
    self.memoryLimit = memoryLimit
    self.patience = patience
    guard let place = Place() else { throw StoredError(.system(EMFILE), file: name) }
    self.place = place
    try start()
  }

  private func start() throws(StoredError) {
    do throws(ChildProcess.StartError) {
      connection = try WorkerConnection(program)
    } catch {
      throw StoredError(.readerEnded("could not be started (\(error.reason))"), file: name)
    }
    try ask(.open(path: path, mode, memoryLimit: memoryLimit))
  }

  deinit { if mayWrite { try? close() } }

  /// One of the files that may be open at once: each is a process of its own.
  private final class Place {
    private static let most = 64
    private static let taken = Atomic<Int>(0)
    private let isLeft = Atomic<Bool>(false)

    init?() {
      if Place.taken.wrappingAdd(1, ordering: .relaxed).newValue > Place.most {
        leave()
        return nil
      }
    }

    deinit { leave() }

    func leave() {
      if !isLeft.exchange(true, ordering: .relaxed) { Place.taken.wrappingSubtract(1, ordering: .relaxed) }
    }
  }

  package func close() throws(StoredError) {
    defer {
      connection = nil
      ending = .closed
      place.leave()
    }
    // A file that was only read needs no farewell.
    if !mayWrite { return }
    if connection != nil { return try ask(.close) }
    // Whoever caught what happened before may still believe that all was written.
    if case .readerEnded = ending {
      throw StoredError(.readerEnded("crashed: what was written since the last flush may be missing"), file: name)
    }
  }

  package func object(at path: String) throws(StoredError) -> StoredObject {
    guard case .object(let object) = try answer(to: .object(path: path)) else { throw tampered() }
    return object
  }

  package func members(of path: String) throws(StoredError) -> [String] {
    guard case .names(let names) = try answer(to: .members(path: path)) else { throw tampered() }
    return names
  }

  package func attributeNames(of path: String) throws(StoredError) -> [String] {
    guard case .names(let names) = try answer(to: .attributeNames(path: path)) else { throw tampered() }
    return names
  }

  package func attribute(_ name: String, of path: String) throws(StoredError) -> StoredValue {
    guard case .value(let value) = try answer(to: .attribute(name: name, path: path)) else { throw tampered() }
    return value
  }

  package func read(_ path: String, _ region: StoredRegion?, as type: StoredType?) throws(StoredError) -> StoredValue {
    guard case .value(let value) = try answer(to: .read(path: path, region, type)) else { throw tampered() }
    return value
  }

  package func createGroup(_ path: String) throws(StoredError) { try ask(.createGroup(path: path)) }

  package func createDataset(_ path: String, _ description: StoredDataset) throws(StoredError) {
    try ask(.createDataset(path: path, description))
  }

  package func write(_ path: String, _ value: StoredValue, to region: StoredRegion?) throws(StoredError) {
    try ask(.write(path: path, value, region))
  }

  package func setAttribute(_ name: String, of path: String, to value: StoredValue) throws(StoredError) {
    try ask(.setAttribute(name: name, path: path, value))
  }

  package func deleteAttribute(_ name: String, of path: String) throws(StoredError) {
    try ask(.deleteAttribute(name: name, path: path))
  }

  package func link(_ path: String, to target: String) throws(StoredError) {
    try ask(.link(path: path, target: target))
  }

  package func delete(_ path: String) throws(StoredError) { try ask(.delete(path: path)) }

  package func resize(_ path: String, to shape: [Int]) throws(StoredError) { try ask(.resize(path: path, shape)) }

  package func flush() throws(StoredError) { try ask(.flush) }

  private func ask(_ request: DataFileRequest) throws(StoredError) {
    guard case .done = try answer(to: request) else { throw tampered() }
  }

  private func answer(to request: DataFileRequest) throws(StoredError) -> DataFileReply {
    if connection == nil {
      guard ending == .stopped, !mayWrite else { throw StoredError(ending, file: name) }
      try start()
    }
    // What changes the file is not stopped half way, but need not begin.
    if request != .close, Checkpoint.isStopRequested { throw StoredError(.stopped, file: name) }
    connection?.send(request.bytes)
    let bytes: [UInt8]
    do throws(WorkerConnection.Failure) {
      // Control-C ends a process that only reads; one that writes may have kept what it was given in its memory.
      let isStopped = mayWrite ? nil : { Checkpoint.isStopRequested }
      bytes = try connection?.receive(limit: 2 * memoryLimit + (1 << 20), within: patience, unless: isStopped) ?? []
    } catch {
      throw end(problem(error))
    }
    guard let reply = try? DataFileReply(bytes) else { throw tampered() }
    guard case .failed(let problem, let place) = reply else { return reply }
    if case .open = request {
      connection = nil
      self.place.leave()
    }
    throw StoredError(problem, file: name, place: place)
  }

  private func problem(_ failure: WorkerConnection.Failure) -> StoredError.Problem {
    switch failure {
    case .stopped: .stopped
    case .timeOut: .readerEnded("took more than \(patience.components.seconds) seconds")
    case .memory: .readerEnded("crashed or used up its memory")
    case .died: .readerEnded("crashed")
    case .tampered: .readerEnded("gave no sense")
    }
  }

  private func tampered() -> StoredError { end(.readerEnded("gave no sense")) }

  /// From here on every call fails.
  private func end(_ problem: StoredError.Problem) -> StoredError {
    connection = nil
    if problem != .stopped { place.leave() }
    ending = problem
    return StoredError(problem, file: name)
  }
}

extension WorkerProgram {
  package static var dataFileWorker: WorkerProgram {
    .current(arguments: [DataFileWorkerCommand.configuration.commandName ?? ""])
  }
}
