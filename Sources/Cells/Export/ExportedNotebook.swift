/// A notebook as its exports see it, whatever file it comes from: prose and cells in order, and no more than can be
/// read on a page.
package struct ExportedNotebook: Sendable, Equatable {
  package enum Part: Sendable, Equatable {
    /// Markdown.
    case prose(String)
    case cell(ExportedCell)
    /// Text that is neither (Jupyter's raw cells).
    case raw(String)
  }

  package var title: String?
  /// The front matter's: `numpy-1.13`.
  package var printStyle: String?
  package var parts: [Part]

  package init(title: String? = nil, printStyle: String? = nil, parts: [Part]) {
    self.title = title
    self.printStyle = printStyle
    self.parts = parts
  }

  /// The text of the first heading of the highest level that the prose has in front of the first cell.
  package var firstHeading: String? {
    for part in parts {
      guard case .prose(let text) = part else { return nil }
      var blocks = MarkdownBlocks(Array(text.utf8), from: 0, line: 1)
      while let block = blocks.next() {
        if case .heading(let heading) = block { return heading }
      }
    }
    return nil
  }
}

package struct ExportedCell: Sendable, Equatable {
  /// The id that the file gives, if it gives one.
  package var id: String?
  /// Python source; line ends are `\n`.
  package var code: String
  /// Jupyter's number of the last run.
  package var executionCount: Int?
  /// The cell's other settings, in order: `exercise`, `points`, ...
  package var settings: [Setting]
  package var outputs: [ExportedOutput]

  package struct Setting: Sendable, Equatable {
    package let key: String
    package let value: String

    package init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  package init(
    id: String? = nil, code: String, executionCount: Int? = nil, settings: [Setting] = [],
    outputs: [ExportedOutput] = []
  ) {
    self.id = id
    self.code = code
    self.executionCount = executionCount
    self.settings = settings
    self.outputs = outputs
  }
}

package enum ExportedOutput: Sendable, Equatable {
  case stream(String, isError: Bool)
  /// The value of the last expression.
  case value(ExportedData)
  case display(ExportedData)
  /// Python's or IPython's text, which may have colours.
  case error(traceback: String)

  /// What a cell shows as a value, or through `display`.
  package var data: ExportedData? {
    switch self {
    case .value(let data), .display(let data): data
    case .stream, .error: nil
    }
  }
}

/// One thing in as many forms as the file has of it; an export takes the best that it can show.
package struct ExportedData: Sendable, Equatable {
  package var text: String?
  package var picture: ExportedPicture?
  package var html: String?
  /// Also of formulas, which Markdown holds between dollars.
  package var markdown: String?

  package init(
    text: String? = nil, picture: ExportedPicture? = nil, html: String? = nil, markdown: String? = nil
  ) {
    self.text = text
    self.picture = picture
    self.html = html
    self.markdown = markdown
  }
}

/// An image file.
package struct ExportedPicture: Sendable, Equatable {
  package enum Format: String, Sendable {
    case png, jpeg, gif, svg, webp

    package init?(mediaType: String) {
      switch mediaType {
      case "image/png": self = .png
      case "image/jpeg": self = .jpeg
      case "image/gif": self = .gif
      case "image/svg+xml": self = .svg
      case "image/webp": self = .webp
      default: return nil
      }
    }

    package var mediaType: String { self == .svg ? "image/svg+xml" : "image/\(rawValue)" }
  }

  package let format: Format
  package let bytes: [UInt8]

  package init(_ format: Format, _ bytes: [UInt8]) {
    self.format = format
    self.bytes = bytes
  }

  /// `data:image/png;base64,...`
  package var dataURL: String { "data:\(format.mediaType);base64,\(Base64.text(of: bytes))" }
}
