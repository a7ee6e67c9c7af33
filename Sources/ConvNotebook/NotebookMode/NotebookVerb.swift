/// What can be done with an open notebook, in Jupyter's terms.
enum NotebookVerb: CaseIterable {
  case step, run, runAll, runToHere, runFromHere, runStale, restart, restartAndRunAll, restartAndRunToHere
  case next, previous, first, last, goto, find
  case edit, editor, above, below, proseAbove, proseBelow, delete, undo, redo, moveUp, moveDown, split, merge
  case clear, clearAll
  case show, showAll, output, fold, setWidth, cells, stale, variables, compare, compareAll, attempt
  case save, saveAs, reload, help, quit

  /// What stands behind the words.
  enum Argument: Equatable {
    case none
    case optional(String)
    case needed(String, example: String)
  }

  struct Description {
    /// The words first that help shows.
    let words: [String]
    /// Instead of the words.
    let keys: [String]
    let argument: Argument
    let summary: String

    init(_ words: [String], _ keys: [String] = [], _ argument: Argument = .none, _ summary: String) {
      (self.words, self.keys, self.argument, self.summary) = (words, keys, argument, summary)
    }
  }

  var description: Description {
    switch self {
    case .step: .init(["step"], [""], "run the cell and go on to the next one")
    case .run: .init(["run"], "run the cell and stay")
    case .runAll: .init(["run all"], "run all cells, up to the first that fails")
    case .runToHere: .init(["run to here"], "run the cells from the first to this one")
    case .runFromHere: .init(["run from here"], "run this cell and all below it")
    case .runStale: .init(["run stale"], "run the cells that are stale, in order")
    case .restart: .init(["restart"], ["00"], "forget all values; asks first")
    case .restartAndRunAll: .init(["restart and run all"], "forget all values, then run all cells")
    case .restartAndRunToHere: .init(["restart and run to here"], "forget all values, then run to here")
    case .next: .init(["next"], ["j", "n"], "go to the part below: prose or cell (Down)")
    case .previous: .init(["previous"], ["k", "p"], "go to the part above (Up)")
    case .first: .init(["first"], ["gg"], "go to the first part")
    case .last: .init(["last"], ["G"], "go to the last part")
    case .goto:
      .init(
        ["goto"], [], .needed("CELL", example: "goto conv-forward"),
        "go to a cell, by its id, the start of its id, or its number")
    case .find:
      .init(["find", "/"], [], .optional("TEXT"), "go to the next part that holds the text; without text, search on")
    case .edit: .init(["edit"], ["e"], "change it in place: Alt-Enter takes it, Control-C leaves it as it was")
    case .editor: .init(["editor", "edit in editor"], ["E"], "change it in $VISUAL or $EDITOR")
    case .above: .init(["above", "new above"], ["a"], .optional("CODE"), "add a cell above")
    case .below: .init(["below", "new below", "new"], ["b"], .optional("CODE"), "add a cell below")
    case .proseAbove: .init(["prose above"], ["A"], .optional("TEXT"), "add prose above")
    case .proseBelow: .init(["prose below", "prose"], ["B"], .optional("TEXT"), "add prose below")
    case .delete: .init(["delete"], ["dd"], "delete the cell with its output, or the prose")
    case .undo: .init(["undo"], ["z"], "take back the last change")
    case .redo: .init(["redo"], ["Z"], "make the change again that was taken back")
    case .moveUp: .init(["move up"], ["K"], "exchange it with the part above")
    case .moveDown: .init(["move down"], ["J"], "exchange it with the part below")
    case .split:
      .init(["split"], [], .needed("LINE", example: "split 4"), "make two cells: the second begins at the line")
    case .merge: .init(["merge"], ["M"], "make one cell of this one and the next")
    case .clear: .init(["clear"], "remove the cell's recorded output")
    case .clearAll: .init(["clear all"], "remove all recorded outputs")
    case .show: .init(["show"], [" "], "show the cell or the prose again, page by page if it is long")
    case .showAll: .init(["show all"], "show the whole notebook")
    case .output: .init(["output"], ["o"], "show all of the cell's output")
    case .fold:
      .init(["fold"], [], .optional("WIDTH"), "show the cell's value as NumPy would with lines as wide as the terminal")
    case .setWidth:
      .init(
        ["set width"], [], .needed("COLUMNS", example: "set width 60"),
        "show all text so wide; 'auto': as the terminal is")
    case .cells: .init(["cells"], "list the cells and how they stand")
    case .stale: .init(["stale"], "list the cells that are stale, and why")
    case .variables: .init(["variables"], ["v"], "list names and what they hold")
    case .compare: .init(["compare"], "compare the cell's output with the one in the file")
    case .compareAll: .init(["compare all"], "compare all cells that ran with the file")
    case .attempt:
      .init(["try", "="], [], .needed("CODE", example: "try Z.shape"), "run code that does not belong to the notebook")
    case .save: .init(["save"], ["s"], "save the notebook")
    case .saveAs:
      .init(["save as"], [], .needed("FILE", example: "save as mine.cnb"), "save it under another name: .cnb or .ipynb")
    case .reload: .init(["reload"], "read the file again; can be undone")
    case .help: .init(["help"], ["?", "h"], "show this list")
    case .quit: .init(["quit", "exit"], ["q"], "leave; asks where something was not saved")
    }
  }
}

extension NotebookVerb.Description {
  fileprivate init(_ words: [String], _ keys: [String], _ summary: String) { self.init(words, keys, .none, summary) }
  fileprivate init(_ words: [String], _ summary: String) { self.init(words, [], .none, summary) }
}
