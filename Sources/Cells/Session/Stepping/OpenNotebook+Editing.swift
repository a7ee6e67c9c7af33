extension OpenNotebook {
  /// Replaces the text of the current part: a cell's code, or prose.
  package func setText(_ text: String) throws(SteppingError) {
    guard let part else { throw .noCells }
    let position = position
    if let cell = part.cell {
      try edit("edit \(cell.id)") { notebook throws(EditError) in try notebook.setCode(text, part: position) }
    } else {
      try edit("edit prose") { notebook throws(EditError) in try notebook.setProse(text, part: position) }
    }
  }

  /// Adds a cell beside the current part and goes there. - Returns: its id.
  @discardableResult
  package func insertCell(_ code: String, _ placement: Notebook.Placement) throws(SteppingError) -> String {
    var new = (part: 0, id: "")
    let index = part == nil ? nil : position
    let taken = history.cells
    try edit("new cell") { notebook throws(EditError) in
      new = try notebook.insertCell(code, placement, part: index, avoiding: taken)
    }
    position = new.part
    return new.id
  }

  /// Adds prose beside the current part and goes there.
  package func insertProse(_ text: String, _ placement: Notebook.Placement) throws(SteppingError) {
    var new = 0
    let index = part == nil ? nil : position
    try edit("new prose") { notebook throws(EditError) in
      new = try notebook.insertProse(text, placement, part: index)
    }
    position = new
  }

  package func delete() throws(SteppingError) {
    guard let part else { throw .noCells }
    let position = position
    try edit("delete \(part.cell?.id ?? "prose")") { notebook throws(EditError) in
      try notebook.delete(part: position)
    }
  }

  package func move(_ direction: Notebook.Placement) throws(SteppingError) {
    guard let part else { throw .noCells }
    var new = position
    let position = position
    try edit("move \(part.cell?.id ?? "prose")") { notebook throws(EditError) in
      new = try notebook.move(part: position, direction)
    }
    // Prose that came to stand beside prose is one part with it.
    self.position = part.cell.flatMap { partIndex(of: $0.id) } ?? max(0, min(new, parts.count - 1))
  }

  /// Makes two parts of the current one; the second begins at the line. The place stays at the first.
  package func split(atLine line: Int) throws(SteppingError) {
    guard let part else { throw .noCells }
    let position = position
    let taken = history.cells
    try edit("split \(part.cell?.id ?? "prose")") { notebook throws(EditError) in
      try notebook.split(part: position, line: line, avoiding: taken)
    }
  }

  /// Makes one part of the current one and the next.
  package func merge() throws(SteppingError) {
    guard let part else { throw .noCells }
    let position = position
    try edit("merge \(part.cell?.id ?? "prose")") { notebook throws(EditError) in
      try notebook.merge(part: position)
    }
  }

  /// Removes the recorded outputs of the current cell.
  package func clearOutput() throws(SteppingError) {
    let id = try currentCell.id
    try edit("clear \(id)") { $0.record([], for: id) }
    runs[id] = nil
  }

  package func clearAllOutputs() throws(SteppingError) {
    guard !cells.isEmpty else { throw .noCells }
    let ids = cells.map(\.id)
    try edit("clear all") { notebook in
      for id in ids { notebook.record([], for: id) }
    }
    runs = [:]
  }

  private func edit(_ name: String, _ change: (inout Notebook) throws(EditError) -> Void) throws(SteppingError) {
    var edited = notebook
    do {
      try change(&edited)
    } catch {
      throw .edit(error)
    }
    guard edited.source != notebook.source else { return }
    done.append(Version(name: name, notebook: notebook, position: position))
    undone = []
    notebook = edited
    position = max(0, min(position, parts.count - 1))
    changed(name)
  }

  // MARK: - Undo

  /// Takes back the last edit. - Returns: which it was. Runs are no edits: what cells gave stays recorded where their
  /// code is still the one that ran.
  @discardableResult
  package func undo() throws(SteppingError) -> String {
    guard let version = done.popLast() else { throw .nothingToUndo }
    undone.append(Version(name: version.name, notebook: notebook, position: position))
    restore(version)
    changed("undo \(version.name)")
    return version.name
  }

  @discardableResult
  package func redo() throws(SteppingError) -> String {
    guard let version = undone.popLast() else { throw .nothingToRedo }
    done.append(Version(name: version.name, notebook: notebook, position: position))
    restore(version)
    changed("redo \(version.name)")
    return version.name
  }

  private func restore(_ version: Version) {
    notebook = version.notebook
    position = max(0, min(version.position, parts.count - 1))
    for cell in notebook.cells {
      if let run = runs[cell.id], run.code == cell.code { record(run) }
    }
  }
}
