/// NumPy's legacy generator `np.random.RandomState`: the same seed gives the same numbers, to the last bit.
///
/// Not for use from several threads at once.
public final class RandomState {
  let bits = MersenneTwister()
  /// The second number of the last pair that `standardNormal` made.
  var spareNormal: Double?

  /// Seeded by the system.
  public init() { seed() }

  /// - Throws: see `seed(_:)`.
  public init(seed: Int) throws(ArrayError) { try self.seed(seed) }

  /// - Throws: see `seed(_:)`.
  public init(seed: [Int]) throws(ArrayError) { try self.seed(seed) }

  /// Starts anew with a seed of 256 bits from the system: each word is a call of it.
  public func seed() {
    var system = SystemRandomNumberGenerator()
    bits.seed((0..<8).map { _ in system.next() as UInt32 })
    spareNormal = nil
  }

  /// Starts anew with a seed in 0..<2³².
  /// - Throws: "Seed must be between 0 and 2**32 - 1".
  public func seed(_ seed: Int) throws(ArrayError) {
    bits.seed(try checked(seed))
    spareNormal = nil
  }

  /// Starts anew with several numbers in 0..<2³², which give another sequence than one number even if there is one only.
  ///
  /// NumPy takes an array of one element for its element, and a list of one element for a list.
  /// - Throws: "Seed must be non-empty" and "Seed must be between 0 and 2**32 - 1".
  public func seed(_ seeds: [Int]) throws(ArrayError) {
    if seeds.isEmpty { throw .plain(.value, "Seed must be non-empty") }
    var words: [UInt32] = []
    for seed in seeds { words.append(try checked(seed)) }
    bits.seed(words)
    spareNormal = nil
  }

  private func checked(_ seed: Int) throws(ArrayError) -> UInt32 {
    guard let word = UInt32(exactly: seed) else { throw .plain(.value, "Seed must be between 0 and 2**32 - 1") }
    return word
  }
}

extension RandomState {
  /// What `get_state` gives: all that decides on the numbers to come.
  public struct State: Sendable, Equatable {
    /// The 624 words of the generator.
    public var key: [UInt32]
    /// Which word is used next, 624 when all have been.
    public var position: Int
    /// The normally distributed number that has been made and not been given out.
    public var spareNormal: Double?

    public init(key: [UInt32], position: Int, spareNormal: Double?) {
      self.key = key
      self.position = position
      self.spareNormal = spareNormal
    }
  }

  public var state: State {
    let (key, position) = bits.state
    return State(key: key, position: position, spareNormal: spareNormal)
  }

  /// Goes back to a state.
  /// - Throws: "state must be 624 longs".
  public func restore(_ state: State) throws(ArrayError) {
    if state.key.count != MersenneTwister.length { throw .plain(.value, "state must be 624 longs") }
    if !(0...MersenneTwister.length).contains(state.position) {
      throw .plain(.value, "state position must be between 0 and 624")
    }
    bits.state = (state.key, state.position)
    spareNormal = state.spareNormal
  }
}
