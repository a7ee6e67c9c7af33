/// The cells that were run: `In`, `_ih`, `_i`, `_ii`, `_iii` and `_i3`.
final class InputHistory {
  private let namespace: Namespace
  /// As IPython turned them into Python, from index 1 on.
  private let inputs = ListObject([Value("")])
  private var latest: [String] = ["", "", "", ""]

  init(_ namespace: Namespace) { self.namespace = namespace }

  /// Makes the names known; `_i` and its kin come with the next cell.
  func install() {
    for name in ["In", "_ih"] { namespace[name] = .object(inputs) }
  }

  func add(raw: String, transformed: String, count: Int) {
    let raw = raw.withoutLineEnds
    if ["exit", "quit", "exit()", "quit()"].contains(raw.trimmed) { return }
    inputs.elements.append(Value(transformed.withoutLineEnds))
    latest = [raw] + latest.prefix(3)
    showLatest()
    namespace["_i\(count)"] = Value(raw)
  }

  /// `%reset -f in`
  func clear(upTo count: Int) {
    for number in 0...count { namespace["_i\(number)"] = nil }
    inputs.elements = Array(repeating: Value(""), count: count + 1)
    latest = ["", "", "", ""]
    showLatest()
  }

  private func showLatest() {
    for (name, text) in zip(["_i", "_ii", "_iii"], latest.dropFirst()) { namespace[name] = Value(text) }
  }
}

extension String {
  fileprivate var withoutLineEnds: String {
    var text = self[...]
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
