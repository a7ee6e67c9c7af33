extension Interpreter {
  /// The picture of a figure that a cell ends in; `nil` where it is open, and shown at the end of the cell anyway.
  package func closedFigure(_ value: Value) -> FigureRecord? {
    guard let figure = value.figurePart(Figure.self), !figure.axes.isEmpty,
      !pyplot.figures.contains(where: { $0 === figure })
    else { return nil }
    return figure.record
  }
}

extension FigurePartObject: DisplayedObject {
  /// `display(fig)` shows the picture, also of a figure that is closed.
  func displayedData(_ interpreter: Interpreter) throws -> DisplayedData {
    if let figure = part as? Figure { return .figure(figure.record) }
    return .text(try interpreter.prettyRepresentation(.object(self)))
  }
}
