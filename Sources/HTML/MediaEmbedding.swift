import Cells
import Markup

/// Puts pictures and films into a page. Nothing is loaded from elsewhere when the page is opened: what cannot be put
/// in is a link, or its text.
package struct MediaEmbedding: Sendable {
  /// Gives the bytes of a file beside the notebook, named by a relative path without `..`; `nil` if there is none or it
  /// is too large.
  package typealias FileReader = @Sendable (_ path: String) -> [UInt8]?

  private let readFile: FileReader

  package init(readFile: @escaping FileReader = { _ in nil }) { self.readFile = readFile }

  /// An `img` or `video` element for a tag that names its source.
  ///
  /// - Parameters:
  ///   - attributes: the tag's other ones, for the page.
  ///   - isInLink: whether the tag stands in a link, which can hold no other one.
  func markup(of tag: HTMLReader.Tag, attributes: String, isInLink: Bool) -> String {
    let source = (tag.value("src") ?? "").trimmed
    let address = dataURL(source, isVideo: tag.name == "video")
    if tag.name == "img" {
      guard let address else { return replacement(source, text: tag.value("alt") ?? "", isInLink: isInLink) }
      let alternative = tag.value("alt") == nil ? " alt=\"\"" : ""
      return "<img src=\"\(HTMLText.escaped(address))\"\(alternative)\(attributes)>"
    }
    guard let address else { return replacement(source, text: "", isInLink: isInLink) }
    return "<video controls src=\"\(HTMLText.escaped(address))\"\(attributes)></video>"
  }

  /// For a picture that the page does not have.
  private func replacement(_ source: String, text: String, isInLink: Bool) -> String {
    let name = source.split(separator: "/").last.map(String.init) ?? ""
    let words = HTMLText.escaped(text.isEmpty ? (AllowedHTML.scheme(of: source) == "data" ? "picture" : name) : text)
    if words.isEmpty { return "" }
    guard !isInLink, let address = AllowedHTML.link(source), !address.isEmpty else {
      return "<span class=\"missing\">\(words)</span>"
    }
    return "<a class=\"missing\" href=\"\(HTMLText.escaped(address))\">\(words)</a>"
  }

  private func dataURL(_ source: String, isVideo: Bool) -> String? {
    if AllowedHTML.scheme(of: source) == "data" {
      guard !isVideo, let picture = ExportedPicture(dataURL: source) else { return nil }
      return picture.dataURL
    }
    guard let path = Self.relativePath(source), let bytes = readFile(path) else { return nil }
    if isVideo {
      guard let type = Self.videoType(bytes) else { return nil }
      return "data:\(type);base64,\(Base64.text(of: bytes))"
    }
    return ExportedPicture(fileContents: bytes)?.dataURL
  }

  /// The path of a file in the notebook's folder or one below. `nil` for other places.
  private static func relativePath(_ address: String) -> String? {
    guard !address.isEmpty, AllowedHTML.scheme(of: address) == nil else { return nil }
    let path = decodingPercents(address.prefix { $0 != "?" && $0 != "#" })
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.hasPrefix("/"), !parts.contains(".."), !path.unicodeScalars.contains(where: { $0.value < 0x20 }),
      !path.utf8.contains(UInt8(ascii: "\\"))
    else { return nil }
    return path
  }

  private static func decodingPercents(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func videoType(_ bytes: [UInt8]) -> String? {
    if bytes.dropFirst(4).starts(with: "ftyp".utf8) { return "video/mp4" }
    return bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) ? "video/webm" : nil
  }
}

extension ExportedPicture {
  /// By the bytes that image files begin with, whatever they are called.
  init?(fileContents bytes: [UInt8]) {
    let start = { (prefix: [UInt8]) in bytes.starts(with: prefix) }
    if start([0x89, 0x50, 0x4E, 0x47]) {
      self.init(.png, bytes)
    } else if start([0xFF, 0xD8, 0xFF]) {
      self.init(.jpeg, bytes)
    } else if start(Array("GIF8".utf8)) {
      self.init(.gif, bytes)
    } else if start(Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      self.init(.webp, bytes)
    } else if String(decoding: bytes.prefix(1000), as: UTF8.self).contains("<svg") {
      self.init(.svg, bytes)
    } else {
      return nil
    }
  }

  /// `data:image/png;base64,...`
  init?(dataURL: String) {
    guard let comma = dataURL.firstIndex(of: ",") else { return nil }
    let words = dataURL[..<comma].dropFirst("data:".count).lowercased().split(separator: ";").map { String($0) }
    guard let type = words.first, let format = Format(mediaType: type), words.last == "base64",
      let bytes = Base64.bytes(of: String(dataURL[dataURL.index(after: comma)...]))
    else { return nil }
    self.init(format, bytes)
  }
}
