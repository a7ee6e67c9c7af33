/// The colour maps of matplotlib 3.8, by name.
package enum ColourMapNames {
  /// All of them, in order, reversed ones too.
  package static let all: [String] = (interpolated + listed).flatMap { name in
    withoutReverse.contains(name) ? [name] : [name, "\(name)_r"]
  }.sorted()

  /// Those that matplotlib keeps as `LinearSegmentedColormap`.
  package static let interpolated: [String] = """
    Blues BrBG BuGn BuPu CMRmap GnBu Grays Greens Greys OrRd Oranges PRGn PiYG PuBu PuBuGn PuOr PuRd Purples RdBu
    RdGy RdPu RdYlBu RdYlGn Reds Spectral Wistia YlGn YlGnBu YlOrBr YlOrRd afmhot autumn binary bone brg bwr cool
    coolwarm copper cubehelix flag gist_earth gist_gray gist_grey gist_heat gist_ncar gist_rainbow gist_stern
    gist_yarg gist_yerg gnuplot gnuplot2 gray grey hot hsv jet nipy_spectral ocean pink prism rainbow seismic spring
    summer terrain winter
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// Those that matplotlib keeps as `ListedColormap`.
  package static let listed: [String] = """
    Accent Dark2 Paired Pastel1 Pastel2 Set1 Set2 Set3 cividis inferno magma plasma tab10 tab20 tab20b tab20c turbo
    twilight twilight_shifted viridis
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let withoutReverse: Set<String> = ["Grays", "gist_grey", "gist_yerg", "grey"]

  package static func isListed(_ name: String) -> Bool {
    listed.contains(name.hasSuffix("_r") ? String(name.dropLast(2)) : name)
  }
}
