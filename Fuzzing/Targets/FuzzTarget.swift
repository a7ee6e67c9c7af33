import Arrays

/// What is fed with arbitrary bytes. Each fails by a trap: of the code that it runs, or of its own where a promise is broken.
enum FuzzTarget: String, CaseIterable {
  case parser
  case programs
  case calls
  case cnb
  case ipynb
  case key
  case worker
  case wire
  case arrays
  case hdf5
  case printing

  /// What the command line names first.
  static let chosen = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.init(rawValue:))

  func run(_ input: [UInt8]) {
    switch self {
    case .parser: fuzzParser(input)
    case .programs: fuzzPrograms(input)
    case .calls: fuzzCalls(input)
    case .cnb: fuzzNotebook(input)
    case .ipynb: fuzzJupyter(input)
    case .key: fuzzKey(input)
    case .worker: fuzzWorker(input)
    case .wire: fuzzWire(input)
    case .arrays: fuzzArrayFiles(input)
    case .hdf5: fuzzHDF5(input)
    case .printing: fuzzPrinting(input)
    }
  }
}

/// An error here is a finding: what the program promises of every input does not hold for this one.
func promise(_ holds: Bool, _ what: String, file: StaticString = #file, line: UInt = #line) {
  if !holds { fatalError("broken promise: \(what)", file: file, line: line) }
}

/// A value that has to be there.
func promised<Value>(_ what: String, _ body: () throws -> Value) -> Value {
  do {
    return try body()
  } catch {
    fatalError("broken promise: \(what): \(error)")
  }
}
