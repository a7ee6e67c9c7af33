import Cells
import Foundation
import Testing

/// The shipped assignment, and submissions made of its solutions.
enum LayersAssignment {
  static func notebook() throws -> Notebook { try Notebook(file("notebooks/build-your-own-layers.cnb")) }

  static func file(_ path: String) throws -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardized
    return [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
  }

  static func assignment() throws -> Assignment { try Assignment(notebook()) }

  /// The solution of each exercise in a cell of its own, but for those that `replacements` has code for.
  static func submission(_ key: Key, replacing replacements: [String: String] = [:]) -> Submission {
    Submission(
      cells: [Submission.Cell(code: "import numpy as np")]
        + key.exercises.map { Submission.Cell(id: $0.cell, code: replacements[$0.id] ?? $0.solution) })
  }
}

extension Grader {
  static let testStack = 512 << 10

  convenience init(_ key: Key, seed: UInt32 = 1) { self.init(key, seed: seed, stackBytes: Grader.testStack) }

  /// In this process.
  func grade(_ submission: Submission, limits: SubmissionLimits = SubmissionLimits()) throws -> SubmissionGrade {
    var options = SubmissionOptions()
    options.limits = limits
    return try grade(submission, name: "submission") { SessionRunner(options, stackBytes: Grader.testStack) }
  }
}

/// One function in a style of its own, or with one mistake.
struct FunctionFixture: Sendable, CustomTestStringConvertible {
  let name: String
  let exercise: String
  /// What the first diagnosis is expected to be.
  let diagnosis: String?
  let code: String

  var testDescription: String { name }

  static func all(_ folder: String) -> [FunctionFixture] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Solutions/\(folder)")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).filter { $0.hasSuffix(".py") }
    return names.sorted().compactMap { name in
      guard let text = try? String(contentsOf: url.appendingPathComponent(name), encoding: .utf8) else { return nil }
      func header(_ key: String) -> String? {
        text.split(separator: "\n").first { $0.hasPrefix("# \(key): ") }.map { String($0.dropFirst(key.count + 4)) }
      }
      return FunctionFixture(
        name: String(name.dropLast(3)), exercise: header("exercise") ?? "", diagnosis: header("diagnosis"), code: text)
    }
  }
}
