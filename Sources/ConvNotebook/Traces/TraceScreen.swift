import Cells
import Prose

/// A trace that its reader steps through by key.
struct TraceScreen: ScreenContent {
  private var view: TraceView
  private var size: (columns: Int, rows: Int)
  /// Lines that are scrolled off the top.
  private var top = 0
  private var showsHelp = false
  /// The place that is being typed behind `g`.
  private var target: TypedLine?
  /// What was wrong with it.
  private var message: String?

  /// `nil` for a trace without steps.
  init?(_ text: TraceText) {
    guard let view = TraceView(text) else { return nil }
    self.view = view
    size = Terminal.size(.output)
  }

  // MARK: - Keys

  var delay: Int32? { view.walk.isPlaying && target == nil ? Int32(max(1000 / view.walk.speed, 1)) : nil }

  mutating func tick() { view.walk.tick() }

  mutating func resize(columns: Int, rows: Int) { (size, top) = ((columns, rows), 0) }

  mutating func perform(_ typed: inout [UInt8]) -> Bool {
    while let text = TypedKey.take(from: &typed) {
      if target != nil {
        addToTarget(text)
      } else if showsHelp {
        showsHelp = false
        top = 0
      } else if let key = TraceKey(text) {
        if key == .leave { return true }
        perform(key)
      }
    }
    return false
  }

  private mutating func perform(_ key: TraceKey) {
    message = nil
    switch key {
    case .next: step { $0.move(steps: 1) }
    case .previous: step { $0.move(steps: -1) }
    case .start: step { $0.goToStart() }
    case .end: step { $0.goToEnd() }
    case .windowBelow: step { $0.move(rows: 1) }
    case .windowAbove: step { $0.move(rows: -1) }
    case .windowRight: step { $0.move(columns: 1) }
    case .windowLeft: step { $0.move(columns: -1) }
    case .nextFilter: step { $0.move(channels: 1) }
    case .previousFilter: step { $0.move(channels: -1) }
    case .nextImage: step { $0.move(images: 1) }
    case .previousImage: step { $0.move(images: -1) }
    case .nextChannel: view.walk.moveChannel(by: 1)
    case .previousChannel: view.walk.moveChannel(by: -1)
    case .play: view.walk.togglePlaying()
    case .faster: view.walk.changeSpeed(faster: true)
    case .slower: view.walk.changeSpeed(faster: false)
    case .goTo:
      view.walk.stopPlaying()
      target = TypedLine()
    case .pin: view.walk.togglePin()
    case .moreDigits: view.walk.changeDigits(by: 1)
    case .fewerDigits: view.walk.changeDigits(by: -1)
    case .scrollDown: scroll(by: height - 1)
    case .scrollUp: scroll(by: 1 - height)
    case .help:
      view.walk.stopPlaying()
      showsHelp = true
      top = 0
    case .leave: break
    }
  }

  /// Who steps by hand does not want it to play on.
  private mutating func step(_ body: (inout TraceWalk) -> Void) {
    view.walk.stopPlaying()
    body(&view.walk)
  }

  private mutating func addToTarget(_ text: String) {
    guard var line = target else { return }
    switch line.add(text) {
    case .goesOn: target = line
    case .givenUp: target = nil
    case .complete(let text):
      target = nil
      message = view.walk.go(toNamed: text)
    }
  }

  private mutating func scroll(by count: Int) { top = max(0, min(top + count, lines.count - height)) }

  // MARK: - Painting

  /// Rows between the title and the last line.
  private var height: Int { max(1, size.rows - 2) }

  private var lines: [StyledLine] {
    showsHelp ? TraceKey.helpLines(columns: size.columns) : view.lines(columns: size.columns, rows: height)
  }

  func text(isColoured: Bool) -> String {
    let lines = lines
    let top = max(0, min(top, lines.count - height))
    let shown = lines.dropFirst(top).prefix(height)
    var output = "\u{1B}[H\(view.title(columns: size.columns).terminalText(isColoured: isColoured))\u{1B}[K\r\n"
    for line in shown { output += line.cut(to: size.columns).terminalText(isColoured: isColoured) + "\u{1B}[K\r\n" }
    for _ in shown.count..<height { output += "\u{1B}[K\r\n" }
    let status = StyledLine(status(rest: lines.count - top - shown.count)).cut(to: max(1, size.columns - 1)).text
    return output + (isColoured ? "\u{1B}[7m\(status)\u{1B}[0m" : status) + "\u{1B}[K"
  }

  /// - Parameter rest: lines below those that are shown.
  private func status(rest: Int) -> String {
    if let target { return "go to i,h,w,c: \(target.text)" }
    if let message { return message }
    if showsHelp { return "any key: back" }
    let more = rest > 0 ? "PageDown: \(rest) more  " : ""
    let candidates = [
      "Left Right: step  Up Down w: window  f: filter  Tab: channel  Space: play  g p  ?: help  q: leave",
      "Left Right: step  Up Down: window  Space: play  ?: help  q: leave", "Left Right: step  ?: help  q: leave",
      "?: help  q: leave", "q: leave",
    ]
    return more + (candidates.first { more.utf8.count + $0.utf8.count < size.columns } ?? "q: leave")
  }
}
