import Cells
import Testing

@Suite("Verdicts")
struct VerdictTests {
  private static let key = """
    cnb-key: 1
    exercises:
      - id: half
        defines: [half]
        points: 4
        credit: each
        solution: |
          def half(x):
              return x / 2
        checks:
          - id: call
            call: half
            arguments: [3.0]
            published: true
          - id: hidden
            tests: |
              assert half(8) == 4, "eight has a half"
              assert half(2) == 1
          - id: fresh
            reference: half
            arguments: ["number * 1.0"]
            ranges: {number: 1..30}
      - id: quarter
        defines: [quarter]
        after: [half]
        solution: |
          def quarter(x):
              return half(half(x))
        checks:
          - call: quarter
            arguments: [8.0]
      - id: printed
        solution: |
          print(1.5)
        checks:
          - output: "1.5\\n"
      - id: value
        cell: answer
        solution: |
          answer = [1, True, "x"]
        checks:
          - value: answer
            expected: "[1, True, 'x']"
    """

  private static let right = [
    "half": "def half(x):\n    return x / 2", "quarter": "def quarter(x):\n    return half(half(x))",
    "printed": "print(3 / 2)", "answer": "answer = [1, True, 'x']",
  ]

  private func grade(
    _ changes: [String: String], without: String? = nil, more: [Submission.Cell] = []
  ) throws -> SubmissionGrade {
    let key = try Key(reading: Array(Self.key.utf8))
    let cells = ["half", "quarter", "printed", "answer"].compactMap { id -> Submission.Cell? in
      id == without ? nil : (changes[id] ?? Self.right[id]).map { Submission.Cell(id: id, code: $0) }
    }
    var limits = SubmissionLimits()
    limits.operations = 1_000_000
    return try Grader(key).grade(Submission(cells: cells + more), limits: limits)
  }

  private func verdicts(_ grade: SubmissionGrade, _ exercise: String) -> [Verdict] {
    grade.exercises.first { $0.id == exercise }?.checks.map(\.verdict) ?? []
  }

  @Test("Everything right passes")
  func rightPasses() throws {
    let grade = try grade([:])
    #expect(grade.exercises.flatMap(\.checks).allSatisfy { $0.verdict == .pass && $0.message.isEmpty })
    #expect(grade.points == 7)
  }

  @Test(
    "Each ending has its verdict",
    arguments: [
      ("def half(x):\n    return x / 3", [.fail, .fail, .fail]),
      ("def half(x):\n    return nothing", [.error, .error, .error]),
      ("def half(x):\n    while True: pass", [.timeOut, .timeOut, .timeOut]),
      ("def half(x):\n    raise NotImplementedError()", [.missing, .missing, .missing]),
      ("def half(x):\n    return x / 2 +", [.error, .error, .error]),
      ("def halve(x):\n    return x / 2", [.missing, .missing, .missing]),
      ("def half(x):\n    print(x / 2)", [.fail, .fail, .fail]),
      ("def half(x):\n    return str(x / 2)", [.fail, .fail, .fail]),
      ("def half(x):\n    return 1.5", [.pass, .fail, .fail]),
      ("class Any:\n    def __eq__(self, other): return True\ndef half(x):\n    return Any()", [.fail, .fail, .fail]),
    ] as [(String, [Verdict])])
  func endingsHaveVerdicts(_ code: String, _ expected: [Verdict]) throws {
    let grade = try grade(["half": code])
    #expect(verdicts(grade, "half") == expected)
    // The exercise behind it is marked with the solution.
    #expect(verdicts(grade, "quarter") == (code.contains("halve") ? [.pass] : [.pass]))
    #expect(grade.points == 3 + (expected.first == .pass ? 4.0 / 3 : 0))
  }

  @Test("Passing the published example alone is said")
  func publishedOnlyIsSaid() throws {
    let grade = try grade(["half": "def half(x):\n    return 1.5"])
    #expect(grade.exercises[0].notes == ["matches the published example only"])
  }

  @Test("Absence never earns points", arguments: ["half", "quarter", "printed", "answer"])
  func absenceEarnsNothing(_ id: String) throws {
    let grade = try grade([:], without: id)
    let exercise = try #require(grade.exercises.first { $0.id == (id == "answer" ? "value" : id) })
    #expect(exercise.points == 0)
    #expect(exercise.checks.allSatisfy { $0.verdict == .missing })
  }

  @Test("The last definition counts, wherever it stands and whatever its cell is called")
  func lastDefinitionCounts() throws {
    let wrong = "def half(x):\n    return 0"
    let better = Submission.Cell(id: "renamed", code: "def half(x):\n    return x / 2")
    #expect(try grade(["half": wrong], more: [better]).points == 7)
    #expect(
      verdicts(try grade([:], more: [Submission.Cell(id: "half", code: wrong)]), "half") == [.fail, .fail, .fail])
  }

  @Test("A cell that never ends costs only itself")
  func endlessCellCostsItself() throws {
    let grade = try grade(["printed": "while True:\n    pass"])
    #expect(verdicts(grade, "printed") == [.timeOut])
    #expect(grade.points == 6)
  }

  @Test("Warnings and errors of other cells cost nothing")
  func otherCellsCostNothing() throws {
    let noise = [
      Submission.Cell(code: "import warnings\nwarnings.warn('careful')\n1 / 0"),
      Submission.Cell(code: "this is no Python"),
    ]
    #expect(try grade([:], more: noise).points == 7)
  }

  @Test("Truth values, numbers and texts do not stand for each other")
  func kindsAreKeptApart() throws {
    for wrong in ["[True, True, 'x']", "[1, 1, 'x']", "[1.0, True, 'y']", "['1', True, 'x']", "[1, True]"] {
      #expect(verdicts(try grade(["answer": "answer = " + wrong]), "value") == [.fail], "\(wrong)")
    }
    #expect(verdicts(try grade(["answer": "answer = (1.0, True, 'x')"]), "value") == [.pass])
  }

  @Test("What a hidden check worked on does not show, whatever the submission raises")
  func hiddenArgumentsDoNotShow() throws {
    let code = "seen = []\ndef half(x):\n    seen.append(x)\n    raise ValueError(str(seen))"
    let grade = try grade(["half": code])
    let messages = grade.exercises[0].checks.map(\.message)
    #expect(messages[0] == "half raises ValueError: [3.0]")
    #expect(messages[1] == "half raises ValueError")
    #expect(messages[2].contains("half raises ValueError (in all fresh calls)"))
    #expect(!messages[1].contains("8"))
    // The example's words come from a session that has seen examples only.
    let example = try #require(messages[2].split(separator: ";").last)
    #expect(example.contains("half raises ValueError: ["))
    #expect(!example.contains("3.0, 8"))
  }
}
