import BigInt

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Python's module `random`: the same numbers from the same seed.
package enum PythonRandomModule {
  package static func make(_ interpreter: Interpreter) -> ModuleObject {
    // As in Python, the module's functions are the methods of a hidden object.
    let hidden = Value.object(RandomObject())
    let names = RandomObject.classObject.attributes.keys.filter { !$0.hasPrefix("_") }.sorted()
    return ModuleObject(
      "random", [("Random", .object(RandomObject.classObject))],
      names.compactMap { name in (try? interpreter.attribute(hidden, name)).map { (name, $0) } },
      BuiltinModules.notOffered(
        "random", "betavariate", "gammavariate", "paretovariate", "vonmisesvariate", "weibullvariate", "triangular",
        "getstate", "setstate", "SystemRandom", "randbytes"))
  }
}

/// `random.Random`
package final class RandomObject: Object, @unchecked Sendable {
  var generator: MersenneTwister
  /// The second of a pair of normal numbers.
  fileprivate var nextGauss: Double?

  init() {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    generator = MersenneTwister(seed: BigUInt(UInt(time.tv_sec) &* 1_000_000_007 ^ UInt(time.tv_nsec)))
    super.init(.host)
  }

  package override var type: TypeObject { RandomObject.classObject }

  fileprivate func seed(_ value: Value, _ interpreter: Interpreter) throws {
    nextGauss = nil
    if value.isAbsent {
      generator = RandomObject().generator
    } else if let number = value.bigInteger {
      generator = MersenneTwister(seed: number.magnitude)
    } else if case .float = value {
      generator = MersenneTwister(seed: BigUInt(UInt(bitPattern: try interpreter.hash(value))))
    } else if value.asString != nil || value.asBytes != nil {
      throw Raised.unsupported("seeding with a text is not supported: use an integer")
    } else {
      throw Raised.typeError(
        "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
    }
  }

  static let classObject: TypeObject = TypeObject(
    "Random", module: "random",
    constructor: NativeFunction("Random", "x=") { a in
      let object = RandomObject()
      try object.seed(a[0], a.interpreter)
      return .object(object)
    }, definesOperators: true,
    attributes: table(basics, integers, selections, distributions))

  private static let basics: [(String, Value)] = [
    method("seed", "a=, version=") { a in
      try a.random.seed(a[1], a.interpreter)
      return .none
    },
    method("random", "/") { a in .float(try a.random.generator.double()) },
    method("getrandbits", "k, /") { a in
      let count = try a.int(1)
      if count < 0 { throw Raised.valueError("number of bits must be non-negative") }
      if count > Interpreter.largestBitWidth { throw Raised(Exceptions.memoryError, "") }
      return Value(BigInt(try a.random.generator.bits(count)))
    },
  ]

  private static let integers: [(String, Value)] = [
    method("randrange", "start, stop=, step=") { a in
      let start = try a.int(1)
      guard a.has(2) else {
        if start > 0 { return .int(try a.random.generator.below(start)) }
        throw Raised.valueError("empty range for randrange()")
      }
      let stop = try a.int(2)
      let step = try a.int(3, default: 1)
      if step == 0 { throw Raised.valueError("zero step for randrange()") }
      let range = try RangeObject(start: start, stop: stop, step: step)
      guard range.count > 0 else {
        throw Raised.valueError(
          step == 1
            ? "empty range for randrange() (\(start), \(stop), \(BigInt(stop) - BigInt(start)))"
            : "empty range for randrange()")
      }
      return .int(range[try a.random.generator.below(range.count)])
    },
    method("randint", "a, b") { a in
      let low = try a.interpreter.integer(a[1]).bigInteger ?? 0
      let high = try a.interpreter.integer(a[2]).bigInteger ?? 0
      guard low <= high else {
        throw Raised.valueError("empty range for randrange() (\(low), \(high + 1), \(high + 1 - low))")
      }
      return Value(low + BigInt(try a.random.generator.below((high - low + 1).magnitude)))
    },
  ]

  private static let distributions: [(String, Value)] = [
    method("uniform", "a, b") { a in
      let (low, high) = (try a.double(1), try a.double(2))
      return .float(low + (high - low) * (try a.random.generator.double()))
    },
    method("gauss", "mu=, sigma=") { a in
      let random = try a.random
      let (mean, deviation) = (try a.double(1, default: 0), try a.double(2, default: 1))
      let number: Double
      if let waiting = random.nextGauss {
        number = waiting
        random.nextGauss = nil
      } else {
        let angle = random.generator.double() * (2 * Double.pi)
        let radius = (-2 * log(1 - random.generator.double())).squareRoot()
        number = cos(angle) * radius
        random.nextGauss = sin(angle) * radius
      }
      return .float(mean + number * deviation)
    },
    method("normalvariate", "mu=, sigma=") { a in
      let random = try a.random
      let (mean, deviation) = (try a.double(1, default: 0), try a.double(2, default: 1))
      let magic = 4 * exp(-0.5) / 2.0.squareRoot()
      while true {
        let first = random.generator.double()
        let second = 1 - random.generator.double()
        let number = magic * (first - 0.5) / second
        if number * number / 4 <= -log(second) { return .float(mean + number * deviation) }
      }
    },
    method("expovariate", "lambd") { a in
      let rate = try a.double(1)
      let number = -log(1 - (try a.random.generator.double()))
      if rate == 0 { throw Raised.zeroDivision("float division by zero") }
      return .float(number / rate)
    },
  ]
}

extension Arguments {
  var random: RandomObject { get throws { try host(RandomObject.self) } }
}
