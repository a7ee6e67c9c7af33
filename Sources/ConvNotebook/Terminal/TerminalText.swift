import Cells

extension String {
  /// As a terminal may be given what cells, files and their names say: colours and typefaces (SGR) as they are, and what else
  /// would control the terminal as escapes that can be read. A return stays: progress bars go back to the start of their line.
  package var forTerminal: String {
    guard utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2 }) else {
      return self
    }
    var result = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let scalar = rest.first {
      if let length = rest.lengthOfColour {
        result.append(contentsOf: rest.prefix(length))
        rest = rest.dropFirst(length)
        continue
      }
      rest = rest.dropFirst()
      if scalar.isControl, scalar != "\n", scalar != "\t", scalar != "\r" {
        result.append(contentsOf: String(scalar).visible.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Substring.UnicodeScalarView {
  /// Of a sequence that sets colours and typefaces, where these scalars begin with a whole one.
  fileprivate var lengthOfColour: Int? {
    guard first == "\u{1B}", dropFirst().first == "[" else { return nil }
    let parameters = dropFirst(2).prefix { "0"..."9" ~= $0 || $0 == ";" || $0 == ":" }.count
    return dropFirst(2 + parameters).first == "m" ? parameters + 3 : nil
  }
}
