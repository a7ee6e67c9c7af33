extension InteractiveSession {
  func perform(_ command: PromptCommand) {
    do throws(CommandFailure) {
      switch command.name {
      case .history, .hist: try showHistory(command)
      case .save: try save(command)
      case .edit, .ed: try edit(command)
      case .reset: resetIfConfirmed(command)
      }
    } catch {
      StandardStreams.writeForeignError("UsageError: \(error.message)\n")
    }
  }

  /// `%history [-n] [1-4 7]`, `%history -g word`: the cells of this session, or those of all sessions with the word.
  private func showHistory(_ command: PromptCommand) throws(CommandFailure) {
    if command.has("g") {
      let word = command.arguments.joined(separator: " ")
      for (index, cell) in history.entries.enumerated() where word.isEmpty || cell.contains(word) {
        StandardStreams.writeForeign(numbered(cell, index + 1))
      }
      return
    }
    for cell in try cells(command.arguments) {
      StandardStreams.writeForeign(command.has("n") ? numbered(cell.code, cell.number) : cell.code + "\n")
    }
  }

  private func numbered(_ code: String, _ number: Int) -> String {
    let label = String(repeating: " ", count: max(0, 4 - String(number).utf8.count)) + "\(number):"
    return label + (code.utf8.contains(0x0A) ? "\n" : " ") + code + "\n"
  }

  /// `%save lesson.py 1-4 7`
  private func save(_ command: PromptCommand) throws(CommandFailure) {
    guard let name = command.arguments.first else {
      throw CommandFailure("%save needs a file's name, then the cells: %save lesson.py 1-4 7")
    }
    let path = name.hasSuffix(".py") || name.hasSuffix(".ipy") ? name : name + ".py"
    let code = try cells(Array(command.arguments.dropFirst())).map { $0.code + "\n" }.joined()
    if !command.has("f"), (try? readFile(path)) != nil {
      let answer = input.readLine("File `\(path)` exists. Overwrite (y/[N])? ", answerAtEnd: "n") ?? "n"
      guard answer.lowercased().hasPrefix("y") else {
        StandardStreams.write("Operation cancelled.\n")
        return
      }
    }
    try writeFile(Array("# coding: utf-8\n\(code)".utf8), to: path)
    StandardStreams.writeForeign("The following commands were written to file `\(path)`:\n\(code)")
  }

  /// `%edit`, `%edit 1-4`, `%edit file.py`: opens an editor, and runs what was saved in it.
  private func edit(_ command: PromptCommand) throws(CommandFailure) {
    let names = command.arguments
    let isFile = names.count == 1 && CellNumbers(names) == nil
    let code = isFile || names.isEmpty ? "" : try cells(names).map { $0.code + "\n" }.joined()
    guard let edited = try ExternalEditor.edit(code, file: isFile ? names.first : nil) else { return }
    let cell = edited.withoutTrailingBlanks
    if command.has("x") || cell.isEmpty { return }
    StandardStreams.write("Editing... done. Executing edited code...\n")
    history.append(cell)
    runCell(cell)
  }

  private func resetIfConfirmed(_ command: PromptCommand) {
    if !command.has("f") {
      let answer =
        input.readLine("Once deleted, variables cannot be recovered. Proceed (y/[n])? ", answerAtEnd: "n") ?? "n"
      guard answer.lowercased().hasPrefix("y") else {
        StandardStreams.write("Nothing done.\n")
        return
      }
    }
    runCell(command.code)
  }

  /// The cells with the numbers; all where none are given.
  private func cells(_ words: [String]) throws(CommandFailure) -> [(number: Int, code: String)] {
    if words.isEmpty { return cells }
    guard let numbers = CellNumbers(words) else {
      throw CommandFailure("cells are given by number, as in 1-4 7; not '\(words.joined(separator: " "))'")
    }
    return numbers.ranges.flatMap { range in cells.filter { range.contains($0.number) } }
  }
}

/// `1-4 7`
private struct CellNumbers {
  var ranges: [ClosedRange<Int>] = []

  init?(_ words: [String]) {
    for word in words {
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else {
        return nil
      }
      ranges.append(first...last)
    }
  }
}
