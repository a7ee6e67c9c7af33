import Cells

private let outputs: [CellOutput] = [
  .stdout("a\n```\n~~~\nb"), .value("\u{1B}[1m \\ "), .stdout("c\r\n"),
  .error(className: "E", message: "m", traceback: "T\n\u{1B}[0mE: m"),
]

/// Reads a `.cnb` file, writes it back, records outputs in it, and takes it to Jupyter's format and back.
func fuzzNotebook(_ input: [UInt8]) {
  let notebook: Notebook
  do throws(NotebookError) {
    notebook = try Notebook(input)
  } catch {
    promise(!error.message(file: "a.cnb").isEmpty, "an error says something")
    return
  }
  promise(notebook.source == input, "reading keeps every byte")
  let ids = notebook.cells.map(\.id)
  promise(Set(ids).count == ids.count, "no two cells have one id")

  var changed = notebook
  changed.writeMissingIDs()
  for cell in notebook.cells.prefix(3) { changed.record(RecordedOutput.record(outputs), for: cell.id) }
  let again = promised("what was recorded can be read") { try Notebook(changed.source) }
  promise(again.cells.map(\.id) == ids, "recording keeps ids")
  promise(again.cells.map(\.code) == notebook.cells.map(\.code), "recording keeps code")
  for cell in notebook.cells.dropFirst(3) {
    let recorded = again.cells.first { $0.id == cell.id }?.recorded
    promise(recorded == cell.recorded, "recording keeps other cells' outputs")
  }

  // A block that says what Jupyter's file was may be anything, and is read only here.
  guard let jupyter = try? JupyterNotebook(converting: notebook) else { return }
  let read = promised("what was converted can be read") { try JupyterNotebook(jupyter.source) }
  promise(promised("and converts back") { try Notebook(converting: read) }.source == input, "to Jupyter and back")
}

/// Reads an `.ipynb` file, writes it back, records outputs in it, and takes it to `.cnb` and back.
func fuzzJupyter(_ input: [UInt8]) {
  let notebook: JupyterNotebook
  do throws(NotebookError) {
    notebook = try JupyterNotebook(input)
  } catch {
    promise(!error.message(file: "a.ipynb").isEmpty, "an error says something")
    return
  }
  _ = notebook.parts
  let converted = promised("a notebook converts") { try Notebook(converting: notebook) }
  let again = promised("what was converted can be read") { try Notebook(converted.source) }
  promise(again.cells.map(\.id) == notebook.cells.map(\.id), "conversion keeps ids")
  let back = promised("and converts back") { try JupyterNotebook(converting: again) }
  guard notebook.major >= 4 else { return }
  promise(notebook.source == input, "reading keeps every byte")
  // Blanks between the values of its JSON need not come back, nor the spelling of its strings (docs/ipynb.md).
  let returned = promised("what converted back can be read") { try JupyterNotebook(back.source) }
  promise(sameValues(returned.root, notebook.root), "to .cnb and back")

  var changed = notebook
  changed.writeMissingIDs()
  for cell in notebook.cells.prefix(3) { changed.record(outputs, executionCount: 1, for: cell.id) }
  let recorded = promised("what was recorded can be read") { try JupyterNotebook(changed.source) }
  promise(recorded.cells.map(\.code) == notebook.cells.map(\.code), "recording keeps code")
}

/// Whether two JSON values hold the same: texts are compared as decoded, numbers as written.
private func sameValues(_ left: JSONValue, _ right: JSONValue) -> Bool {
  switch (left.content, right.content) {
  case (.null, .null): true
  case (.bool(let left), .bool(let right)): left == right
  case (.number(let left), .number(let right)): left == right
  case (.string(let left), .string(let right)): left.text == right.text
  case (.array(let left), .array(let right)): left.elementsEqual(right, by: sameValues)
  case (.object(let left), .object(let right)):
    left.elementsEqual(right) { $0.key.text == $1.key.text && sameValues($0.value, $1.value) }
  default: false
  }
}
