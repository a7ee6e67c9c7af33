extension Interpreter {
  /// What is shown of a figure now, with its picture where the host wants that.
  func record(of figure: Figure) -> FigureRecord {
    var record = figure.record
    if host.keepsPictures { record.picture = host.drawing?.picture(of: figure) }
    return record
  }

  /// The picture of a figure that a cell ends in; `nil` where it is open, and shown at the end of the cell anyway.
  package func closedFigure(_ value: Value) -> FigureRecord? {
    guard let figure = value.figurePart(Figure.self), !figure.axes.isEmpty,
      !pyplot.figures.contains(where: { $0 === figure })
    else { return nil }
    return record(of: figure)
  }
}

extension FigurePartObject: DisplayedObject {
  /// `display(fig)` shows the picture, also of a figure that is closed.
  func displayedData(_ interpreter: Interpreter) throws -> DisplayedData {
    if let figure = part as? Figure { return .figure(interpreter.record(of: figure)) }
    return .text(try interpreter.prettyRepresentation(.object(self)))
  }
}
