/// HTML as elements that nest, whatever order its tags have: what is left open is closed, tags that close nothing are
/// gone, and tags that say something without being there (`</li>`, `<tr>`) are put in.
package struct HTMLEvents {
  package enum Event {
    case start(HTMLReader.Tag)
    case end(String)
    /// An element that has no contents.
    case empty(HTMLReader.Tag)
    /// As written, character references included.
    case text(String)
    /// A tag that is none, as written.
    case unknownTag(String)
  }

  /// Deeper elements are left out; their contents stay.
  private static let depthLimit = 200

  private var reader: HTMLReader
  private var open: [String] = []
  private var pending: [Event] = []

  package init(_ html: String) { reader = HTMLReader(html) }

  package mutating func next() -> Event? {
    while pending.isEmpty {
      guard let token = reader.next() else {
        guard !open.isEmpty else { return nil }
        close(downTo: 0)
        break
      }
      switch token {
      case .text(let text): if !text.isEmpty { pending.append(.text(text)) }
      case .tag(let tag): add(tag)
      }
    }
    return pending.removeFirst()
  }

  private mutating func add(_ tag: HTMLReader.Tag) {
    guard HTMLElements.isKnown(tag.name) else {
      pending.append(.unknownTag(tag.source))
      return
    }
    if tag.isEnd {
      if let index = openIndex(endedBy: tag.name) { close(downTo: index) }
      return
    }
    makeRoom(for: tag.name)
    if Self.tableParts[tag.name] != nil, !open.contains("table") { return }
    if HTMLElements.empty.contains(tag.name) {
      pending.append(.empty(tag))
    } else if open.count < Self.depthLimit {
      pending.append(.start(tag))
      open.append(tag.name)
    }
  }

  /// Where tags end their search for the element that they close.
  private static let scopes: Set = ["table", "td", "th", "caption"]

  private func openIndex(endedBy name: String) -> Int? {
    let isTablePart = Self.tableParts[name] != nil || name == "table"
    for index in open.indices.reversed() {
      if open[index] == name { return index }
      if isTablePart ? open[index] == "table" : Self.scopes.contains(open[index]) { return nil }
    }
    return nil
  }

  /// What a new part of a table ends.
  private static let tableParts: [String: Set<String>] = {
    let groups: Set = ["caption", "colgroup", "thead", "tbody", "tfoot"]
    let cells: Set = ["td", "th"]
    var parts: [String: Set<String>] = ["tr": cells.union(["tr", "caption", "colgroup"])]
    for name in groups { parts[name] = groups.union(cells).union(["tr"]) }
    for name in cells { parts[name] = cells.union(["caption", "colgroup"]) }
    parts["col"] = []
    return parts
  }()

  /// Elements that end their like, up to what holds them.
  private static let siblings: [String: (ended: Set<String>, barrier: Set<String>)] = [
    "li": (["li"], ["ol", "ul"]), "dt": (["dt", "dd"], ["dl"]), "dd": (["dt", "dd"], ["dl"]), "a": (["a"], []),
  ]

  /// Closes what an opening tag closes without saying so, and opens what it takes for granted.
  private mutating func makeRoom(for name: String) {
    if let ended = Self.tableParts[name] {
      guard let table = open.lastIndex(of: "table") else { return }
      if let index = open[table...].firstIndex(where: { ended.contains($0) }) { close(downTo: index) }
      if name == "td" || name == "th", !open[table...].contains("tr") {
        pending.append(.start(HTMLReader.Tag(name: "tr", isEnd: false, attributes: [], source: "<tr>")))
        open.append("tr")
      }
      return
    }
    if let (ended, barrier) = Self.siblings[name] { closeNearest(ended, within: barrier) }
    if HTMLElements.block.contains(name) { closeNearest(["p"], within: []) }
  }

  private mutating func closeNearest(_ names: Set<String>, within barrier: Set<String>) {
    for index in open.indices.reversed() {
      if names.contains(open[index]) { return close(downTo: index) }
      if barrier.contains(open[index]) || Self.scopes.contains(open[index]) { return }
    }
  }

  private mutating func close(downTo count: Int) {
    while open.count > count, let name = open.popLast() { pending.append(.end(name)) }
  }
}
