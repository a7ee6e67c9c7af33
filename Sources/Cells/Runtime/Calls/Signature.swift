/// The parameters of a native function, written as Python writes them: `"a, axis=, *, keepdims="`.
///
/// A name followed by `=` may be left out (the function sees `.undefined`), `/` and `*` have Python's meaning,
/// `*name` takes further positional arguments and `**name` further keywords.
package struct Signature: Sendable {
  package private(set) var names: [String] = []
  package private(set) var isRequired: [Bool] = []
  /// How many parameters can be given by position.
  package private(set) var positionalCount = 0
  package private(set) var requiredCount = 0
  package private(set) var positionalOnlyCount = 0
  package private(set) var takesRest = false
  package private(set) var takesKeywords = false
  /// A parameter behind `*` that must be given.
  package private(set) var hasRequiredKeyword = false

  package init(_ text: String) {
    var sawStar = false
    for part in text.utf8.split(separator: UInt8(ascii: ",")) {
      let piece = part.filter { $0 != UInt8(ascii: " ") }
      if piece.isEmpty { continue }
      if piece == [UInt8(ascii: "/")] {
        positionalOnlyCount = names.count
      } else if piece.starts(with: "**".utf8) {
        takesKeywords = true
      } else if piece.first == UInt8(ascii: "*") {
        sawStar = true
        takesRest = piece.count > 1
      } else {
        let isOptional = piece.last == UInt8(ascii: "=")
        names.append(String(decoding: isOptional ? piece.dropLast() : piece[...], as: UTF8.self))
        isRequired.append(!isOptional)
        if !sawStar {
          positionalCount += 1
          if !isOptional { requiredCount = positionalCount }
        } else if !isOptional {
          hasRequiredKeyword = true
        }
      }
    }
  }
}
