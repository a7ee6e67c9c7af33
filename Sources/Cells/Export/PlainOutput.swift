extension String {
  /// As a terminal leaves it: what a carriage return goes back over, as progress bars do, is written over.
  package var withoutOverwrittenText: String {
    guard utf8.contains(0x0D) else { return self }
    let lines = withUnixLineEnds.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.map { line in
      String(Substring(line.split(separator: 0x0D).last ?? line[line.endIndex...]))
    }.joined(separator: "\n")
  }

  /// For text files: without colours, control characters as their escapes.
  package var plainOutput: String {
    let text = withoutColours.withoutOverwrittenText
    guard text.needsEscapes else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).visible }.joined(separator: "\t")
    }.joined(separator: "\n")
  }
}
