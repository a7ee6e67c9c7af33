import Cells
import Markup

/// Prose as lines for a terminal.
package enum ProseText {
  package static func lines(ofMarkdown text: String, _ options: ViewOptions) -> [StyledLine] {
    lines(of: ProseReader.blocks(ofMarkdown: text, isPlain: options.isPlain), options)
  }

  package static func lines(ofHTML html: String, _ options: ViewOptions) -> [StyledLine] {
    lines(of: ProseReader.blocks(ofHTML: html, isPlain: options.isPlain), options)
  }

  /// A heading of the first level.
  package static func lines(ofTitle text: String, _ options: ViewOptions) -> [StyledLine] {
    lines(of: [.heading(1, [.text(text, SpanStyle(.heading(1)))])], options)
  }

  private static func lines(of blocks: [ProseBlock], _ options: ViewOptions) -> [StyledLine] {
    ProseLayout(isPlain: options.isPlain).lines(of: blocks, width: options.proseWidth)
  }
}
