import KernelInterface

typealias Tile1<Row: Vectors> = OneRow<Row>
typealias Tile2<Row: Vectors> = Stack<Tile1<Row>, Tile1<Row>>
typealias Tile3<Row: Vectors> = Stack<Tile2<Row>, Tile1<Row>>
typealias Tile4<Row: Vectors> = Stack<Tile2<Row>, Tile2<Row>>
typealias Tile5<Row: Vectors> = Stack<Tile3<Row>, Tile2<Row>>
typealias Tile6<Row: Vectors> = Stack<Tile3<Row>, Tile3<Row>>
typealias Tile7<Row: Vectors> = Stack<Tile4<Row>, Tile3<Row>>
typealias Tile8<Row: Vectors> = Stack<Tile4<Row>, Tile4<Row>>
typealias Tile10<Row: Vectors> = Stack<Tile5<Row>, Tile5<Row>>
typealias Tile12<Row: Vectors> = Stack<Tile6<Row>, Tile6<Row>>
typealias Tile14<Row: Vectors> = Stack<Tile7<Row>, Tile7<Row>>

/// What is computed one tile at a time.
protocol TileKernel {
  associatedtype Row: Vectors
  /// Rows that the processor has registers for, 14 at most.
  static var tallest: Int { get }
  static func compute<T: Tile>(_ tile: T.Type, _ job: TileJob<T.Number>) where T.Row == Row
}

extension TileKernel {
  /// All rows of the job, in tiles of nearly equal height. There are none of 9, 11 and 13 rows: they take the compiler
  /// long, and serve little.
  @inline(__always)
  static func compute(_ job: TileJob<Row.Element.Number>) {
    var tile = job
    var tiles = (job.rows &+ tallest &- 1) / tallest
    while tile.rows > 0 {
      var rows = (tile.rows &+ tiles &- 1) / tiles
      if rows > 8, rows & 1 == 1 { rows = rows < tile.rows ? rows &+ 1 : 8 }
      compute(tile, rows: rows)
      tile.rows &-= rows
      tiles = Swift.max(tiles &- 1, 1)
      tile.numbers += rows &* job.numberStep
      tile.output += rows &* job.outputStep
    }
  }

  @inline(__always)
  private static func compute(_ job: TileJob<Row.Element.Number>, rows: Int) {
    switch rows {
    case 1: compute(Tile1<Row>.self, job)
    case 2: compute(Tile2<Row>.self, job)
    case 3: compute(Tile3<Row>.self, job)
    case 4: compute(Tile4<Row>.self, job)
    case 5: compute(Tile5<Row>.self, job)
    case 6: compute(Tile6<Row>.self, job)
    case 7 where tallest >= 7: compute(Tile7<Row>.self, job)
    case 8 where tallest >= 8: compute(Tile8<Row>.self, job)
    case 10 where tallest >= 10: compute(Tile10<Row>.self, job)
    case 12 where tallest >= 12: compute(Tile12<Row>.self, job)
    case 14 where tallest >= 14: compute(Tile14<Row>.self, job)
    default: break
    }
  }
}

extension Tile {
  /// Writes the tile, or as many of its lanes as are wanted, to the job's output.
  @inline(__always)
  func finish(_ job: TileJob<Number>) {
    if job.lanes == Row.width { return store(at: job.output, step: job.outputStep) }
    store(at: job.scratch, step: Row.width)
    for row in 0..<Self.rows {
      let (from, to) = (job.scratch + row &* Row.width, job.output + row &* job.outputStep)
      for lane in 0..<job.lanes { to[lane] = from[lane] }
    }
  }
}
