import CCommonMark
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// CommonMark with GitHub's tables, strikethrough and bare links, by cmark-gfm.
package enum CommonMark {
  private static let extensionNames = ["table", "strikethrough", "autolink"]

  /// The library fills a table of its own, once.
  private static let areExtensionsRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// The library notes in a table for all parsers which characters the extensions of one mean something to, as long as it
  /// parses: one that ended would take them from the others.
  private static let parsing = Mutex(())

  /// HTML that may hold anything: what the text has of it stands there as it was.
  ///
  /// - Parameter markupOfCode: HTML for a fenced block of code, by what stands behind its fence; `nil` for the usual.
  package static func unsafeHTML(
    of text: String, markupOfCode: (_ code: String, _ info: String) -> String? = { _, _ in nil }
  ) -> String {
    let options = CMARK_OPT_UNSAFE
    guard areExtensionsRegistered, let parser = cmark_parser_new(options) else { return "" }
    defer { cmark_parser_free(parser) }
    for name in extensionNames {
      if let syntax = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, syntax) }
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    var parsed: OpaquePointer?
    parsing.withLock { _ in parsed = cmark_parser_finish(parser) }
    guard let document = parsed else { return "" }
    defer { cmark_node_free(document) }
    improveBlocks(of: document, markupOfCode)
    guard let html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser)) else { return "" }
    defer { free(html) }
    return String(cString: html)
  }

  /// Whether a fence's language word names the cells' language.
  package static func isPython(_ language: some StringProtocol) -> Bool {
    ["python", "py", "python3", "ipython", "ipython3"].contains(language.lowercased())
  }

  /// Puts other HTML in place of fences, and emphasis into blocks of HTML.
  private static func improveBlocks(
    of document: OpaquePointer, _ markupOfCode: (_ code: String, _ info: String) -> String?
  ) {
    var blocks: [OpaquePointer] = []
    guard let nodes = cmark_iter_new(document) else { return }
    var event = cmark_iter_next(nodes)
    while event != CMARK_EVENT_DONE {
      if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(nodes) { blocks.append(node) }
      event = cmark_iter_next(nodes)
    }
    cmark_iter_free(nodes)
    for block in blocks {
      switch cmark_node_get_type(block) {
      case CMARK_NODE_HTML_BLOCK:
        guard let html = cmark_node_get_literal(block) else { continue }
        cmark_node_set_literal(block, LenientMarkdown.emphasizing(html: String(cString: html)))
      case CMARK_NODE_CODE_BLOCK:
        guard let info = cmark_node_get_fence_info(block), let code = cmark_node_get_literal(block),
          let markup = markupOfCode(String(cString: code), String(cString: info))
        else { continue }
        replace(block, with: markup)
      default: break
      }
    }
  }

  private static func replace(_ block: OpaquePointer, with markup: String) {
    guard let replacement = cmark_node_new(CMARK_NODE_HTML_BLOCK) else { return }
    cmark_node_set_literal(replacement, markup)
    if cmark_node_replace(block, replacement) == 1 {
      cmark_node_free(block)
    } else {
      cmark_node_free(replacement)
    }
  }
}
