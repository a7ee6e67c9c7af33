import Cells
import HTML

/// The formats that `cnb convert` writes, by the end of a file's name.
enum ConversionTarget: String, CaseIterable {
  case cnb
  case ipynb
  case md
  case html
  case py

  init?(fileName: String) {
    let name = fileName.lowercased()
    guard let target = ConversionTarget.allCases.first(where: { name.hasSuffix(".\($0.rawValue)") }) else { return nil }
    self = target
  }

  /// The notebook as a file of this format.
  ///
  /// - Parameters:
  ///   - input: the path that it was read from. A page takes the pictures of the prose from its folder.
  ///   - output: the path that it goes to; `nil` for standard output, where no other files can stand beside it.
  func conversion(
    of notebook: any NotebookDocument, input: String, output: String?
  ) throws(NotebookError) -> Conversion {
    switch self {
    case .cnb: return Conversion(bytes: try notebook.converted(to: .cnb).source)
    case .ipynb: return Conversion(bytes: try notebook.converted(to: .ipynb).source)
    case .md:
      let pictures = output.map { "\(Self.stem(of: $0))_files" }
      let markdown = MarkdownExport(try ExportedNotebook(notebook), folder: pictures)
      return Conversion(bytes: Array(markdown.text.utf8), files: markdown.files)
    case .html:
      let media = MediaEmbedding(readFile: mediaReader(folder: folder(of: input)))
      let page = HTMLPage.text(of: try ExportedNotebook(notebook), name: Self.stem(of: input), media: media)
      return Conversion(bytes: Array(page.utf8))
    case .py:
      if let language = notebook.foreignLanguage { throw .foreignLanguage(language) }
      return Conversion(bytes: Array(PercentScript(try ExportedNotebook(notebook)).text.utf8))
    }
  }

  /// A file's name without what tells its format.
  private static func stem(of path: String) -> String {
    let name = baseName(of: path)
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return name }
    return String(name[..<point])
  }
}

/// A converted notebook.
struct Conversion {
  let bytes: [UInt8]
  /// Beside it; their paths are relative to its folder.
  var files: [MarkdownExport.File] = []
}
