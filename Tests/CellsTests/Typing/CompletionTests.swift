import Cells
import Testing

@Suite struct CompletionTests {
  /// Candidates at the `|` of the typed text, after the cell ran.
  private func candidates(_ typed: String, after cell: String = "") -> [String] {
    completion(typed, after: cell).candidates
  }

  private func completion(_ typed: String, after cell: String = "") -> Completion {
    let session = Session()
    let result = session.run(cell, name: "In[1]") { _ in }
    #expect(!result.isFailed)
    let before = typed.prefix { $0 != "|" }
    return session.completion(of: typed.filter { $0 != "|" }, at: before.utf8.count)
  }

  @Test func namesOfCellsBuiltinsAndKeywords() {
    #expect(candidates("pad|", after: "padding = 1\npad_width = 2") == ["pad_width", "padding"])
    #expect(candidates("isinst|") == ["isinstance"])
    #expect(candidates("whi|") == ["while"])
    #expect(candidates("zero_|") == ["zero_pad"])
    #expect(candidates("x = pad|ding + 1", after: "padded = 1") == ["padded"])
  }

  @Test func theRangeIsTheTypedWord() {
    #expect(completion("x = (isinst|").range == 5..<11)
    #expect(completion("é = isinst|").range == 5..<11)
    #expect(completion("np.zer|", after: "import numpy as np").range == 3..<6)
  }

  @Test func wordsOfTheCellItself() {
    #expect(candidates("def f(image_count):\n    return image_c|") == ["image_count"])
    #expect(candidates("xy|") == [])
  }

  @Test func attributesOfRealValues() {
    #expect(candidates("x.resh|", after: "import numpy as np\nx = np.zeros(3)") == ["reshape"])
    #expect(candidates("'text'.upp|") == ["upper"])
    #expect(candidates("np.random.see|", after: "import numpy as np") == ["seed"])
    #expect(candidates("x.shape.cou|", after: "import numpy as np\nx = np.zeros(3)") == ["count"])
    #expect(candidates("layers[0].wei|", after: "class L: pass\nl = L(); l.weights = 1\nlayers = [l]") == ["weights"])
    #expect(candidates("cache['A'].resh|", after: "import numpy as np\ncache = {'A': np.ones(2)}") == ["reshape"])
    #expect(candidates("nothing.x|") == [])
  }

  @Test func privateNamesOnlyWhenAskedFor() {
    let cell = "class L:\n    def __init__(self):\n        self._a = 1\n        self.b = 2\nl = L()"
    #expect(candidates("l.|", after: cell) == ["b"])
    #expect(candidates("l._|", after: cell) == ["_a"])
    #expect(candidates("l.__ini|", after: cell) == ["__init__", "__init_subclass__"])
  }

  @Test func nothingOfTheCellsRuns() {
    let cell = """
      class L:
          @property
          def size(self):
              print("ran")
              return "text"
          def __getattr__(self, name):
              print("ran")
              return "text"
          def __eq__(self, other):
              print("ran")
              return True
          def __hash__(self):
              return hash("a")
      l = L()
      d = {l: [1], 1: "one"}
      """
    let session = Session()
    _ = session.run(cell, name: "In[1]") { _ in }
    for typed in ["l.size.up", "l.other.up", "d['a'].up", "d[1].up", "l.siz", "d["] {
      let found = session.completion(of: typed, at: typed.utf8.count)
      #expect(
        found.candidates == (typed == "d[1].up" ? ["upper"] : typed == "l.siz" ? ["size"] : typed == "d[" ? ["1"] : []))
    }
    var output: [CellOutput] = []
    _ = session.run("0", name: "In[2]") { output.append($0) }
    #expect(output == [.value("0")])
  }

  @Test func keywordArguments() {
    #expect(candidates("f(sec|", after: "def f(first, second=2, *rest, third): pass") == ["second="])
    #expect(candidates("f(1, t|", after: "def f(first, /, second=2, *rest, third, **more): pass").first == "third=")
    #expect(candidates("conv_forward(A, hp|") == ["hparameters="])
    #expect(candidates("L(wid|", after: "class L:\n    def __init__(self, width): pass") == ["width="])
    #expect(candidates("l.f(wid|", after: "class L:\n    def f(self, width): pass\nl = L()") == ["width="])
    #expect(candidates("np.zeros(sha|", after: "import numpy as np") == ["shape="])
    #expect(candidates("f((sec|", after: "def f(second): pass") == [])
    #expect(candidates("f(a, b=sec|", after: "def f(second): pass") == [])
  }

  @Test func dictionaryKeys() {
    let cell = "d = {'stride': 1, 'pad': 2, \"it's\": 3, 4: 5, 'new\\nline': 6}"
    #expect(candidates("d['s|", after: cell) == ["stride'"])
    #expect(candidates("d[\"|", after: cell) == ["stride\"", "pad\"", "it's\""])
    #expect(candidates("d[|", after: cell) == ["'stride'", "'pad'", "\"it's\"", "4", "'new\\nline'"])
  }

  @Test func modules() {
    #expect(candidates("import ma|") == ["math"])
    #expect(candidates("from nu|") == ["numpy"])
    #expect(candidates("from math import sq|") == ["sqrt"])
    #expect(candidates("import numpy as ma|").contains("map"))
  }

  @Test func commands() {
    #expect(candidates("%his|") == ["history"])
    #expect(candidates("%%tim|") == ["time", "timeit"])
    #expect(completion("%run les|").path == "les")
    #expect(completion("%%tim|").range == 2..<5)
  }

  @Test func pathsInStrings() {
    #expect(completion("open('data/wei|").path == "data/wei")
    #expect(completion("open('data/wei|").range == 11..<14)
    #expect(completion("x = 'done' + y|").path == nil)
    #expect(completion("# it's a comm|") == Completion(range: 13..<13))
    #expect(completion("'''text\nmore|").path == nil)
  }

  @Test func commonPrefixes() {
    #expect(Completion(range: 0..<0, candidates: ["stride_a", "stride_b", "str"]).commonPrefix == "str")
    #expect(Completion(range: 0..<0, candidates: ["only"]).commonPrefix == "only")
    #expect(Completion(range: 0..<0).commonPrefix == "")
  }
}
