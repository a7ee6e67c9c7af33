import ArgumentParser

/// How figures are shown.
enum GraphicsForm: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// In words.
  case none
  /// As characters.
  case symbols
  case sixel
  case kitty
  case iterm
}

let graphicsHelp = ArgumentHelp(
  """
  How figures are shown: none (in words), symbols, sixel, kitty or iterm; otherwise what the terminal says that it can, \
  and words where there is none.
  """, valueName: "form")
