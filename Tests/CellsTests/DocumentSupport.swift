import Cells

/// A notebook with valid front matter around a body.
func notebook(_ body: String, frontMatter: String = "") throws -> Notebook {
  try Notebook(Array("---\ncnb: 1\n\(frontMatter)---\n\(body)".utf8))
}

/// The message for a text that is no valid notebook; empty if it is one.
func readingError(_ text: String) -> String { readingError(Array(text.utf8)) }

func readingError(_ bytes: [UInt8]) -> String {
  do {
    _ = try Notebook(bytes)
    return ""
  } catch {
    return error.message(file: "a.cnb")
  }
}

extension Notebook {
  var text: String { String(decoding: source, as: UTF8.self) }
}
