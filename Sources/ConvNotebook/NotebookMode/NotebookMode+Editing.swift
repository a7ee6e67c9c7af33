import Cells

extension NotebookMode {
  /// An edit that needs nothing more; shows where it leads.
  func change(_ body: () throws(SteppingError) -> Void) throws(CommandFailure) {
    try tellingStale { () throws(CommandFailure) in
      try carryOut(body)
      showCurrent()
    }
  }

  func change(undoing words: String, _ body: () throws(SteppingError) -> String) throws(CommandFailure) {
    try tellingStale { () throws(CommandFailure) in
      let name = try carryOut(body)
      showCurrent()
      tell("\(words): \(name)")
    }
  }

  func split(_ argument: String) throws(CommandFailure) {
    guard let line = Int(argument) else {
      throw CommandFailure("'\(argument.visible)' is no line; the cell shows its numbers, as in 'split 4'")
    }
    try tellingStale { () throws(CommandFailure) in
      try carryOut { () throws(SteppingError) in try notebook.split(atLine: line) }
      showCurrent()
      if notebook.parts.indices.contains(notebook.position + 1) {
        StandardStreams.write("\n")
        screen.write(screen.lines(of: notebook.position + 1, screen.options()))
      }
    }
  }

  func edit(isExternal: Bool) throws(CommandFailure) -> Outcome {
    guard let part = notebook.part else { throw CommandFailure(SteppingError.noCells.message) }
    let text = part.text.withoutFinalNewline
    let isCode = part.cell != nil
    let needsEditor = isExternal || !input.editsInPlace && ExternalEditor.isNamed || !isCode && text.contains("\n")
    var edited = NotebookInput.Edited.givenUp
    if needsEditor {
      let new = try ExternalEditor.edit(text + "\n", file: nil, ending: isCode ? ".py" : ".md")
      if let new { edited = .text(new.withoutTrailingBlanks) }
    } else if let cell = part.cell {
      edited = input.editCode(text, screen.editingPrompt(), name: cell.id)
    } else {
      edited = input.editLine(text, screen.editingPrompt(), name: "prose")
    }
    return try take(edited) { text throws(CommandFailure) in
      guard text != part.text.withoutTrailingBlanks else { return tell("unchanged") }
      try change { () throws(SteppingError) in try notebook.setText(text) }
    }
  }

  func addCell(_ code: String, _ placement: Notebook.Placement) throws(CommandFailure) -> Outcome {
    let edited =
      code.isEmpty && isTyped ? input.editCode("", screen.editingPrompt(), name: "new cell") : .text(code)
    return try take(edited) { code throws(CommandFailure) in
      try change { () throws(SteppingError) in try notebook.insertCell(code, placement) }
    }
  }

  func addProse(_ text: String, _ placement: Notebook.Placement) throws(CommandFailure) -> Outcome {
    let edited = text.isEmpty && isTyped ? input.editLine("", screen.editingPrompt(), name: "new prose") : .text(text)
    return try take(edited) { text throws(CommandFailure) in
      guard !text.isEmpty else { return tell("nothing added") }
      try change { () throws(SteppingError) in try notebook.insertProse(text, placement) }
    }
  }

  /// What an editor gave back becomes part of the notebook, or is forgotten.
  private func take(
    _ edited: NotebookInput.Edited, _ body: (String) throws(CommandFailure) -> Void
  ) throws(CommandFailure) -> Outcome {
    defer {
      if let name = input.draftName { warn(file.journal.draft(name, nil)) }
      input.endDraft()
    }
    switch edited {
    case .text(let text): try body(text)
    case .givenUp: tell("unchanged")
    case .signal(let signal):
      // The next start offers what was being typed.
      input.endDraft()
      return .leaves(128 + signal)
    }
    return .goesOn
  }
}
