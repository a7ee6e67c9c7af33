/// Which of a submission's cells stands for which exercise.
///
/// A function belongs to the last cell that defines it, whatever the cell is called and wherever it stands: that is the
/// definition that holds once all cells have run, as in Jupyter. What no cell defines is missing. An exercise without
/// functions belongs to the last cell with its id, or else to the last with its `exercise=`.
package struct ExerciseMapping: Sendable {
  /// For each exercise the indices of its cells in the submission; empty where it is missing.
  package private(set) var cells: [String: [Int]] = [:]
  /// The functions that no cell defines, by exercise.
  package private(set) var missing: [String: [String]] = [:]

  package init(_ submission: Submission, _ key: Key) {
    var definitions: [String: Int] = [:]
    for (index, cell) in submission.cells.enumerated() {
      for name in DefinedNames(cell.code).functions { definitions[name] = index }
    }
    for exercise in key.exercises {
      if exercise.defines.isEmpty {
        let index =
          submission.cells.lastIndex { $0.id == exercise.cell }
          ?? submission.cells.lastIndex { $0.exercise == exercise.id }
        cells[exercise.id] = index.map { [$0] } ?? []
      } else {
        cells[exercise.id] = Set(exercise.defines.compactMap { definitions[$0] }).sorted()
        let names = exercise.defines.filter { definitions[$0] == nil }
        if !names.isEmpty { missing[exercise.id] = names }
      }
    }
  }
}
