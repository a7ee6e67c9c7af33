/// The figures of a session that are open, and what `plt` remembers between calls.
package final class Pyplot {
  /// The one that was made or chosen last comes last; so they are shown.
  private(set) var figures: [Figure] = []
  let parameters = RcParams()
  /// Objects for the colour maps that cells asked for.
  var colourMaps: [String: ColourMapObject] = [:]

  /// Shows what is open and closes it.
  func showAll(_ interpreter: Interpreter) {
    let shown = figures
    figures = []
    for figure in shown { interpreter.host.display(.figure(interpreter.record(of: figure))) }
  }

  /// The figure that `plt` draws on: a new one where none is open.
  var current: Figure { figures.last ?? makeFigure() }

  /// The axes that `plt` draws on.
  var currentAxes: FigureAxes { axes(of: current) }

  func axes(of figure: Figure) -> FigureAxes {
    if let axes = figure.current ?? figure.axes.last { return axes }
    return addAxes(.grid(rows: 1, columns: 1, row: 0...0, column: 0...0), to: figure)
  }

  func addAxes(_ place: AxesPlace, to figure: Figure) -> FigureAxes {
    let axes = FigureAxes(place)
    parameters.apply(to: axes)
    figure.add(axes)
    return axes
  }

  var numbers: [Int] { figures.map(\.number).sorted() }

  func figure(number: Int) -> Figure? { figures.first { $0.number == number } }
  func figure(named name: String) -> Figure? { figures.first { $0.name == name } }

  /// A cell that opens figures in an endless loop does not fill the memory with them.
  private static let mostFigures = 1000

  /// - Throws: `RuntimeError` where no more figures may be open.
  func checkFigureCount() throws {
    guard figures.count >= Pyplot.mostFigures else { return }
    throw Raised.runtimeError(
      "\(figures.count) figures are open: close them, as with plt.close('all'), before opening more")
  }

  func makeFigure(number: Int? = nil, width: Double? = nil, height: Double? = nil, resolution: Double? = nil) -> Figure
  {
    let size = parameters.figureSize
    let figure = Figure(
      width: width ?? size.width, height: height ?? size.height,
      resolution: resolution ?? parameters.number("figure.dpi") ?? 100,
      number: number ?? (figures.map(\.number).max() ?? 0) &+ 1)
    parameters.apply(to: figure)
    figures.append(figure)
    return figure
  }

  func makeCurrent(_ figure: Figure) {
    guard let index = figures.firstIndex(where: { $0 === figure }) else { return }
    figures.append(figures.remove(at: index))
  }

  func close(_ figure: Figure) { figures.removeAll { $0 === figure } }
  func closeAll() { figures = [] }
}
