/// A coordinate system and what is drawn in it.
package final class FigureAxes: FigurePart, @unchecked Sendable {
  /// Where a title stands.
  package enum TitlePlace: String, Sendable, CaseIterable { case center, left, right }

  /// Width to height of a unit.
  package enum Aspect: Sendable, Equatable {
    case automatic
    /// A unit of y is so many units of x high.
    case ratio(Double)
  }

  package weak var figure: Figure?
  package var place: AxesPlace
  /// The axes that these lie over: `twinx`.
  package weak var twin: FigureAxes?
  package var titles: [TitlePlace: FigureText] = [:]
  package let xAxis = Axis(isHorizontal: true)
  package let yAxis = Axis(isHorizontal: false)
  /// In the order they came.
  package var artists: [Artist] = []
  package var containers: [ArtistContainer] = []
  package var legend: Legend?
  package var spines: [Spine] = Spine.Side.allCases.map { Spine($0) }
  /// False after `axis('off')`: neither frame nor numbers.
  package var isShown = true
  package var isFrameShown = true
  package var aspect = Aspect.automatic
  /// Changes the limits, not the box, to keep the aspect.
  package var adjustsData = false
  package var style = Style()
  /// What a colour bar was asked for last: `plt.gci()`.
  package weak var currentImage: MappedArtist?
  /// The colour bar that fills these axes.
  package var colourBar: ColourBar?
  /// Settings of `rcParams` that were not the default when the axes were made.
  package var settings = Style()
  private var usedLineColours = 0
  private var usedPatchColours = 0

  package init(_ place: AxesPlace) {
    self.place = place
    super.init()
    for axis in [xAxis, yAxis] {
      axis.axes = self
      axis.range.join(self)
    }
    for title in TitlePlace.allCases {
      let x: FigureText.Coordinate =
        switch title {
        case .center: .init(0.5, "0.5")
        case .left: .init(0, "0.0")
        case .right: .init(1, "1.0")
        }
      titles[title] = FigureText("", x: x, y: .init(1, "1.0"), coordinates: .axes, isTitle: true)
    }
  }

  /// The next colour for a line, and for everything else: two rows of the same colours.
  package func nextLineColour() -> String {
    defer { usedLineColours += 1 }
    return Colour.cycle[usedLineColours % Colour.cycle.count]
  }

  package func nextPatchColour() -> String {
    defer { usedPatchColours += 1 }
    return Colour.cycle[usedPatchColours % Colour.cycle.count]
  }

  package func add(_ artist: Artist) {
    artist.axes = self
    artists.append(artist)
    if artist.isBounded {
      xAxis.range.reach = nil
      yAxis.range.reach = nil
    }
  }

  package func remove(_ artist: Artist) {
    artists.removeAll { $0 === artist }
    if legend === artist { legend = nil }
    artist.axes = nil
  }

  /// Shows the same stretch of x, or of y, as other axes.
  package func shareX(with other: FigureAxes) {
    xAxis.range = other.xAxis.range
    xAxis.range.join(self)
  }

  package func shareY(with other: FigureAxes) {
    yAxis.range = other.yAxis.range
    yAxis.range.join(self)
  }

  /// Takes away all that was drawn and set; what is shared stays shared.
  package func clear() {
    for artist in artists { artist.axes = nil }
    let fresh = FigureAxes(place)
    (artists, containers, legend, spines) = ([], [], nil, fresh.spines)
    (isShown, isFrameShown, aspect, adjustsData) = (true, true, .automatic, false)
    (titles, style, currentImage) = (fresh.titles, Style(), nil)
    (usedLineColours, usedPatchColours) = (0, 0)
    for axis in [xAxis, yAxis] {
      axis.label.text = ""
      axis.label.style = Style()
      (axis.ticks, axis.minorTicks, axis.showsMinorTicks) = (nil, nil, false)
      (axis.tickStyle, axis.isVisible, axis.grid, axis.minorGrid, axis.categories) = (Style(), true, nil, nil, [])
      axis.range.limits = .automatic
      axis.range.scale = .linear
      axis.range.isInverted = false
      axis.range.reach = nil
      axis.range.isAutoscaled = false
    }
  }

  func add(to digest: inout FigureDigest) {
    digest.add("axes")
    place.add(to: &digest)
    if place == .over { digest.add(figure?.axes.firstIndex { $0 === twin } ?? -1) }
    for title in TitlePlace.allCases { titles[title]?.add(to: &digest) }
    xAxis.add(to: &digest)
    yAxis.add(to: &digest)
    digest.add(artists.count)
    for artist in artists { artist.add(to: &digest) }
    digest.add(legend != nil)
    legend?.add(to: &digest)
    for spine in spines { spine.add(to: &digest) }
    for flag in [isShown, isFrameShown, adjustsData] { digest.add(flag) }
    if case .ratio(let ratio) = aspect { digest.add(ratio) } else { digest.add("auto") }
    digest.add(style)
    digest.add(settings)
    digest.add(colourBar != nil)
    colourBar?.add(to: &digest)
  }
}
