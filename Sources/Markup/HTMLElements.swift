/// The elements that lay out text. Others are no markup for this program: they are shown as the text that they are.
package enum HTMLElements {
  package static let inline: Set<String> = words(
    """
    a abbr acronym b bdi bdo big br cite code del dfn em font i img ins kbd mark q s samp small span strike strong sub sup
    tt u var wbr
    """)

  package static let block: Set<String> = words(
    """
    article aside blockquote caption center colgroup dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6
    header hr li ol p pre section summary table tbody td tfoot th thead tr ul
    """)

  /// Neither starts a paragraph nor ends one.
  package static let other: Set<String> = ["col", "video"]

  /// Elements without contents; what is between the tags of a film stands beside it.
  package static let empty: Set<String> = ["br", "hr", "img", "col", "wbr", "video"]

  package static func isKnown(_ name: String) -> Bool {
    inline.contains(name) || block.contains(name) || other.contains(name)
  }

  package static func isHeading(_ name: String) -> Bool {
    name.utf8.count == 2 && name.hasPrefix("h") && name != "hr" && isKnown(name)
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
