import Cells

/// The results of several runs, put together.
struct MergedResults {
  private(set) var lines: [ResultLine] = []
  private var parts: [(path: String, start: ResultStart, found: Int)] = []
  private let key: Key

  /// - Throws: a failure where the parts do not belong together.
  init(_ key: Key, _ paths: [String], digest: String) throws(CommandFailure) {
    self.key = key
    for path in paths {
      let file = isFolder(path) ? "\(path)/\(ResultsFile.name)" : path
      let (lines, _, start) = try ResultsFile.lines(of: file, key: digest)
      guard let start else { throw CommandFailure("\(file): there are no results in it") }
      if let first = parts.first, first.start.seed != start.seed {
        throw CommandFailure(
          "\(file) was made with --seed \(start.seed), and \(first.path) with --seed \(first.start.seed): students were "
            + "asked different things; grade all parts with one seed")
      }
      parts.append((file, start, GradeReport(key, lines).submissions.count))
      self.lines += lines
    }
  }

  /// What is not there, a line each.
  var gaps: [String] {
    var gaps: [String] = []
    for part in parts where part.found < part.start.count {
      gaps.append("\(part.path) holds \(part.found) of \(part.start.count) submissions; --resume grades the rest")
    }
    let shards = parts.map { $0.start.shard.split(separator: "/").compactMap { Int($0) } }.filter { $0.count == 2 }
    for count in Set(shards.map { $0[1] }).sorted() {
      let there = Set(shards.filter { $0[1] == count }.map { $0[0] })
      for index in 1...max(count, 1) where !there.contains(index) { gaps.append("part \(index)/\(count) is missing") }
    }
    return gaps
  }
}
