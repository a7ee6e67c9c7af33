import Cells
import Drawing

/// A picture in kitty's graphics protocol: a PNG in base 64, in pieces of 4096 characters.
enum KittyPicture {
  static func text(_ sketch: Sketch, _ graphics: TerminalGraphics, image: UInt32) throws(PictureError) -> String {
    let scale = graphics.scale(width: sketch.width, height: sketch.height)
    let data = Array(Base64.text(of: try sketch.file(.png, scale: scale)).utf8)
    let columns = max(1, Int((sketch.width * scale / graphics.cell.width).rounded(.up)))
    let rows = max(1, Int((sketch.height * scale / graphics.cell.height).rounded(.up)))
    // q=2: the terminal answers nothing, which would be typed into the program.
    let first =
      graphics.isInTmux ? "a=T,U=1,i=\(image),c=\(columns),r=\(rows),f=100,q=2" : "a=T,f=100,q=2"
    var text = ""
    for start in stride(from: 0, to: max(data.count, 1), by: 4096) {
      let end = min(start + 4096, data.count)
      let keys = (start == 0 ? first + "," : "") + "m=\(end < data.count ? 1 : 0)"
      let command = "\u{1B}_G\(keys);\(String(decoding: data[start..<end], as: UTF8.self))\u{1B}\\"
      text += graphics.isInTmux ? TmuxPassthrough.wrapped(command) : command
    }
    return text + (graphics.isInTmux ? placeholders(columns: columns, rows: rows, image: image) : "\n")
  }

  /// Characters that the terminal covers with the picture, wherever tmux puts them: their colour says which picture, and
  /// marks on the first of a row say which row.
  private static func placeholders(columns: Int, rows: Int, image: UInt32) -> String {
    let colour = "\u{1B}[38;2;\(image >> 16 & 255);\(image >> 8 & 255);\(image & 255)m"
    return (0..<min(rows, rowMarks.count)).map { row in
      var line = String.UnicodeScalarView()
      for column in 0..<columns {
        line.append(placeholder)
        if column == 0 { line.append(contentsOf: [rowMarks[row], rowMarks[0]]) }
      }
      return "\(colour)\(String(line))\u{1B}[39m\n"
    }.joined()
  }

  private static let placeholder: Unicode.Scalar = "\u{10EEEE}"
  /// The first of kitty's marks for numbers from 0 on.
  private static let rowMarks: [Unicode.Scalar] = [
    0x305, 0x30D, 0x30E, 0x310, 0x312, 0x33D, 0x33E, 0x33F, 0x346, 0x34A, 0x34B, 0x34C, 0x350, 0x351, 0x352, 0x357,
    0x35B, 0x363, 0x364, 0x365, 0x366, 0x367, 0x368, 0x369, 0x36A, 0x36B, 0x36C, 0x36D, 0x36E, 0x36F, 0x483, 0x484,
    0x485, 0x486, 0x487, 0x592, 0x593, 0x594, 0x595, 0x597, 0x598, 0x599, 0x59C, 0x59D, 0x59E, 0x59F, 0x5A0, 0x5A1,
  ].compactMap(Unicode.Scalar.init)
}

/// A picture as iTerm2 takes it: a PNG file within one escape sequence.
enum ITermPicture {
  static func text(_ sketch: Sketch, _ graphics: TerminalGraphics) throws(PictureError) -> String {
    let scale = graphics.scale(width: sketch.width, height: sketch.height)
    let png = try sketch.file(.png, scale: scale)
    let (width, height) = (Int((sketch.width * scale).rounded()), Int((sketch.height * scale).rounded()))
    let command =
      "\u{1B}]1337;File=inline=1;size=\(png.count);width=\(width)px;height=\(height)px;preserveAspectRatio=1:"
      + Base64.text(of: png) + "\u{07}"
    guard graphics.isInTmux else { return command + "\n" }
    // tmux does not see that the cursor moves.
    let rows = Int((Double(height) / graphics.cell.height).rounded(.up))
    return TmuxPassthrough.wrapped(command) + String(repeating: "\n", count: max(rows, 1))
  }
}
