/// A compiled function body, class body or cell.
package final class CodeObject: @unchecked Sendable {
  package let name: String
  package let qualifiedName: String
  package let source: Source
  package let docstring: String?
  package let parameters: ParameterList
  package let isGenerator: Bool

  let instructions: UnsafeMutableBufferPointer<Instruction>
  /// The source of each instruction.
  let spans: [Span]
  /// A frame as every call starts with it: constants in registers -1, -2, ..., the others empty.
  private let template: UnsafeMutablePointer<Value>
  /// What the evaluation loop needs, where it costs no reference to this object.
  let layout: UnsafeMutablePointer<CodeLayout>
  /// How many constants there are: register 0 lies behind them.
  let constantCount: Int
  /// Constants and registers together.
  let frameSize: Int
  /// Where only plain positional parameters are taken, how many; else -1.
  let simpleParameterCount: Int
  let names: [String]
  let functions: [CodeObject]
  let magics: [Magic]
  /// Innermost first.
  let handlers: [Handler]
  /// Registers from 0 up.
  let registerCount: Int
  /// Names of the registers that are variables.
  let variableNames: [String]
  /// Registers of the outer function whose cells this function takes, and its own registers for them.
  let capturedCells: [(outer: Int, own: Int)]
  /// Kept by the instructions that look up attributes.
  let caches: UnsafeMutableBufferPointer<AttributeCache>

  /// An exception between `start` and `end` goes on at `target` and lies in `register`.
  struct Handler {
    let start: Int
    let end: Int
    let target: Int
    let register: Int
  }

  package struct ParameterList: Sendable {
    package var names: [String] = []
    package var positionalCount = 0
    package var positionalOnlyCount = 0
    package var keywordOnlyCount = 0
    package var takesRest = false
    package var takesKeywords = false
    /// How many positional parameters have a default value, and which keyword-only ones.
    package var defaultCount = 0

    /// Only plain positional parameters: a call need not look at anything else.
    var isSimple: Bool { keywordOnlyCount == 0 && !takesRest && !takesKeywords }
    var registerCount: Int { positionalCount + keywordOnlyCount + (takesRest ? 1 : 0) + (takesKeywords ? 1 : 0) }
  }

  init(
    name: String, qualifiedName: String, source: Source, docstring: String?, parameters: ParameterList,
    isGenerator: Bool, instructions: [Instruction], spans: [Span], constants: [Value], names: [String],
    functions: [CodeObject], magics: [Magic], handlers: [Handler], registerCount: Int, variableNames: [String],
    capturedCells: [(outer: Int, own: Int)], cacheCount: Int
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.source = source
    self.docstring = docstring
    self.parameters = parameters
    self.isGenerator = isGenerator
    self.instructions = .allocate(capacity: instructions.count)
    _ = self.instructions.initialize(from: instructions)
    self.spans = spans
    constantCount = constants.count
    frameSize = constants.count + registerCount
    simpleParameterCount = parameters.isSimple ? parameters.positionalCount : -1
    template = .allocate(capacity: max(frameSize, 1))
    template.initialize(repeating: .undefined, count: frameSize)
    for (index, constant) in constants.enumerated() { template[constants.count - 1 - index] = constant }
    self.names = names
    self.functions = functions
    self.magics = magics
    self.handlers = handlers
    self.registerCount = registerCount
    self.variableNames = variableNames
    self.capturedCells = capturedCells
    caches = .allocate(capacity: cacheCount)
    caches.initialize(repeating: AttributeCache())
    layout = .allocate(capacity: 1)
    layout.initialize(to: CodeLayout(self, template))
  }

  deinit {
    layout.deallocate()
    template.deinitialize(count: frameSize)
    template.deallocate()
    instructions.deinitialize()
    instructions.deallocate()
    caches.deinitialize()
    caches.deallocate()
  }

  /// The source of the instruction before `next`.
  func span(behind next: UnsafeMutablePointer<Instruction>?) -> Span {
    guard let next, let start = instructions.baseAddress else { return Span(0, 0) }
    let position = (Int(bitPattern: next) - Int(bitPattern: start)) / MemoryLayout<Instruction>.stride - 1
    return span(at: max(position, 0))
  }

  package func span(at position: Int) -> Span { position < spans.count ? spans[position] : Span(0, 0) }
}

/// What an instruction that looks an attribute up found the last time.
struct AttributeCache {
  /// The class, or the module.
  var owner: Object?
  /// The Swift class of receivers that all have the method in `value`; 0 where it takes more to know.
  var swiftClass = 0
  /// The namespace's, or the classes', state at that time.
  var version = 0
  var value: Value = .undefined
}
