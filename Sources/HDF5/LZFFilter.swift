import CHDF5

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The compression that h5py calls `lzf`: it brings it along itself, and so must who reads its files. For reading only.
enum LZFFilter {
  /// Registered with The HDF Group.
  private static let id: H5Z_filter_t = 32000

  static func register() {
    "lzf".withCString { name in
      var filter = H5Z_class2_t(
        version: H5Z_CLASS_T_VERS, id: id, encoder_present: 0, decoder_present: 1, name: name, can_apply: nil,
        set_local: nil,
        filter: { _, count, values, size, bufferSize, buffer in
          LZFFilter.expand(count, values, size, bufferSize, buffer)
        })
      H5Zregister(&filter)
    }
  }

  /// Puts a new buffer in the place of the compressed one. 0 stands for bytes that are not LZF's.
  private static func expand(
    _ count: Int, _ values: UnsafePointer<UInt32>?, _ size: Int, _ bufferSize: UnsafeMutablePointer<Int>?,
    _ buffer: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
  ) -> Int {
    guard count >= 3, let values, let bufferSize, let buffer, let compressed = buffer.pointee, size > 0 else {
      return 0
    }
    // A chunk's size; and three bytes never stand for more than 264.
    let capacity = min(Int(values[2]), size * 128)
    guard capacity > 0, let expanded = malloc(capacity) else { return 0 }
    let length = expand(
      UnsafeRawBufferPointer(start: compressed, count: size),
      into: UnsafeMutableRawBufferPointer(start: expanded, count: capacity))
    guard let length else {
      free(expanded)
      return 0
    }
    free(compressed)
    buffer.pointee = expanded
    bufferSize.pointee = capacity
    return length
  }

  /// How many bytes `source` stands for; `nil` where it is not LZF's, or they do not fit.
  static func expand(_ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) -> Int? {
    var (read, written) = (0, 0)
    func next() -> Int? {
      guard read < source.count else { return nil }
      defer { read += 1 }
      return Int(source[read])
    }
    while let control = next() {
      if control < 32 {
        let length = control + 1
        guard read + length <= source.count, written + length <= target.count else { return nil }
        for offset in 0..<length { target[written + offset] = source[read + offset] }
        read += length
        written += length
        continue
      }
      var length = control >> 5 + 2
      if length == 9 {
        guard let more = next() else { return nil }
        length += more
      }
      guard let low = next() else { return nil }
      let start = written - (control & 31) << 8 - low - 1
      guard start >= 0, written + length <= target.count else { return nil }
      // One by one: what is copied may be what was just written.
      for offset in 0..<length { target[written + offset] = target[start + offset] }
      written += length
    }
    return written
  }
}
