import Arrays

/// What `fit` is asked for, and how far it has come.
struct TrainingRun {
  let exampleCount: Int
  let epochs: Int
  let batchSize: Int
  /// Of the epochs of this run, those that were completed.
  var history = History()
  /// Batches of the present epoch that were completed.
  var batch = 0
  /// Over those batches.
  var totals = Totals()

  func continues(exampleCount: Int, epochs: Int, batchSize: Int) -> Bool {
    self.exampleCount == exampleCount && self.epochs == epochs && self.batchSize == batchSize
  }
}

/// Costs and hits added up over examples.
struct Totals {
  private(set) var cost = 0.0
  private(set) var hits = 0
  private(set) var examples = 0

  mutating func add(cost: Double, hits: Int, examples: Int) {
    self.cost += cost * Double(examples)
    self.hits += hits
    self.examples += examples
  }

  var meanCost: Double { cost / Double(examples) }
  var accuracy: Double { Double(hits) / Double(examples) }
}

/// What each epoch ended with.
public struct History: Sendable, Equatable {
  public internal(set) var cost: [Double] = []
  public internal(set) var accuracy: [Double] = []
  /// Empty without validation data.
  public internal(set) var validationCost: [Double] = []
  public internal(set) var validationAccuracy: [Double] = []
}

/// How far a `fit` has come.
public struct Progress: Sendable, Equatable {
  /// From 1 on.
  public let epoch: Int
  public let epochs: Int
  /// Batches of this epoch that were done.
  public let batch: Int
  public let batches: Int
  /// The mean over the epoch's batches so far.
  public let cost: Double
  /// The part of the examples so far whose most probable class was right, before their batch's update.
  public let accuracy: Double
  /// After an epoch with validation data.
  public let validation: Evaluation?
}

public struct Evaluation: Sendable, Equatable {
  public let cost: Double
  public let accuracy: Double
}
