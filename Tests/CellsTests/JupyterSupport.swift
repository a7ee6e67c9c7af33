import Cells

/// A Jupyter notebook of nbformat 4.5 as nbformat lays it out.
func jupyter(cells: [JSONValue], metadata: JSONValue = .object([]), minor: Int = 5) throws -> JupyterNotebook {
  try JupyterNotebook(jupyterBytes(cells: cells, metadata: metadata, minor: minor))
}

func jupyterBytes(
  cells: [JSONValue], metadata: JSONValue = .object([]), minor: Int = 5, layout: JSONLayout = .jupyter
) -> [UInt8] {
  let value = JSONValue.object([
    ("cells", .array(cells)), ("metadata", metadata), ("nbformat", .integer(4)), ("nbformat_minor", .integer(minor)),
  ])
  return layout.bytes(of: value) + [0x0A]
}

func codeCell(
  _ source: String, id: String? = nil, count: Int? = nil, outputs: [JSONValue] = [], metadata: JSONValue = .object([])
) -> JSONValue {
  var cell = JSONValue.object([
    ("cell_type", .string("code")), ("execution_count", count.map { .integer($0) } ?? .null), ("metadata", metadata),
    ("outputs", .array(outputs)), ("source", .array(jupyterLines(source))),
  ])
  if let id { cell.set("id", to: .string(id)) }
  return cell
}

func textCell(_ type: String, _ source: String, id: String? = nil) -> JSONValue {
  var cell = JSONValue.object([
    ("cell_type", .string(type)), ("metadata", .object([])), ("source", .array(jupyterLines(source))),
  ])
  if let id { cell.set("id", to: .string(id)) }
  return cell
}

func stream(_ name: String, _ text: String) -> JSONValue {
  .object([("name", .string(name)), ("output_type", .string("stream")), ("text", .array(jupyterLines(text)))])
}

func result(_ text: String, count: Int?) -> JSONValue {
  .object([
    ("data", .object([("text/plain", .array(jupyterLines(text)))])),
    ("execution_count", count.map { .integer($0) } ?? .null),
    ("metadata", .object([])), ("output_type", .string("execute_result")),
  ])
}

func display(_ data: [(String, JSONValue)]) -> JSONValue {
  .object([("data", .object(data)), ("metadata", .object([])), ("output_type", .string("display_data"))])
}

func jupyterLines(_ text: String) -> [JSONValue] {
  text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().reduce(into: [JSONValue]()) {
    lines, part in
    let isLast = part.offset == text.utf8.count { $0 == 0x0A }
    let line = String(Substring(part.element)) + (isLast ? "" : "\n")
    if !line.isEmpty { lines.append(.string(line)) }
  }
}

extension JupyterNotebook {
  var text: String { String(decoding: source, as: UTF8.self) }
}

/// The message for bytes that are no valid Jupyter notebook; empty if they are one.
func jupyterError(_ bytes: [UInt8]) -> String {
  do {
    _ = try JupyterNotebook(bytes)
    return ""
  } catch {
    return error.message(file: "a.ipynb")
  }
}
