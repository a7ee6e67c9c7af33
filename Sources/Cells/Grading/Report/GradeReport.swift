/// What a run, or several that were merged, found about all submissions.
package struct GradeReport: Sendable {
  package let title: String?
  /// The exercises with their points, in the order of the key.
  package let exercises: [(id: String, possible: Double)]
  /// What whoever reads the report has to know about the run.
  package var notice: String?
  /// In the order of their names.
  package private(set) var submissions: [SubmissionGrade]

  /// Puts lines together. A submission counts once it has all exercises of the key; of lines that come twice the first
  /// counts.
  package init(_ key: Key, _ lines: some Sequence<ResultLine>) {
    title = key.title
    exercises = key.exercises.map { ($0.id, $0.points) }
    var found: [String: SubmissionGrade] = [:]
    for line in lines {
      switch line {
      case .start: break
      case .exercise(let submission, let seed, let grade):
        var whole = found[submission] ?? SubmissionGrade(submission: submission, seed: seed)
        // Of another run that was cut off.
        guard whole.problem == nil, whole.seed == seed, !whole.exercises.contains(where: { $0.id == grade.id }),
          key[grade.id] != nil
        else { continue }
        whole.exercises.append(grade)
        found[submission] = whole
      case .unreadable(let submission, let seed, let problem):
        guard found[submission] == nil else { continue }
        found[submission] = SubmissionGrade(
          submission: submission, seed: seed, problem: problem, exercises: Grader.unreadable(key, problem))
      }
    }
    let order = Dictionary(uniqueKeysWithValues: key.exercises.enumerated().map { ($1.id, $0) })
    submissions = found.values.filter { $0.exercises.count == key.exercises.count }.map { grade in
      var grade = grade
      grade.exercises.sort { order[$0.id, default: 0] < order[$1.id, default: 0] }
      return grade
    }.sorted { $0.submission.utf8.lexicographicallyPrecedes($1.submission.utf8) }
  }

  package var possible: Double { exercises.reduce(0) { $0 + $1.possible } }

  /// A short name for each submission's own files, in their order: the file's name without its ending, made unique.
  package var fileNames: [String] {
    var taken: Set<String> = []
    return submissions.map { grade in
      let last = grade.submission.split(separator: "/").last.map(String.init) ?? "submission"
      let stem = last.lastIndex(of: ".").flatMap { $0 > last.startIndex ? String(last[..<$0]) : nil } ?? last
      let isSafe = { (character: Character) in
        character.isLetter || character.isNumber || "-_.@+ ".contains(character)
      }
      var safe = String(stem.map { isSafe($0) ? $0 : "_" }.prefix(100))
      if safe.isEmpty || safe.hasPrefix(".") { safe = "_" + safe }
      var name = safe
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(safe)-\(number)"
        number += 1
      }
      return name
    }
  }
}

// MARK: - What is known of all together

extension GradeReport {
  package struct ExerciseSummary: Sendable {
    package let id: String
    package let possible: Double
    package let mean: Double
    package let passed: Int
    package let publishedOnly: Int
  }

  package var exerciseSummaries: [ExerciseSummary] {
    exercises.map { exercise in
      let grades = submissions.compactMap { $0.exercises.first { $0.id == exercise.id } }
      let sum = grades.reduce(0) { $0 + $1.points }
      return ExerciseSummary(
        id: exercise.id, possible: exercise.possible, mean: grades.isEmpty ? 0 : sum / Double(grades.count),
        passed: grades.count(where: \.isPassed),
        publishedOnly: grades.count { $0.notes.contains(ExerciseGrade.publishedOnly) })
    }
  }

  /// The exercise that the smallest share of points was given for.
  package var hardest: ExerciseSummary? {
    exerciseSummaries.filter { $0.possible > 0 }.min { $0.mean / $0.possible < $1.mean / $1.possible }
  }

  package struct DiagnosisCount: Sendable {
    package let exercise: String
    package let text: String
    package let count: Int
  }

  /// The commonest first.
  package var diagnoses: [DiagnosisCount] {
    var counts: [String: (exercise: String, text: String, count: Int)] = [:]
    for exercise in submissions.flatMap(\.exercises) {
      var seen: Set<String> = []
      for diagnosis in exercise.checks.flatMap(\.diagnoses) where seen.insert(diagnosis.text).inserted {
        let name = "\(exercise.id)/\(diagnosis.text)"
        counts[name] = (exercise.id, diagnosis.text, (counts[name]?.count ?? 0) + 1)
      }
    }
    return counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
      DiagnosisCount(exercise: $0.value.exercise, text: $0.value.text, count: $0.value.count)
    }
  }

  /// How many submissions have 0 to 10 %, ... 90 to 100 % of the points; those with all points are in the last.
  package var distribution: [Int] {
    var counts = Array(repeating: 0, count: 10)
    for grade in submissions {
      let share = grade.possible > 0 ? grade.points / grade.possible : 0
      counts[min(9, max(0, Int(share * 10)))] += 1
    }
    return counts
  }
}
