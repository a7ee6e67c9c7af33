/// A student's notebook and a key, made of an instructor's notebook.
package struct Assignment: Sendable {
  package struct Options: Sendable {
    /// Files that the key grants, by name, with what stands in them.
    package var files: [String: [UInt8]] = [:]
    /// What stands in for a solution, line by line.
    package var stub = ["# YOUR CODE HERE", "raise NotImplementedError()"]
    /// Whether the student's notebook keeps what the cells of tests printed. Outputs of exercises are never kept.
    package var keepsOutputs = true

    package init() {}
  }

  package private(set) var student: Notebook
  package private(set) var key: Key
  /// The values of `value=` that the key still lacks: the exercise, and the line of its cell.
  package private(set) var openValues: [(exercise: String, line: Int)] = []

  private let options: Options

  package init(_ instructor: Notebook, options: Options = Options()) throws(AssignmentError) {
    self.options = options
    var instructor = instructor
    instructor.writeMissingIDs()
    student = instructor
    let style = PrintStyleDecision(instructor.printStyle, for: instructor.cells)
    key = Key(title: instructor.frontMatter.title, printStyle: style.style, files: options.files.keys.sorted())
    key.fileContents = options.files
    for cell in instructor.cells { try add(cell) }
    try takeMistakes()
    guard !key.exercises.isEmpty else { throw AssignmentError(.noExercises, line: 1) }
    for exercise in key.exercises where exercise.checks.isEmpty {
      let line = instructor.cells.first { $0.id == exercise.cell }?.line ?? 1
      throw AssignmentError(.noChecks(exercise: exercise.id), line: line)
    }
  }

  /// Fills in an expected value: an expression of the cell language.
  package mutating func setValue(of exercise: String, _ expression: String) {
    openValues.removeAll { $0.exercise == exercise }
    guard let index = key.exercises.firstIndex(where: { $0.id == exercise }) else { return }
    for check in key.exercises[index].checks.indices {
      if case .value(let text, expected: "") = key.exercises[index].checks[check].kind {
        key.exercises[index].checks[check].kind = .value(text, expected: expression)
      }
    }
  }

  package func unshown(_ expression: String, _ value: (exercise: String, line: Int)) -> AssignmentError {
    AssignmentError(.notShown(expression, exercise: value.exercise), line: value.line)
  }

  private mutating func add(_ cell: Cell) throws(AssignmentError) {
    let attributes = try CellAttributes(cell)
    let marks: SolutionMarks
    do throws(SolutionMarks.Problem) {
      marks = try SolutionMarks(cell.code, stub: options.stub)
    } catch {
      let problem: AssignmentError.Problem =
        switch error.kind {
        case .neverEnded(let kind): .neverEnded(kind.rawValue)
        case .neverBegun(let kind): .neverBegun(kind.rawValue)
        case .nested(let kind, let outer): .nested(kind.rawValue, in: outer.rawValue)
        }
      throw AssignmentError(problem, line: cell.line + 1 + error.line)
    }
    if attributes.isSetup { key.setup.append(marks.solved) }
    if let id = attributes.exercise {
      try addExercise(id, cell, attributes, marks)
    } else if attributes.tests != nil || marks.hasHiddenTests {
      try addTests(cell, attributes, marks)
    }
    strip(cell, attributes, marks)
  }

  private mutating func strip(_ cell: Cell, _ attributes: CellAttributes, _ marks: SolutionMarks) {
    let isEmpty = marks.stripped.split(separator: "\n").allSatisfy { $0.trimmingBlanks.isEmpty }
    if isEmpty, marks.hasHiddenTests || marks.hasSolution { return student.removeCell(cell.id) }
    student.replaceCode(of: cell.id, with: marks.stripped)
    student.removeWords(CellAttributes.instructorsOnly, of: cell.id)
    if attributes.exercise != nil || marks.hasSolution || !options.keepsOutputs { student.record([], for: cell.id) }
  }

  private mutating func addExercise(
    _ id: String, _ cell: Cell, _ attributes: CellAttributes, _ marks: SolutionMarks
  ) throws(AssignmentError) {
    if key[id] != nil { throw AssignmentError(.repeatedExercise(id), line: cell.line) }
    guard marks.hasSolution else { throw AssignmentError(.noSolution(exercise: id), line: cell.line) }
    for other in attributes.after where key[other] == nil {
      throw AssignmentError(.unknownExercise(other, in: "after"), line: cell.line)
    }
    let names = DefinedNames(marks.solved)
    if let problem = names.problem { throw AssignmentError(.badCode(cell: cell.id, problem: problem), line: cell.line) }
    var exercise = Exercise(
      id: id, points: attributes.points, cell: cell.id, defines: names.functions.uniqued, after: attributes.after,
      credit: attributes.credit, feedback: attributes.feedback, solution: marks.solved)
    let outputs = cell.recorded.filter { $0.kind == .output || $0.kind == .value }
    if !outputs.isEmpty, !marks.hasHiddenTests {
      exercise.checks.append(
        Check(id: "output", tolerance: attributes.tolerance, .output(expected: outputs, cell.comparison)))
    }
    if let value = attributes.value {
      exercise.checks.append(Check(id: "value", tolerance: attributes.tolerance, .value(value, expected: "")))
      openValues.append((id, cell.line))
    }
    for name in exercise.defines {
      let reference = attributes.reference ?? name
      guard let layer = LayerDraw(function: reference), name == reference else { continue }
      if let problem = layer.problem(with: attributes.ranges) {
        throw AssignmentError(
          .badAttribute(BadSetting(key: problem.name, value: problem.value, allowed: problem.allowed)), line: cell.line)
      }
      var calls = FreshCalls(name, ranges: attributes.ranges)
      if let draws = attributes.draws { calls.draws = draws }
      if let properties = attributes.properties { calls.properties = properties }
      exercise.checks.append(Check(id: "fresh", tolerance: attributes.tolerance, .reference(calls)))
    }
    key.exercises.append(exercise)
    if marks.hasHiddenTests { try addHidden(marks.hiddenTests, to: key.exercises.count - 1, cell) }
  }

  private mutating func addTests(
    _ cell: Cell, _ attributes: CellAttributes, _ marks: SolutionMarks
  ) throws(AssignmentError) {
    let index: Int
    if let id = attributes.tests {
      guard let named = key.exercises.firstIndex(where: { $0.id == id }) else {
        throw AssignmentError(.unknownExercise(id, in: "tests"), line: cell.line)
      }
      index = named
    } else {
      guard !key.exercises.isEmpty else { throw AssignmentError(.noExerciseAbove, line: cell.line) }
      index = key.exercises.count - 1
    }
    if attributes.tests != nil, marks.stripped.contains(where: { !$0.isWhitespace }) {
      let outputs = cell.recorded.filter { $0.kind == .output || $0.kind == .value }
      try append(
        Check(
          id: cell.id, isPublished: true, tolerance: attributes.tolerance,
          .tests(
            code: marks.stripped, expected: outputs.isEmpty ? nil : outputs, cell.comparison)),
        to: index, cell)
    }
    // Hidden tests go on from what stands around them.
    if marks.hasHiddenTests { try addHidden(marks.stripped + "\n" + marks.hiddenTests, to: index, cell) }
  }

  private mutating func addHidden(_ code: String, to index: Int, _ cell: Cell) throws(AssignmentError) {
    let isOfExercise = cell.id == key.exercises[index].cell
    try append(
      Check(id: isOfExercise ? "hidden" : "\(cell.id)-hidden", .tests(code: code, expected: nil, ComparisonSettings())),
      to: index, cell)
  }

  private mutating func append(_ check: Check, to index: Int, _ cell: Cell) throws(AssignmentError) {
    if case .tests(let code, _, _) = check.kind {
      do throws(SyntaxProblem) {
        _ = try Parser.parse(Source(name: "tests", code, isCell: true))
      } catch {
        throw AssignmentError(.badCode(cell: cell.id, problem: error.message), line: cell.line)
      }
    }
    key.exercises[index].checks.append(check)
  }

  /// Blocks `python prose mistake=EXERCISE when="..."` hold mistakes that the instructor foresees.
  private mutating func takeMistakes() throws(AssignmentError) {
    var found: [(id: String, mistake: DescribedMistake, line: Int)] = []
    student.removeBlocks { info, code, line in
      guard info.language == "python", info.contains(Notebook.proseFlag), let id = info["mistake"] else { return false }
      found.append((id, DescribedMistake(when: info["when"] ?? "", code: code), line))
      return true
    }
    for (id, mistake, line) in found {
      guard let index = key.exercises.firstIndex(where: { $0.id == id }) else {
        throw AssignmentError(.unknownExercise(id, in: "mistake"), line: line)
      }
      if mistake.when.isEmpty {
        throw AssignmentError(
          .badAttribute(BadSetting(key: "when", value: "", allowed: "what goes on from 'equals the result when ...'")),
          line: line)
      }
      if let problem = DefinedNames(mistake.code).problem {
        throw AssignmentError(.badCode(cell: "mistake=\(id)", problem: problem), line: line)
      }
      key.exercises[index].mistakes.append(mistake)
    }
  }
}

extension Array where Element: Hashable {
  /// Without repetitions, in the order of first occurrence.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
