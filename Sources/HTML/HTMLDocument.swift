/// The frame of every page: one file that runs nothing and loads nothing.
enum HTMLDocument {
  /// - Parameters:
  ///   - language: of the text, as in `en`.
  ///   - style: rules behind those of all pages.
  static func text(title: String, language: String, style: String = "", body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(HTMLText.escaped(language))">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="generator" content="cnb">
    <title>\(HTMLText.escaped(title))</title>
    <style>
    \(HTMLPage.styleSheet)\(style.isEmpty ? "" : "\n" + style)
    </style>
    </head>
    <body>
    <main>
    \(body)</main>
    </body>
    </html>

    """
  }

  /// Tells browsers that the page runs and loads nothing.
  private static let policy =
    "default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
}
