import Cells
import Testing

@Suite("Damaged Jupyter notebooks")
struct JupyterErrorTests {
  @Test(
    "an error says which cell it is, and what was expected there",
    arguments: [
      ("[1]", "a.ipynb is not a notebook: line 1: this is JSON without an object, which every Jupyter notebook has"),
      (
        "{}",
        "a.ipynb is not a notebook: line 1: this is JSON without a member 'nbformat', which every Jupyter notebook has"
      ),
      ("{\"nbformat\":\n\"4\"}", "a.ipynb: line 2: 'nbformat' has to be a whole number, not a string"),
      (
        "{\"nbformat\": 2}",
        "a.ipynb: line 1: the notebook has nbformat 2, this program reads 3 and 4; open and save it with Jupyter first"
      ),
      (
        "{\"nbformat\": 5}",
        "a.ipynb: line 1: the notebook has nbformat 5, this program reads 3 and 4; use a newer cnb"
      ),
      ("{\"nbformat\": 4}", "a.ipynb: line 1: 'cells' has to be an array, not nothing"),
      ("{\"nbformat\": 4, \"cells\": {}}", "a.ipynb: line 1: 'cells' has to be an array, not an object"),
      ("{\"nbformat\": 4, \"cells\": [7]}", "a.ipynb: line 1: 'cells[0]' has to be an object, not a number"),
      (
        "{\"nbformat\": 4, \"metadata\": [], \"cells\": []}",
        "a.ipynb: line 1: 'metadata' has to be an object, not an array"
      ),
      ("{\"nbformat\": 3}", "a.ipynb: line 1: 'worksheets' has to be an array, not nothing"),
      (
        "{\"nbformat\": 4, \"cells\": [\n{\"cell_type\": \"code\", \"id\": \"x\"}]}",
        "a.ipynb: line 2: cell 1 (x): 'source' has to be a string or an array of strings, not nothing"
      ),
      (
        "{\"nbformat\": 4, \"cells\": [\n{\"cell_type\": \"chart\"}]}",
        "a.ipynb: line 2: cell 1: 'cell_type' has to be 'code', 'markdown' or 'raw', not a string"
      ),
      (
        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"raw\", \"source\": \"\"},\n{\"cell_type\": \"code\", \"source\": [1]}]}",
        "a.ipynb: line 2: cell 2: 'source' has to be a string or an array of strings, not an array"
      ),
    ])
  func structure(_ json: String, _ expected: String) { #expect(jupyterError(Array(json.utf8)) == expected) }

  @Test(
    "an error in an output says which",
    arguments: [
      ("[]", "'outputs[0]' has to be an object, not an array"),
      ("{}", "'outputs[0].output_type' has to be a string, not nothing"),
      (
        "{\"output_type\": \"stream\", \"name\": \"stdout\"}",
        "'outputs[0].text' has to be a string or an array of strings, not nothing"
      ),
      ("{\"output_type\": \"stream\", \"text\": \"\"}", "'outputs[0].name' has to be a string, not nothing"),
      ("{\"output_type\": \"execute_result\", \"data\": []}", "'outputs[0].data' has to be an object, not an array"),
      (
        "{\"output_type\": \"display_data\", \"data\": {\"text/plain\": {}}}",
        "'outputs[0].data.text/plain' has to be a string or an array of strings, not an object"
      ),
      (
        "{\"output_type\": \"error\", \"ename\": \"E\", \"evalue\": \"\", \"traceback\": [null]}",
        "'outputs[0].traceback' has to be an array of strings, not null"
      ),
    ])
  func outputs(_ output: String, _ expected: String) {
    let json = #"{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "outputs": [\#(output)]}]}"#
    #expect(jupyterError(Array(json.utf8)) == "a.ipynb: line 1: cell 1: \(expected)")
  }

  /// Of every kind of cell and output.
  private static let bytes = jupyterBytes(cells: [
    textCell("markdown", "# Text é\n", id: "m"),
    codeCell(
      "x", id: "a", count: 1,
      outputs: [
        stream("stdout", "a\u{1B}[1m\n"), result("1", count: 1),
        display([("image/png", .string("iVBORw0KGgo=")), ("text/plain", .string("<Figure>"))]),
        .object([
          ("ename", .string("E")), ("evalue", .string("m")), ("output_type", .string("error")),
          ("traceback", .array([.string("E: m")])),
        ]),
      ]),
  ])

  @Test("a file that is cut anywhere is an error that says so")
  func cuts() throws {
    let bytes = JupyterErrorTests.bytes
    #expect(jupyterError(bytes).isEmpty)
    for length in 0..<(bytes.count - 2) {
      let message = jupyterError(Array(bytes[..<length]))
      let isClear = message.contains("the file ends inside") || message.contains("not UTF-8") || length == 0
      #expect(isClear, "\(length): \(message)")
    }
  }

  @Test("a file with wrong bytes is a notebook or an error, and what is read is written back")
  func flips() throws {
    for seed in 1...4000 {
      var random = RandomSource(seed: seed)
      var bytes = JupyterErrorTests.bytes
      for _ in 0...random.below(3) {
        let index = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[index] = UInt8(random.below(256))
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(random.pick(Array("[]{},:\"\\0e".utf8)), at: index)
        default: bytes[index] ^= 1 << random.below(8)
        }
      }
      guard jupyterError(bytes).isEmpty else { continue }
      let notebook = try JupyterNotebook(bytes)
      #expect(notebook.major == 3 || notebook.source == bytes)
      _ = try? Notebook(converting: notebook)
    }
  }

  @Test("values of the wrong type anywhere are an error or do not matter")
  func wrongTypes() throws {
    let root = try JSONValue(reading: JupyterErrorTests.bytes)
    let wrong: [JSONValue] = [
      .null, .bool(true), .number(-1.5), .string("?"), .array([]), .object([]), .array([.null]),
    ]
    for value in wrong {
      for damaged in root.replacements(with: value) {
        let bytes = JSONLayout.line.bytes(of: damaged)
        guard jupyterError(bytes).isEmpty else { continue }
        var notebook = try JupyterNotebook(bytes)
        #expect(notebook.source == bytes)
        for id in notebook.cells.map(\.id) { notebook.record([.stdout("x")], executionCount: 1, for: id) }
        notebook.writeMissingIDs()
        #expect(jupyterError(notebook.source).isEmpty)
        _ = try? Notebook(converting: notebook)
      }
    }
  }
}

extension JSONValue {
  /// This value with one of the values in it, or itself, replaced: one for each.
  fileprivate func replacements(with value: JSONValue) -> [JSONValue] {
    var results = [value]
    switch content {
    case .array(let items):
      for (index, item) in items.enumerated() {
        results += item.replacements(with: value).map { replacement in
          var items = items
          items[index] = replacement
          return .array(items)
        }
      }
    case .object(let members):
      for (index, member) in members.enumerated() {
        results += member.value.replacements(with: value).map { replacement in
          var members = members
          members[index].value = replacement
          return JSONValue(.object(members))
        }
      }
    case .null, .bool, .number, .string: break
    }
    return results
  }
}
