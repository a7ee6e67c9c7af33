import Arrays
import GoldenFiles
import Testing

@Suite struct RandomStateTests {
  @Test func `Calls one after another give NumPy's numbers and errors`() throws {
    let cases = goldenCases("random_calls.txt")
    #expect(cases.count > 1000)
    var random = RandomState()
    for golden in cases {
      if golden[0] == "seed" {
        let seeds = golden[2].split(separator: ",").compactMap { Int($0) }
        random = golden[1] == "one" ? try RandomState(seed: seeds[0]) : try RandomState(seed: seeds)
      } else if golden[0] == "state" {
        #expect(try stateTexts(random.state) == [golden[2], golden[3]], "line \(golden.line)")
      } else {
        let note = "line \(golden.line): \(golden[0]) \(golden[1])"
        #expect(try outcome(of: RandomCall(golden), with: random) == golden.fields.last, "\(note)")
      }
    }
  }

  @Test func `A state brings the same numbers again`() throws {
    let random = try RandomState(seed: 8)
    _ = random.standardNormal()
    let state = random.state
    let first = try random.standardNormal([700])
    try random.restore(state)
    #expect(try encodeArray(random.standardNormal([700])) == encodeArray(first))
    let short = RandomState.State(key: [1, 2], position: 0, spareNormal: nil)
    #expect(throws: ArrayError.self) { try random.restore(short) }
    let outside = RandomState.State(key: state.key, position: 625, spareNormal: nil)
    #expect(throws: ArrayError.self) { try random.restore(outside) }
  }

  @Test func `A seed drops the number kept for the next normal draw`() throws {
    let random = try RandomState(seed: 1)
    let first = random.standardNormal()
    try random.seed(1)
    #expect(random.standardNormal() == first)
  }

  @Test(arguments: [-1, 1 << 32]) func `Seeds outside 32 bits are refused`(seed: Int) {
    #expect(throws: ArrayError.self) { try RandomState(seed: seed) }
    #expect(throws: ArrayError.self) { try RandomState(seed: [1, seed]) }
  }

  @Test func `An empty list is no seed`() {
    #expect(throws: ArrayError.self) { try RandomState(seed: []) }
  }

  @Test func `Without a seed two generators differ`() throws {
    #expect(RandomState().state != RandomState().state)
  }

  @Test func `Lists are shuffled as arrays are`() throws {
    var list = (0..<50).map { Int64($0) }
    try RandomState(seed: 4).shuffle(count: list.count) { list.swapAt($0, $1) }
    let array = try NDArray((0..<50).map { Int64($0) }, shape: [50])
    try RandomState(seed: 4).shuffle(array)
    #expect(try encodeArray(NDArray(list, shape: [50])) == encodeArray(array))
  }

  @Test func `Shuffling goes through views and refuses what cannot be written`() throws {
    let whole = try NDArray((0..<20).map { Int64($0) }, shape: [20])
    let everySecond = whole.with(shape: [10], strides: [2])
    try RandomState(seed: 4).shuffle(everySecond)
    let half = try NDArray((0..<10).map { Int64($0 * 2) }, shape: [10])
    try RandomState(seed: 4).shuffle(half)
    #expect(try encodeArray(everySecond) == encodeArray(half))
    #expect((0..<10).allSatisfy { whole.scalar(atOffset: 2 * $0 + 1) == .int64(Int64(2 * $0 + 1)) })
    let frozen = whole.with(shape: [20], strides: [1], isWriteable: false)
    #expect(throws: ArrayError.self) { try RandomState(seed: 4).shuffle(frozen) }
    #expect(throws: ArrayError.self) { try RandomState(seed: 4).shuffle(try NDArray(scalar: 1.0)) }
  }

  private func stateTexts(_ state: RandomState.State) throws -> [String] {
    let rest = [Double(state.position), state.spareNormal == nil ? 0 : 1, state.spareNormal ?? 0]
    return [
      try encodeArray(NDArray(state.key.map { Int64($0) }, shape: [state.key.count])),
      try encodeArray(NDArray(rest, shape: [3])),
    ]
  }

  /// What a call gives, or raises, as the golden file has it.
  private func outcome(of call: RandomCall, with random: RandomState) throws -> String {
    do {
      return try encodeArray(try call.result(with: random))
    } catch let error as ArrayError {
      return "\(className(of: error.kind)): \(error.message)"
    }
  }

  private func className(of kind: ArrayError.Kind) -> String {
    switch kind {
    case .value: "ValueError"
    case .type: "TypeError"
    case .index: "IndexError"
    case .overflow: "OverflowError"
    default: "\(kind)"
    }
  }
}

/// A line of random_calls: a function's name and its arguments.
private struct RandomCall {
  let name: String
  private let golden: GoldenCase
  private let arguments: [String: String]

  init(_ golden: GoldenCase) {
    self.golden = golden
    name = golden[0]
    let pairs = golden[1].split(separator: ";").map { $0.split(separator: "=", omittingEmptySubsequences: false) }
    arguments = Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), String($0[1])) })
  }

  private func array(_ name: String) throws -> NDArray? {
    guard let text = arguments[name], text.hasPrefix("@") else { return nil }
    return try golden.array(try #require(Int(text.dropFirst())))
  }

  private func parameter(_ name: String, _ preset: RandomParameter = 1) throws -> RandomParameter {
    guard let text = arguments[name] else { return preset }
    return try array(name).map { .array($0) } ?? .scalar(try #require(Double(text)))
  }

  private func integer(_ name: String) -> Int? { arguments[name].flatMap { Int($0) } }

  private var size: Dims? { arguments["size"].map { Dims($0.split(separator: ",").compactMap { Int($0) }) } }

  func result(with random: RandomState) throws -> NDArray {
    let sample = try sample(with: random)
    switch sample {
    case .scalar(let scalar): return try NDArray(scalar)
    case .array(let array): return array
    }
  }

  private func sample(with random: RandomState) throws -> RandomSample {
    switch name {
    case "random_sample":
      return try size.map { .array(try random.randomSample($0)) } ?? .scalar(.float64(random.randomSample()))
    case "standard_normal":
      return try size.map { .array(try random.standardNormal($0)) } ?? .scalar(.float64(random.standardNormal()))
    case "standard_exponential":
      return try size.map { .array(try random.standardExponential($0)) }
        ?? .scalar(.float64(random.standardExponential()))
    case "normal": return try random.normal(loc: parameter("loc", 0), scale: parameter("scale"), size: size)
    case "uniform": return try random.uniform(low: parameter("low", 0), high: parameter("high"), size: size)
    case "exponential": return try random.exponential(scale: parameter("scale"), size: size)
    case "standard_gamma": return try random.standardGamma(shape: parameter("shape"), size: size)
    case "gamma": return try random.gamma(shape: parameter("shape"), scale: parameter("scale"), size: size)
    case "beta": return try random.beta(a: parameter("a"), b: parameter("b"), size: size)
    case "binomial": return try random.binomial(n: parameter("n"), p: parameter("p"), size: size)
    case "poisson": return try random.poisson(lam: parameter("lam"), size: size)
    case "randint":
      let dtype = DType.allCases.first { $0.name == arguments["dtype"] } ?? .int64
      return try random.randint(low: integer("low") ?? 0, high: integer("high"), size: size, dtype: dtype)
    case "permutation":
      return .array(try array("x").map { try random.permutation($0) } ?? random.permutation(integer("x") ?? 0))
    case "shuffle":
      let array = try #require(try array("x"))
      try random.shuffle(array)
      return .array(array)
    default:
      let population = try array("a").map { RandomState.Population.elements($0) } ?? .count(integer("a") ?? 0)
      let replace = arguments["replace"] != "False"
      return try random.choice(population, size: size, replace: replace, p: array("p"))
    }
  }
}
