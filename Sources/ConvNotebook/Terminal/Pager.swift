import Prose

/// Shows lines page by page.
struct Pager: ScreenContent {
  private let makeLines: (_ columns: Int) -> [StyledLine]
  private var view: PagerView
  /// What is being typed behind `/`.
  private var pattern: TypedLine?

  /// - Parameter lines: for a terminal's columns.
  init(lines: @escaping (_ columns: Int) -> [StyledLine]) {
    makeLines = lines
    let size = Terminal.size(.output)
    view = PagerView(lines(size.columns), columns: size.columns, rows: size.rows)
  }

  func text(isColoured: Bool) -> String { view.text(isColoured: isColoured) }

  mutating func resize(columns: Int, rows: Int) {
    view.resize(makeLines(columns), columns: columns, rows: rows)
  }

  mutating func perform(_ typed: inout [UInt8]) -> Bool {
    while !typed.isEmpty {
      if pattern != nil {
        guard let character = TypedKey.take(from: &typed) else { return false }
        addToPattern(character)
      } else {
        guard let key = PagerKey.take(from: &typed) else { return false }
        if key == .leave { return true }
        view.perform(key)
        if key == .search { setPattern(TypedLine()) }
      }
    }
    return false
  }

  private mutating func addToPattern(_ character: String) {
    guard var line = pattern else { return }
    switch line.add(character) {
    case .goesOn: setPattern(line)
    case .givenUp: setPattern(nil)
    case .complete(let text):
      setPattern(nil)
      view.search(text)
    }
  }

  private mutating func setPattern(_ line: TypedLine?) {
    pattern = line
    view.message = line.map { "/\($0.text)" }
  }
}
