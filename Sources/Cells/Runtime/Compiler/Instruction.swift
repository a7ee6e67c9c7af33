/// One instruction: eight bytes. `a`, `b` and `c` are registers unless the operation says otherwise: from 0 up the
/// function's own (parameters, variables, temporaries), from -1 down its constants.
struct Instruction {
  var operation: Operation
  /// A small operand: an operator, a count, flags.
  var x: UInt8
  var a: Int16
  var b: Int16
  var c: Int16

  init(_ operation: Operation, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, x: UInt8 = 0) {
    self.operation = operation
    self.x = x
    self.a = Int16(truncatingIfNeeded: a)
    self.b = Int16(truncatingIfNeeded: b)
    self.c = Int16(truncatingIfNeeded: c)
  }

  /// With a wide operand (a jump's target, a global's slot) in place of `b` and `c`.
  init(_ operation: Operation, _ a: Int, wide: Int, x: UInt8 = 0) {
    self.init(operation, a, 0, 0, x: x)
    self.wide = wide
  }

  /// `R[a] operation= R[c]`
  static func inPlace(_ operation: BinaryOperator, _ a: Int, _ b: Int, _ c: Int) -> Instruction {
    Instruction(operation.opcode, a, b, c, x: operation.rawValue | flag)
  }

  /// In `x` beside an operator: arithmetic changes its left operand in place, `jumpUnless` jumps when the comparison
  /// holds.
  static let flag: UInt8 = 0x80
  static let operatorMask: UInt8 = 0x7F

  var wide: Int {
    get { Int(Int32(truncatingIfNeeded: Int(UInt16(bitPattern: b)) | Int(c) << 16)) }
    set {
      b = Int16(truncatingIfNeeded: newValue)
      c = Int16(truncatingIfNeeded: newValue >> 16)
    }
  }
}

/// `R` are registers, `w` is the wide operand; a second word is a following `.extra` instruction.
enum Operation: UInt8 {
  /// R[a] = R[b]
  case move
  /// R[a] = global w, else the built-in of that name
  case loadGlobal, storeGlobal, deleteGlobal
  /// R[a] = content of cell R[b]; content of cell R[a] = R[b]
  case loadCell, storeCell, deleteCell
  /// R[a] = new cell holding what R[a] held
  case makeCell
  /// Raises `UnboundLocalError` where R[a] has no value
  case checkLocal
  /// R[a] = R[b] if it has a value, else the global or built-in: a name in a class body; extra: w = global slot
  case loadClassName
  case deleteLocal

  /// R[a] = R[b] op R[c]; x: the operator, `flag` for R[a] op= R[c] with R[b] the old value
  case add, subtract, multiply, divide, floorDivide, modulo
  /// The same for all other operators
  case binary
  /// R[a] = x R[b]
  case unary
  /// R[a] = R[b] x R[c]
  case compare
  /// Jumps by the truth of R[a] to w
  case jump, jumpIfFalse, jumpIfTrue
  /// Jumps when not (R[a] x R[b]), with `flag` when it holds; extra: w = target
  case jumpUnless

  /// R[a] = R[b].name; extra: a = name, w = cache
  case loadAttribute
  /// R[a].name = R[b]; extra: a = name
  case storeAttribute, deleteAttribute
  /// R[a] = R[b][R[c]]; R[a][R[b]] = R[c]; del R[a][R[b]]
  case loadItem, storeItem, deleteItem
  /// As loadItem, for a loadItem from R[a] behind it and nothing else
  case loadRow
  /// R[a] = R[b][components], c of them, 0 for a slice alone: x marks the slices (three registers each); extra: the
  /// registers, three a word
  case loadItems
  /// R[b][components] = R[a]
  case storeItems

  /// R[a] = R[b](R[b+1], ...), c arguments
  case call
  /// The last arguments have names; extra: a = constant with the names
  case callKeywords
  /// R[a] = R[b](*R[b+1], **R[b+2])
  case callUnpacked
  /// R[a] = R[b].name(R[b+1], ...), c arguments; extra: a = name, w = cache
  case callMethod

  /// R[a] = collection of c values from R[b]
  case buildTuple, buildList
  /// (x: `Compiler.SetSource`)
  case buildSet, buildString
  /// R[a] = dict of c pairs from R[b]
  case buildDict
  /// Adds R[b] to the list or set R[a]; all of R[b]; the pair R[b], R[b+1]; all pairs of R[b]
  case appendList, appendSet, extendList, extendSet, setPair, mergeDict
  /// (extendList with x = 1 is for a call of R[c])
  /// As mergeDict, for a call: keys must be texts and new; R[c] is the function
  case mergeKeywords
  /// R[a] = tuple(list R[a])
  case listToTuple
  /// R[a] = slice(R[b], R[b+1], R[b+2])
  case buildSlice
  /// R[a] = format(R[b], R[c]), x: conversion
  case formatValue

  /// R[a], R[a+1], ... = R[b], c values
  case unpack
  /// As unpack, c values before the starred one; extra: a = values behind it
  case unpackStarred

  /// R[a], R[a+1], R[a+2] = state of a loop over R[b]
  case prepareLoop
  /// R[b] = next value of the loop at R[a]; at the end jumps; extra: w = target
  case nextOfLoop
  /// The same at the end of a round: jumps while there are values
  case repeatLoop

  case returnValue
  /// raise R[a] from R[b]; x: 0 bare, 1 with exception, 2 with cause
  case raise
  /// Raises the exception object R[a] again, its traceback as it is
  case reraise
  /// The exception R[a] is now the one being handled, R[a+1] keeps the one before
  case enterHandler
  case leaveHandler
  /// R[a] = whether exception R[b] is one of R[c]
  case matchException
  /// Raises AssertionError with R[a] (x = 1)
  case failAssertion

  /// R[a] = context manager's exit of R[b], R[a+1] = what entering gave
  case enterContext
  /// Calls exit R[b]; with exception R[c] where x = 1; R[a] = whether it is swallowed
  case exitContext

  /// Gives R[b] to the caller, R[a] = what is sent
  case yield
  /// R[a] = next of iterator R[b]; jumps to w of extra when it ends, R[a] = its result then; R[c] was sent
  case yieldFromNext

  /// R[a] = function of code w; extra: a = first default register, b = count, c = first keyword default; the cells
  case makeFunction
  /// R[a] = class: R[b] name, R[b+1] bases, R[b+2] keywords; extra: w = code
  case makeClass
  /// R[a] = import of the name constant b; x: 1 gives the innermost module of a dotted name
  case importModule
  /// R[a] = attribute (name b) of module R[c]
  case importName
  /// All public names of R[a] into the globals
  case importAll
  /// R[a] = what the IPython command w of the notebook gives
  case magic
  case extra
}
