import Foundation
import Testing

@Suite("cnb convert to other formats")
struct ExportTests {
  private let lesson = """
    ---
    cnb: 1
    title: A lesson
    ---

    # Steps

    ![dot](images/dot.png) $n_H$

    ```python cell=a
    %matplotlib inline
    print("x")
    ```

    ```output cell=a
    x
    ```

    """

  private let jupyter = """
    {"cells": [{"cell_type": "code", "metadata": {}, "execution_count": 1, "source": ["x"], "outputs": [
      {"output_type": "display_data", "metadata": {}, "data": {"image/png": "iVBORw0KGgo=", "text/plain": ["F"]}}]}],
     "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    """

  @Test("writes a script that Python runs and cnb runs")
  func script() throws {
    let folder = try Workspace(["lesson.cnb": lesson])
    #expect(try folder.cnb("convert", "lesson.cnb", "lesson.py") == Outcome(0))
    #expect(
      try folder.read("lesson.py").hasSuffix(
        """
        # %% [markdown]
        # # Steps
        #
        # ![dot](images/dot.png) $n_H$

        # %% cell="a"
        # %matplotlib inline
        print("x")

        """))
    #expect(try folder.cnb("run", "lesson.py") == Outcome(0, output: "x\n"))
    #expect(try folder.cnb("convert", "lesson.py", "again.cnb") == Outcome(0))
    #expect(try folder.cnb("run", "again.cnb").output == "x\n")
  }

  @Test("writes a page with the pictures that stand beside the notebook")
  func page() throws {
    let folder = try Workspace(["lesson.cnb": lesson, "secret.png": "x"])
    let images = folder.url.appendingPathComponent("images")
    try FileManager.default.createDirectory(at: images, withIntermediateDirectories: true)
    let dot = images.appendingPathComponent("dot.png")
    try Data([0x89, 0x50, 0x4E, 0x47]).write(to: dot)
    #expect(try folder.cnb("convert", "lesson.cnb", "lesson.html") == Outcome(0))
    let page = try folder.read("lesson.html")
    #expect(page.contains("<title>A lesson</title>"))
    #expect(page.contains("<img src=\"data:image/png;base64,iVBORw==\" alt=\"dot\">"))
    #expect(page.contains("<math alttext=\"n_H\">"))

    try FileManager.default.removeItem(at: dot)
    try FileManager.default.createSymbolicLink(
      at: dot, withDestinationURL: URL(fileURLWithPath: "/usr/share/pixmaps/debian-logo.png"))
    #expect(try folder.cnb("convert", "lesson.cnb", "-", "--to", "html").output.contains("class=\"missing\""))
  }

  @Test("writes Markdown with the pictures in a folder beside it, or in it on standard output")
  func markdown() throws {
    let folder = try Workspace(["lesson.ipynb": jupyter])
    #expect(try folder.cnb("convert", "lesson.ipynb", "out.md") == Outcome(0))
    #expect(try folder.read("out.md") == "```python\nx\n```\n\n![F](<out_files/output-1-1.png>)\n")
    #expect(folder.names == ["lesson.ipynb", "out.md", "out_files"])
    let picture = try Data(contentsOf: folder.url.appendingPathComponent("out_files/output-1-1.png"))
    #expect(Array(picture) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(
      try folder.cnb("convert", "lesson.ipynb", "-", "--to", "md")
        == Outcome(0, output: "```python\nx\n```\n\n![F](<data:image/png;base64,iVBORw0KGgo=>)\n"))
    try folder.write("x", to: "no_files")
    #expect(
      try folder.cnb("convert", "lesson.ipynb", "no.md")
        == Outcome(1, error: "cnb: cannot write ./no_files/output-1-1.png: Not a directory\n"))
  }

  @Test("makes no script of another language")
  func otherLanguage() throws {
    let julia = jupyter.replacingOccurrences(
      of: "\"metadata\": {}, \"nbformat\"",
      with: "\"metadata\": {\"kernelspec\": {\"language\": \"julia\"}}, \"nbformat\"")
    let folder = try Workspace(["a.ipynb": julia])
    #expect(try folder.cnb("convert", "a.ipynb", "a.py").status == 1)
    #expect(try folder.cnb("convert", "a.ipynb", "a.html").status == 0)
  }
}
