import Arrays
import CHDF5

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension HDF5File {
  typealias TextReader = (
    _ part: StoredRegion, _ memory: hid_t, _ properties: hid_t, _ type: hid_t, _ buffer: UnsafeMutableRawPointer?
  ) throws(StoredError) -> Void

  /// The texts of a region, which `read` fills a buffer with: each as it is, or a pointer to each.
  func readTexts(
    _ type: StoredType, _ region: StoredRegion, _ path: String, _ read: TextReader
  ) throws(StoredError) -> StoredValue {
    let texts: [[UInt8]]
    if type.kind == .fixedText {
      texts = try readFixedTexts(type, region, path, read)
    } else {
      texts = try readVariableTexts(type, region, path, read)
    }
    return .texts(type, shape: region.shape, texts)
  }

  private func readFixedTexts(
    _ type: StoredType, _ region: StoredRegion, _ path: String, _ read: TextReader
  ) throws(StoredError) -> [[UInt8]] {
    let memoryType = try libraryType(type, path)
    // A text takes an array of its own besides its bytes.
    let size = try byteCount(region.count, type.size + 32, path) - (region.count ?? 0) * 32
    var bytes = [UInt8](repeating: 0, count: size)
    try forEachRun(of: region, path) { part, memory throws(StoredError) in
      // Closures over memory cannot throw typed errors.
      var failure: StoredError?
      bytes.withUnsafeMutableBytes { buffer in
        do throws(StoredError) {
          try read(part, memory, cnb_h5_default(), memoryType.id, buffer.baseAddress)
        } catch { failure = error }
      }
      if let failure { throw failure }
    }
    return (0..<(region.count ?? 0)).map { index in
      let text = bytes[(index * type.size)..<((index + 1) * type.size)]
      // As NumPy's bytes have it: zeros at the end are no part of the text.
      return Array(text[..<(text.lastIndex { $0 != 0 }.map { $0 + 1 } ?? text.startIndex)])
    }
  }

  private func readVariableTexts(
    _ type: StoredType, _ region: StoredRegion, _ path: String, _ read: TextReader
  ) throws(StoredError) -> [[UInt8]] {
    let count = region.count ?? 0
    _ = try byteCount(region.count, MemoryLayout<UInt>.size + 32, path)
    let memoryType = try libraryType(type, path)
    let properties = try checked(cnb_h5_create_list(Int32(CNB_H5_TRANSFER.rawValue)), path)
    var budget = TextBudget(bytesLeft: memoryLimit)
    let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: max(count, 1))
    pointers.initialize(repeating: nil, count: max(count, 1))
    defer {
      for index in 0..<count { free(pointers[index]) }
      pointers.deallocate()
    }
    return try withUnsafeMutablePointer(to: &budget) { budget throws(StoredError) in
      H5Pset_vlen_mem_manager(
        properties.id, { TextBudget.take($0, $1) }, budget, { memory, _ in free(memory) }, budget)
      do throws(StoredError) {
        try forEachRun(of: region, path) { part, memory throws(StoredError) in
          try read(part, memory, properties.id, memoryType.id, pointers)
        }
      } catch {
        if budget.pointee.isOver { throw self.error(.tooLarge(bytes: nil, limit: memoryLimit), path) }
        throw error
      }
      return (0..<count).map { index in
        pointers[index].map { Array(UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init(bitPattern:))) }
          ?? []
      }
    }
  }
}

/// How much memory the library may still take for texts.
private struct TextBudget {
  var bytesLeft: Int
  var isOver = false

  static func take(_ size: Int, _ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let budget = context?.assumingMemoryBound(to: TextBudget.self) else { return nil }
    guard size >= 0, size < budget.pointee.bytesLeft else {
      budget.pointee.isOver = true
      return nil
    }
    // The text's copy counts, too.
    budget.pointee.bytesLeft -= min(2 * size + 64, budget.pointee.bytesLeft)
    return malloc(size)
  }
}
