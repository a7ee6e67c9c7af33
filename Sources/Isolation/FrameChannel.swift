#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Frames over a descriptor that blocks: four bytes of length, lowest first, then as many bytes. The fenced side's.
package struct FrameChannel: Sendable {
  let descriptor: Int32

  package init(descriptor: Int32 = Worker.channel) { self.descriptor = descriptor }

  /// The next frame; `nil` where the other side has hung up.
  package func read() -> [UInt8]? {
    guard let header = read(FrameHeader.size), let length = FrameHeader.length(header) else { return nil }
    return read(length)
  }

  private func read(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { systemRead(descriptor, $0 + filled, count - filled) } ?? 0
      }
      if got < 0, errno == EINTR { continue }
      if got <= 0 { return nil }
      filled += got
    }
    return bytes
  }

  /// False where the other side has hung up.
  package func write(_ payload: [UInt8]) -> Bool {
    guard let header = FrameHeader.bytes(length: payload.count) else { return false }
    return write(all: header) && write(all: payload)
  }

  private func write(all bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { systemWrite(descriptor, $0 + sent, bytes.count - sent) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }
}

enum FrameHeader {
  static let size = 4

  static func bytes(length: Int) -> [UInt8]? {
    UInt32(exactly: length).map { length in withUnsafeBytes(of: length.littleEndian) { [UInt8]($0) } }
  }

  /// `nil` where there are fewer bytes than a header has.
  static func length(_ bytes: some Collection<UInt8>) -> Int? {
    guard bytes.count >= size else { return nil }
    return bytes.prefix(size).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
