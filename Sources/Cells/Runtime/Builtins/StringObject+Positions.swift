extension StringObject {
  /// `count` scalars from `start`, `step` apart. O(count) for ASCII.
  /// - Precondition: all of them lie inside the text.
  package func slice(start: Int, step: Int, count: Int) -> String {
    guard count > 0 else { return "" }
    if step == 1 {
      let utf8 = value.utf8
      let first = utf8.index(utf8.startIndex, offsetBy: byteOffset(of: start))
      if isASCII { return String(value[first..<utf8.index(first, offsetBy: count)]) }
      let scalars = value.unicodeScalars
      return String(scalars[first..<scalars.index(first, offsetBy: count)])
    }
    if isASCII {
      return value.utf8.withContiguousStorageIfAvailable { bytes in
        String(unsafeUninitializedCapacity: count) { buffer in
          for index in 0..<count { buffer[index] = bytes[start + index * step] }
          return count
        }
      } ?? ""
    }
    let scalars = Array(value.unicodeScalars)
    var result = String.UnicodeScalarView()
    for index in 0..<count { result.append(scalars[start + index * step]) }
    return String(result)
  }

  /// The scalar at an index from 0, or `nil` behind the end. O(1) for ASCII.
  package func character(at index: Int) -> String? {
    guard index >= 0 else { return nil }
    if isASCII {
      let utf8 = value.utf8
      guard index < utf8.count else { return nil }
      return String(Unicode.Scalar(utf8[utf8.index(utf8.startIndex, offsetBy: index)]))
    }
    let scalars = value.unicodeScalars
    guard let position = scalars.index(scalars.startIndex, offsetBy: index, limitedBy: scalars.endIndex),
      position < scalars.endIndex
    else { return nil }
    return String(scalars[position])
  }

  /// Where the UTF-8 of a scalar starts.
  func byteOffset(of index: Int) -> Int {
    if isASCII { return index }
    let scalars = value.unicodeScalars
    return value.utf8.distance(from: value.startIndex, to: scalars.index(scalars.startIndex, offsetBy: index))
  }

  /// Which scalar starts at an offset of the UTF-8.
  func index(ofByte offset: Int) -> Int {
    if isASCII { return offset }
    // Every scalar has one byte that does not continue another.
    return value.utf8.prefix(offset).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
