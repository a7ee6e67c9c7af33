extension AxesFunction {
  static let state: [AxesFunction] = [
    AxesFunction("twinx", "") { call in .of(call.twin(sharesX: true)) },
    AxesFunction("twiny", "") { call in .of(call.twin(sharesX: false)) },
    AxesFunction("cla", "") { call in
      call.axes.clear()
      return .none
    },
    AxesFunction("clear", plt: "", "") { call in
      call.axes.clear()
      return .none
    },
    AxesFunction("remove", plt: "", "") { call in
      call.axes.figure?.remove(call.axes)
      return .none
    },
    AxesFunction("set", plt: "", "**keywords") { call in try call.setAll() },
    AxesFunction("get_figure", plt: "", "") { call in call.axes.figure.map { .of($0) } ?? .none },
    AxesFunction("get_legend", plt: "", "") { call in call.axes.legend.map { .of($0) } ?? .none },
    AxesFunction("get_lines", plt: "", "") { call in
      .object(ArtistLists.silent(call.axes.artists.filter { $0 is Line }, "Line2D"))
    },
    AxesFunction("get_images", plt: "", "") { call in
      .object(ArtistLists.silent(call.axes.artists.filter { $0 is ImageArtist }, "AxesImage"))
    },
    AxesFunction("has_data", plt: "", "") { call in .bool(call.axes.artists.contains { !($0 is FigureText) }) },
    AxesFunction("get_legend_handles_labels", plt: "", "legend_handler_map=") { call in
      let parts = call.axes.labelledParts
      let handles = parts.map { FigurePartObject.of($0, in: call.axes.figure) }
      return Value(tuple: [Value(list: handles), Value(list: parts.map { Value($0.legendLabel) })])
    },
  ]
}

extension PlotCall {
  fileprivate func twin(sharesX: Bool) -> FigureAxes {
    let twin = FigureAxes(.over)
    // A twin of a twin lies over the same axes.
    twin.twin = axes.twin ?? axes
    pyplot.parameters.apply(to: twin)
    axes.figure?.add(twin)
    if sharesX { twin.shareX(with: axes) } else { twin.shareY(with: axes) }
    (sharesX ? twin.xAxis : twin.yAxis).isVisible = false
    return twin
  }

  /// `ax.set(title='Cost', xlim=(0, 1))`: each keyword calls its method.
  fileprivate func setAll() throws -> Value {
    var results: [Value] = []
    for (name, _) in keywords {
      guard AxesFunctionTable.methods["set_\(name)"] != nil else {
        throw Raised.attributeError("Axes.set() got an unexpected keyword argument '\(name)'")
      }
    }
    for (name, value) in keywords {
      results.append(try interpreter.call(interpreter.attribute(.of(axes), "set_\(name)"), [value]))
    }
    return Value(list: results)
  }
}
