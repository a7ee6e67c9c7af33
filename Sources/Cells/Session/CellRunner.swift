import Arrays
import Synchronization

/// Runs cells one after another in one namespace.
package protocol CellRunner: AnyObject {
  /// Runs a cell or a whole script to its end, to an error or to a limit.
  ///
  /// - Parameters:
  ///   - code: Python source with `\n` line ends.
  ///   - name: what tracebacks call it: `lesson.cnb, cell zero-pad-demo`, `script.py`.
  ///   - onOutput: gets every output as it comes, each `print` on its own.
  /// - Returns: the same outputs, in order, but for those that the cell took back with `clear_output()`.
  func run(_ code: String, name: String, onOutput: (CellOutput) -> Void) -> CellResult
}

/// What one cell printed and ended with.
package struct CellResult: Sendable {
  package enum Ending: Sendable, Equatable {
    case completed
    /// An exception that nothing caught; it is the last output.
    case raised
    /// A limit of the session.
    case limit(CellLimit)
    /// Stopped because `SessionOptions.interrupt` was requested.
    case interrupted
  }

  /// In order: streams and what was displayed, the value or the error, then the figures that were not shown before.
  package var outputs: [CellOutput]
  package var ending: Ending
  /// Jupyter's number of the cell's run in its session: 1 for the first; `nil` for a cell without code and for scripts.
  package var executionCount: Int?

  package init(outputs: [CellOutput], ending: Ending, executionCount: Int? = nil) {
    self.outputs = outputs
    self.ending = ending
    self.executionCount = executionCount
  }

  /// A result that is either complete or ended in an exception.
  package init(outputs: [CellOutput], isFailed: Bool) {
    self.init(outputs: outputs, ending: isFailed ? .raised : .completed)
  }

  package var isFailed: Bool { ending != .completed }
}

package enum CellOutput: Sendable, Equatable {
  case stdout(String)
  /// Shown while a cell runs, never recorded: warnings.
  case stderr(String)
  /// What IPython shows of the last expression, where it is not `None`.
  case value(String)
  /// `traceback` is what Python prints for a script and IPython for a cell, last line included; a cell's is coloured.
  case error(className: String, message: String, traceback: String)
  /// What `display` was given, as text.
  case display(String)
  case figure(FigureRecord)
}

extension CellOutput {
  /// Of the text.
  package var byteCount: Int {
    switch self {
    case .stdout(let text), .stderr(let text), .value(let text), .display(let text): text.utf8.count
    case .error(_, let message, let traceback): message.utf8.count + traceback.utf8.count
    case .figure(let figure): figure.contents.reduce(0) { $0 + $1.utf8.count }
    }
  }
}

/// What a host fixes for one session.
package struct SessionOptions: Sendable {
  package typealias PrintStyle = Arrays.PrintStyle

  package enum Kind: Sendable {
    /// Cells: the value of the last expression is an output, and IPython's magics are accepted.
    case notebook
    /// One file, run as `__main__`.
    case script
  }

  package var kind = Kind.notebook
  package var printStyle = PrintStyle.numpy126
  /// Whose behaviour and words the session takes on where versions of Python and NumPy differ.
  package var vintage = Vintage.current
  /// Whether the reference layers are built-in names. In a file of Jupyter's they are not: there a function that no
  /// cell defines is a `NameError`.
  package var offersLayers = true
  /// Whether errors in cells end in what Python suggests for a misspelt name, which IPython leaves out.
  package var suggestsNames = false
  /// For each call of `run`, as the three that follow.
  package var timeLimit: Duration?
  /// In operations, which do not depend on how busy the machine is (`Interpreter.operations`).
  package var operationLimit: Int?
  /// Of all outputs together, in bytes.
  package var outputLimit: Int?
  package var memoryLimit: MemoryLimit?
  /// The stack of the thread that the session runs on, so that deep recursion can end in an error before it is used up.
  package var stackBytes = 512 << 10
  /// Reads a file that stands beside the notebook, by its name (`public_tests.py`); `nil` where there is none.
  package var fileBeside: @Sendable (String) -> [UInt8]? = { _ in nil }
  /// Passes on what outputs the host still holds back: what `print(flush=True)` asks for.
  package var flush: @Sendable () -> Void = {}
  /// Called while a cell runs, for a trace that its reader can step through now or when the cell is done; `nil` where nobody
  /// can. What is recorded is its text, here or there.
  package var showTrace: (@Sendable (TraceText) -> Void)?
  /// Draws figures; without it they are only recorded.
  package var drawing: (any FigureDrawing)?
  /// Whether figures that are shown come with their pictures, for a host that shows or exports those.
  package var keepsPictures = false
  /// Where cells may write files; `nil` where what they write is dropped, as in a replay.
  package var outputFiles: (any OutputFiles)?
  /// Opens files of arrays; without it there are none.
  package var dataFiles: (any DataFileHost)?
  /// Set from outside to stop the running cell with `KeyboardInterrupt`.
  package var interrupt = InterruptRequest()

  package init() {}
}

/// A flag that a signal handler or another thread sets and a running session reads.
package final class InterruptRequest: Sendable {
  private let flag = Atomic<Bool>(false)

  package init() {}

  package var isRequested: Bool { flag.load(ordering: .relaxed) }
  package func request() { flag.store(true, ordering: .relaxed) }
  /// Whether it was requested; it is not any more then.
  package func take() -> Bool { flag.load(ordering: .relaxed) && flag.exchange(false, ordering: .relaxed) }
  package func clear() { flag.store(false, ordering: .relaxed) }
}
