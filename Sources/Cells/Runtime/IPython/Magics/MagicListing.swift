/// The commands for people to look through.
enum MagicListing {
  /// What the host of a prompt carries out itself.
  static let ofPrompt = [
    "edit": "Open $VISUAL or $EDITOR on cells or a file, and run what was saved.",
    "history": "Show the cells of this session; -g word those of all sessions with the word.",
    "save": "Write cells to a file: %save lesson.py 1-4 7.",
  ]

  static var lineNames: [String] { (Magics.lineNames + ofPrompt.keys).sorted() }

  /// `%lsmagic`, in IPython's layout.
  static var names: String {
    let lines = lineNames.map { "%" + $0 }.joined(separator: "  ")
    let cells = Magics.cellNames.sorted().map { "%%" + $0 }.joined(separator: "  ")
    return "Available line magics:\n\(lines)\n\nAvailable cell magics:\n\(cells)\n\n"
      + "Automagic is ON, % prefix IS NOT needed for line magics.\n"
  }

  /// A line for each: `%time, %%time  Time execution ...`.
  static var summaries: String {
    let own = Magics.all.map { name, function in
      let forms =
        switch function.reach {
        case .line: "%\(name)"
        case .cell: "%%\(name)"
        case .both: "%\(name), %%\(name)"
        }
      return (name, forms, function.summary)
    }
    let rows = (own + ofPrompt.map { ($0.key, "%\($0.key)", $0.value) }).sorted { $0.0 < $1.0 }
    let width = (rows.map { $0.1.utf8.count }.max() ?? 0) + 2
    return rows.map { _, forms, summary in
      forms + String(repeating: " ", count: width - forms.utf8.count) + summary + "\n"
    }.joined()
  }

  static func summary(of name: String) -> String? { Magics.all[name]?.summary ?? ofPrompt[name] }
}
