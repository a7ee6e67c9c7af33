/// Up and down through the history: the cells that begin like what was typed.
struct HistoryBrowser {
  /// The entry that is shown; `nil` for what is being typed.
  private var index: Int?
  private var draft = ""
  private var prefix = ""
  private var shown = ""

  /// - Parameters:
  ///   - text: what is on the screen now; where it is not what was recalled, browsing begins anew.
  ///   - prefix: the part of it in front of the cursor.
  mutating func previous(in entries: [String], text: String, prefix: String) -> String? {
    if index == nil || text != shown {
      index = nil
      draft = text
      self.prefix = prefix
    }
    let found = entries[..<(index ?? entries.count)].lastIndex { $0.hasPrefix(self.prefix) && $0 != text }
    return found.map { show($0, entries) }
  }

  mutating func next(in entries: [String], text: String) -> String? {
    guard let index, text == shown else { return nil }
    if let found = entries[(index + 1)...].firstIndex(where: { $0.hasPrefix(prefix) && $0 != text }) {
      return show(found, entries)
    }
    self.index = nil
    return draft
  }

  private mutating func show(_ found: Int, _ entries: [String]) -> String {
    index = found
    shown = entries[found]
    return shown
  }
}
