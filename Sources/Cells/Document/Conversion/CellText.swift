/// How the texts of a Jupyter notebook's cells stand in a `.cnb` file.
enum CellText {
  /// The body of a block of code: the text and a newline. Line ends are `\n`; a zero byte, which no text file can hold,
  /// is U+FFFD.
  static func codeBody(_ text: String) -> String {
    if text.isEmpty { return "" }
    guard text.utf8.contains(where: { $0 == 0x0D || $0 == 0 }) else { return text + "\n" }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 1)
    for byte in text.utf8 {
      if byte == 0x0A { while bytes.last == 0x0D { bytes.removeLast() } }
      if byte == 0 { bytes += [0xEF, 0xBF, 0xBD] } else { bytes.append(byte) }
    }
    while bytes.last == 0x0D { bytes.removeLast() }
    return String(decoding: bytes + [0x0A], as: UTF8.self)
  }

  /// The text of a cell whose block has this body.
  static func code(ofBody body: String) -> String { body.withoutFinalNewline }

  /// The text of a Markdown cell as prose, which has no line ends around it, and in which blocks of Python say that they
  /// are prose. `nil` where it can stand only in a block, because it is blank or holds something else that means
  /// something to a `.cnb` file.
  static func prose(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let range = Notebook.trimmed(0..<bytes.count, of: bytes), !bytes.contains(0) else { return nil }
    guard let flags = placesOfFlags(in: Array(bytes[range])) else { return nil }
    var prose: [UInt8] = []
    var copied = range.lowerBound
    for place in flags {
      prose += bytes[copied..<(range.lowerBound + place)]
      prose += flag
      copied = range.lowerBound + place
    }
    return String(decoding: prose + bytes[copied..<range.upperBound], as: UTF8.self)
  }

  private static let flag = Array(" \(Notebook.proseFlag)".utf8)

  /// Where the flags belong that make blocks of Python prose; `nil` if the text cannot be prose. A block of code after
  /// it, found where it should be, shows that nothing in the text stays open.
  private static func placesOfFlags(in text: [UInt8]) -> [Int]? {
    var places: [Int] = []
    var blocks = MarkdownBlocks(text + Array("\n\n```python\n```\n".utf8), from: 0, line: 1)
    while let block = blocks.next() {
      switch block {
      case .heading: break
      case .cellMark: return nil
      case .fenced(let block):
        if block.range.lowerBound == text.count + 2 { return places }
        if !block.isClosed || Notebook.isMeaningful(block.info) { return nil }
        if InfoString.language(of: block.info) == "python" { places.append(endOfLanguage(block, text)) }
      }
    }
    return nil
  }

  private static func endOfLanguage(_ block: FencedBlock, _ text: [UInt8]) -> Int {
    var position = block.range.lowerBound + block.indent + block.fence.utf8.count
    while text[position] == 0x20 || text[position] == 0x09 { position += 1 }
    return position + "python".utf8.count
  }

  /// The text of a Markdown cell from prose: without the flags of blocks of Python.
  static func markdown(ofProse prose: ArraySlice<UInt8>) -> String {
    let prose = Array(prose)
    var markdown: [UInt8] = []
    var copied = 0
    var blocks = MarkdownBlocks(prose, from: 0, line: 1)
    while let block = blocks.next() {
      guard case .fenced(let block) = block, InfoString.language(of: block.info) == "python" else { continue }
      let end = endOfLanguage(block, prose)
      guard prose[end...].starts(with: flag), (try? InfoString(block.info))?.contains(Notebook.proseFlag) ?? false
      else { continue }
      markdown += prose[copied..<end]
      copied = end + flag.count
    }
    return String(decoding: markdown + prose[copied...], as: UTF8.self)
  }
}

extension Notebook {
  /// Whether a block with this info string in a Markdown cell would be more than prose, or read back as another one.
  fileprivate static func isMeaningful(_ text: String) -> Bool {
    let language = InfoString.language(of: text)
    let isOutput = RecordedOutput.Kind(rawValue: language) != nil
    guard let info = try? InfoString(text) else { return language == "python" || isOutput }
    switch language {
    case "python": return info.contains(proseFlag)
    case "markdown", "raw": return info.contains(cellFlag)
    case "json": return info.contains(residueFlag)
    default: return isOutput && info.contains("cell")
    }
  }
}
