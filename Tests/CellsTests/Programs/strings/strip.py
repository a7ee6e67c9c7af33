s = "  \t padded \n"
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()))
print("xxhixx".strip("x"), "abcba".strip("ab"), "www.site.org".lstrip("w."), "1.500".rstrip("0"))
print("prefix-body".removeprefix("prefix-"), "body.py".removesuffix(".py"), "a".removeprefix("b"))
