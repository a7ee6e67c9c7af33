s = "café ñ 日本"
print(s, len(s), s[3], s.upper(), s[::-1])
print(repr(s), [s], "é" == "\u00e9", ord("é"), chr(26085))
print("ß".upper(), "Σ".lower(), "naïve".title(), "é".isalpha())
print("日本".center(10, "*"), "😀"[0], len("😀"))
