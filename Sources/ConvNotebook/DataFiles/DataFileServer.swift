import Arrays
import Cells
import HDF5
import Isolation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The process that has one file open: it lets itself be fenced in to that file, and only then has libhdf5 look at it.
///
/// libhdf5 crashes, loops and writes outside its memory on files that are damaged or made to do that (docs/hdf5.md). Here
/// that costs nothing but this process.
struct DataFileServer {
  /// Beyond what one call may take: the program, the library's own, a chunk beside the values read from it.
  private static let ownBytes = 768 << 20
  private static let processorSeconds = 24 * 3600

  private let frames = FrameChannel()

  /// Answers until the other side hangs up; a file that was written to is complete then. The thread must be the only one.
  func run() {
    guard let bytes = frames.read(), let request = try? DataFileRequest(bytes),
      case .open(let path, let mode, let limit) = request
    else { return }
    let flags =
      switch mode {
      case .read: O_RDONLY
      case .readWrite: O_RDWR
      case .create: O_RDWR | O_CREAT
      }
    let descriptor = openFile(path, flags | O_CLOEXEC, 0o666)
    if descriptor < 0 {
      _ = frames.write(DataFileReply.failed(.system(errno), place: nil).bytes)
      return
    }
    // The library locks a file only after it has emptied it.
    if flock(descriptor, (mode == .read ? LOCK_SH : LOCK_EX) | LOCK_NB) < 0, errno == EWOULDBLOCK {
      _ = frames.write(DataFileReply.failed(.inUse, place: nil).bytes)
      return
    }
    flock(descriptor, LOCK_UN)
    let kept = Fence.KeptFile(descriptor: descriptor, mayWrite: mode != .read)
    var fence = Fence()
    fence.raise(memory: limit + DataFileServer.ownBytes, seconds: DataFileServer.processorSeconds, keeping: kept)
    fence.close(channel: Worker.channel, gauge: nil, keeping: kept)
    do throws(StoredError) {
      let file = try HDF5File(path, mode: mode, memoryLimit: limit)
      guard frames.write(DataFileReply.done.bytes) else { return }
      while let bytes = frames.read(), let request = try? DataFileRequest(bytes) {
        guard frames.write(answer(to: request, file).bytes) else { break }
      }
      try file.close()
    } catch {
      _ = frames.write(DataFileReply.failed(error.problem, place: error.place).bytes)
    }
  }

  private func answer(to request: DataFileRequest, _ file: HDF5File) -> DataFileReply {
    do throws(StoredError) {
      switch request {
      case .open: throw StoredError(.mismatch("a second file"), file: file.path)
      case .object(let path): return .object(try file.object(at: path))
      case .members(let path): return .names(try file.members(of: path))
      case .attributeNames(let path): return .names(try file.attributeNames(of: path))
      case .attribute(let name, let path): return .value(try file.attribute(name, of: path))
      case .read(let path, let region, let type): return .value(try file.read(path, region, as: type))
      case .createGroup(let path): try file.createGroup(path)
      case .createDataset(let path, let dataset): try file.createDataset(path, dataset)
      case .write(let path, let value, let region): try file.write(path, value, to: region)
      case .setAttribute(let name, let path, let value): try file.setAttribute(name, of: path, to: value)
      case .deleteAttribute(let name, let path): try file.deleteAttribute(name, of: path)
      case .link(let path, let target): try file.link(path, to: target)
      case .delete(let path): try file.delete(path)
      case .resize(let path, let shape): try file.resize(path, to: shape)
      case .flush: try file.flush()
      case .close: try file.close()
      }
      return .done
    } catch {
      return .failed(error.problem, place: error.place)
    }
  }
}

private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
