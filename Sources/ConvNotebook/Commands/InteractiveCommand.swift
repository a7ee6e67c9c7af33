import ArgumentParser
import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `cnb` and `cnb FILE`
struct InteractiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Step through a notebook, or type cells at a prompt (what cnb does without a command).",
    discussion: """
      With a file: shows the notebook's prose, cells and outputs, and reads commands: Enter runs a cell and goes on, j \
      and k move, e edits, s saves, ? lists all. A file that is not there yet is made when it is saved. Where standard \
      input is no terminal, each of its lines is a command, as in: printf 'run all\\nsave\\n' | cnb lesson.cnb

      Without a file: each cell that is typed runs. Where standard input is no terminal, it is run as a script, as by \
      'cnb run -'.

      Exit codes with a file: 0; 1 where standard input is no terminal and a command could not be carried out or \
      changes were not saved; 4 where the file cannot be read.
      """)

  @ArgumentParser.Argument(
    help: "A .cnb or .ipynb notebook to step through.", completion: .file(extensions: ["cnb", "ipynb"]))
  var file: String?

  @Flag(help: "Print line by line and never move the cursor, as screen readers want it.")
  var plain = false

  @Option(help: printStyleHelp)
  var printStyle: PrintStyleChoice?

  @Option(help: graphicsHelp)
  var graphics: GraphicsForm?

  private static let unreadable: Int32 = 4

  func validate() throws {
    if file == nil, printStyle != nil {
      throw ValidationError("--print-style needs a notebook: cnb FILE --print-style ...")
    }
  }

  func run() throws {
    let isTyped = isatty(STDIN_FILENO) == 1
    if !isTyped, file == nil { handleInterruptions() }
    let isPlain = plain || !Terminal.isCapable(.output)
    let status = onLargeStack { stackBytes in
      var options = sessionOptions(for: file ?? "-", stackBytes: stackBytes)
      options.suggestsNames = true
      let traces = TraceRequests()
      if isTyped, !isPlain { options.showTrace = { traces.add($0) } }
      options.outputFiles = FolderFiles(folder: folder(of: file ?? "-"))
      let isExported = file?.lowercased().hasSuffix(".ipynb") ?? false
      options.keepsPictures = isExported || !isPlain && FigureScreen.wantsPictures(graphics) || graphics != nil
      do throws(CommandFailure) {
        if file == nil, !isTyped {
          return try ScriptRun(file: "-", options: options, printStyle: nil, graphics: graphics).run()
        }
        guard let signals = SignalPipe() else { throw CommandFailure(String(cString: strerror(errno))) }
        guard let file else {
          let session = InteractiveSession(
            options: options, signals: signals, isPlain: isPlain, graphics: graphics, traces: traces)
          defer { session.display.close() }
          return session.run()
        }
        let mode = NotebookMode(
          try open(file, options), signals: signals, isPlain: isPlain, isTyped: isTyped, graphics: graphics,
          traces: traces)
        defer { mode.display.close() }
        return mode.run()
      } catch {
        return error.report()
      }
    }
    StandardStreams.flush()
    throw ExitCode(status)
  }

  private func open(_ file: String, _ options: SessionOptions) throws(CommandFailure) -> NotebookFile.Opening {
    do {
      return try NotebookFile.open(file, options: options, printStyle: printStyle)
    } catch {
      throw CommandFailure(error.message, status: Self.unreadable)
    }
  }
}
