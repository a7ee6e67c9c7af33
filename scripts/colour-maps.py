"""Writes Sources/Drawing/Colours/ColourMap+Table.swift: each colour map of matplotlib 3.8 as the fewest points between
which straight lines come within 1/255 of its 256 colours.

    python3 scripts/colour-maps.py > Sources/Drawing/Colours/ColourMap+Table.swift

needs numpy 1.26.4 and matplotlib 3.8. flag and prism are formulas (ColourMap.swift)."""
import numpy as np
import matplotlib
from matplotlib import colormaps
from matplotlib.colors import ListedColormap

skipped = {"flag", "prism", "Grays", "gist_grey", "gist_yerg", "grey"}

def hexes(colours):
    return ["%02x%02x%02x" % tuple(int(part) for part in colour) for colour in colours]

def knots(table):
    """Greedy: the longest straight piece from each point on."""
    places = [0]
    while places[-1] < 255:
        start, best = places[-1], places[-1] + 1
        for end in range(start + 1, 256):
            x = np.arange(start, end + 1)
            t = ((x - start) / (end - start))[:, None]
            line = np.rint(table[start] * (1 - t) + table[end] * t)
            if np.abs(line - table[x]).max() <= 1:
                best = end
            elif end > best + 40:
                break
        places.append(best)
    return places

print("extension ColourMap {")
print("  /// Written by scripts/colour-maps.py: a map a line, its points as place and colour in hexadecimal; after `=` colours")
print("  /// that take equal parts.")
print('  static let table = """')
for name in sorted(colormaps):
    if name.endswith("_r") or name in skipped:
        continue
    map = colormaps[name]
    if isinstance(map, ListedColormap) and map.N < 256:
        words = ["="] + hexes(np.rint(np.array(map.colors) * 255))
    else:
        table = np.rint(map(np.arange(256))[:, :3] * 255)
        places = knots(table)
        words = ["%02x%s" % (place, colour) for place, colour in zip(places, hexes(table[places]))]
    line = "    " + name
    for word in words:
        if len(line) + len(word) + 1 > 118:
            print(line + " \\")
            line = "     "
        line += " " + word
    print(line)
print('    """')
print("}")
