import ArgumentParser

/// A duration as people write it: `500ms`, `30s`, `1.5m`, `1h`; a bare number counts seconds.
struct TimeLimit: ExpressibleByArgument {
  let duration: Duration

  init?(argument: String) {
    let units: [(suffix: String, seconds: Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("", 1)]
    guard let unit = units.first(where: { argument.hasSuffix($0.suffix) }),
      let number = Double(argument.dropLast(unit.suffix.utf8.count)), number > 0, number * unit.seconds < 1e9
    else { return nil }
    duration = .seconds(number * unit.seconds)
  }
}
