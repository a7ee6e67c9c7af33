/// What the manual page says beyond the commands' declarations.
enum ManualSections {
  struct Item {
    /// The head of the paragraph, in mdoc.
    let mdoc: String
    let text: String

    init(_ mdoc: String, _ text: String) {
      self.mdoc = mdoc
      self.text = text
    }
  }

  static let description = [
    """
    Cells are written in a subset of Python 3 with the semantics of NumPy 1.26: a program that is accepted prints what \
    CPython 3.11 with NumPy 1.26.4 prints, to the last digit, and one that is not ends in an error that says what is \
    not supported and where.
    """,
    """
    The layers zero_pad, conv_single_step, conv_forward, conv_backward, pool_forward, pool_backward, \
    create_mask_from_window and distribute_value are predefined in every cell. A cell may define its own; the native \
    ones stay reachable as layers.conv_forward and so on.
    """,
    """
    Results go to standard output, everything else to standard error.
    """,
  ]

  static let lists: [(String, [Item])] = [
    ("ENVIRONMENT", environment), ("FILES", files), ("EXIT STATUS", exitStatus),
  ]

  private static let exitStatus = [
    Item("0", "All went well; all outputs match."),
    Item("1", "run: an error that nothing catches, or what the script gave to sys.exit. replay: some outputs differ."),
    Item("2", "replay: a cell failed."),
    Item("3", "A limit was reached."),
    Item("4", "replay: a file cannot be read."),
    Item("64", "Wrong usage."),
    Item("130", "Interrupted by Control-C."),
  ]

  private static let environment = [
    Item("Ev NO_COLOR", "Turns colours off, whatever its value."),
    Item("Ev TERM", "A dumb terminal gets plain lines, as with --plain."),
    Item("Ev VISUAL , Ev EDITOR", "The editor of %edit: VISUAL if it is set, else EDITOR, else vi."),
    Item("Ev PAGER", "Shows what is longer than the screen. Otherwise the program does itself."),
    Item("Ev XDG_STATE_HOME", "Where the history is kept. Otherwise ~/.local/state."),
    Item("Ev TMPDIR", "Where the text for an editor is put. Otherwise /tmp."),
    Item("Ev CNB_NUM_THREADS", "How many threads a layer may use. Otherwise as many as there are processors."),
    Item(
      "Ev CNB_PROCESSOR",
      "baseline, avx2 or avx512: keeps the layers to what such a processor has. Otherwise they use all that this one has."
    ),
    Item("Ev INPUTRC", "GNU readline's settings. Otherwise ~/.inputrc."),
  ]

  private static let files = [
    Item("Pa ~/.local/state/cnb/history", "The cells of all sessions. Only its owner can read it."),
    Item("Pa .NAME.cnb.journal", "Beside a notebook: what is changed and not saved. Gone once nothing is unsaved."),
    Item(
      "Pa ~/.local/state/cnb/journals/", "Journals of notebooks whose folder cannot be written."),
    Item("Pa ~/.inputrc", "Keys for the prompt, shared with the shell."),
    Item("Pa *.cnb", "Notebooks in Markdown: prose, cells and their recorded outputs."),
    Item("Pa *.ipynb", "Jupyter's notebooks, which run unchanged."),
  ]

  static let examples: [(text: String, command: String)] = [
    ("Step through a notebook, change it and save it; ? lists what can be typed:", "cnb lesson.cnb"),
    ("Try something at the prompt; Control-D leaves:", "cnb"),
    ("Run a notebook up to a cell, and print what its cells print:", "cnb run lesson.cnb --to pooling"),
    ("Compare what the cells print with what the file has recorded:", "cnb replay lesson.cnb"),
    ("Compare all notebooks, two at a time, within a minute a cell:", "cnb replay *.cnb --jobs 2 --timeout 1m"),
    ("Turn Jupyter's notebook into one that can be read and compared as text:", "cnb convert lesson.ipynb lesson.cnb"),
    ("Run a line:", "echo 'print(1 + 1)' | cnb"),
  ]
}
