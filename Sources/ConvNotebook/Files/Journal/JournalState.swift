/// The source of a cell as it was typed so far, which the notebook does not have yet.
package struct JournalDraft: Equatable {
  package var cell: String
  package var text: String

  package init(cell: String, text: String) {
    self.cell = cell
    self.text = text
  }
}

/// What a journal knows at one moment: a notebook's text, what its file holds, and the cells that are being edited.
struct JournalState: Equatable {
  /// What the file holds; `nil` where there is none.
  var base: [UInt8]?
  var text: [UInt8] = []
  var drafts: [JournalDraft] = []
  /// Changes since the file was saved.
  var changeCount = 0
  /// In seconds since 1970.
  var lastTime = 0
  var lastLabel = ""

  /// Whether something would be lost with the journal.
  var isUnsaved: Bool { text != base ?? [] || !drafts.isEmpty }

  /// The records that lead from an earlier state to this one.
  func records(since earlier: JournalState) -> [JournalRecord] {
    var records: [JournalRecord] = []
    var text = earlier.text
    func change(to next: [UInt8]) {
      if next == text { return }
      records.append(
        .change(Splice(from: text, to: next), label: lastLabel, number: changeCount, time: lastTime))
      text = next
    }
    if let base, base != earlier.base {
      change(to: base)
      records.append(.saved)
    }
    change(to: self.text)
    for draft in earlier.drafts where !drafts.contains(where: { $0.cell == draft.cell }) {
      records.append(.draftEnd(cell: draft.cell))
    }
    for draft in drafts {
      let old = earlier.drafts.first { $0.cell == draft.cell }
      if old == draft { continue }
      let splice = Splice(from: Array((old?.text ?? "").utf8), to: Array(draft.text.utf8))
      records.append(.draft(cell: draft.cell, splice, time: lastTime))
    }
    return records
  }

  /// - Returns: whether the record fits this state.
  mutating func apply(_ record: JournalRecord) -> Bool {
    switch record {
    case .notebook: return true
    case .change(let splice, let label, let number, let time):
      (lastLabel, changeCount, lastTime) = (label, number, time)
      return splice.apply(to: &text)
    case .saved:
      base = text
      changeCount = 0
    case .draft(let cell, let splice, let time):
      lastTime = time
      let index = drafts.firstIndex { $0.cell == cell }
      var source = Array((index.map { drafts[$0].text } ?? "").utf8)
      guard splice.apply(to: &source) else { return false }
      setDraft(cell, String(decoding: source, as: UTF8.self))
    case .draftEnd(let cell):
      setDraft(cell, nil)
    }
    return true
  }

  mutating func setDraft(_ cell: String, _ text: String?) {
    guard let index = drafts.firstIndex(where: { $0.cell == cell }) else {
      if let text { drafts.append(JournalDraft(cell: cell, text: text)) }
      return
    }
    if let text { drafts[index].text = text } else { drafts.remove(at: index) }
  }
}
