/// Why no student's version and key can be made of an instructor's notebook, as facts. `line` counts from 1.
package struct AssignmentError: Error, Sendable, Equatable {
  package enum Problem: Sendable, Equatable {
    case neverEnded(String)
    case neverBegun(String)
    case nested(String, in: String)
    case noExercises
    case noSolution(exercise: String)
    case repeatedExercise(String)
    case unknownExercise(String, in: String)
    case noExerciseAbove
    case badAttribute(BadSetting)
    case badCode(cell: String, problem: String)
    case noChecks(exercise: String)
    case notShown(String, exercise: String)
  }

  package let problem: Problem
  package let line: Int

  init(_ problem: Problem, line: Int) {
    self.problem = problem
    self.line = line
  }

  /// One line for people: the file, the line, what is wrong and what to do.
  package func message(file: String) -> String { "\(file): line \(line): \(text)" }

  package var text: String {
    switch problem {
    case .neverEnded(let kind): "'### BEGIN \(kind)' has no '### END \(kind)' in its cell; add it"
    case .neverBegun(let kind): "'### END \(kind)' has no '### BEGIN \(kind)' above it in its cell; add or remove it"
    case .nested(let kind, let outer): "'### BEGIN \(kind)' stands inside '### BEGIN \(outer)'; end the outer one first"
    case .noExercises:
      "the notebook has no exercises; mark a cell as in 'python cell=pad exercise=zero_pad points=5' and put its "
        + "solution between '### BEGIN SOLUTION' and '### END SOLUTION'"
    case .noSolution(let id):
      "exercise \(id) has no solution; put it between '### BEGIN SOLUTION' and '### END SOLUTION'"
    case .repeatedExercise(let id): "there are two exercises '\(id.visible)'; rename one"
    case .unknownExercise(let id, let key): "\(key)= names '\(id.visible)', which is no exercise above this cell"
    case .noExerciseAbove: "hidden tests belong to the exercise above them, and there is none; say which with tests="
    case .badAttribute(let setting): setting.message
    case .badCode(let cell, let problem): "cell \(cell) cannot be compiled: \(problem.visible)"
    case .noChecks(let id):
      "nothing checks exercise \(id): define a reference layer in it, or add a cell with tests=\(id), hidden tests, "
        + "value= or a recorded output"
    case .notShown(let expression, let id):
      "value='\(expression.visible)' of exercise \(id) gives nothing to compare once the notebook has run"
    }
  }
}
