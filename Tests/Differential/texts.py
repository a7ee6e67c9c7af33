"""Literals of numbers and texts, and the specifications that format them."""

WORDS = ["", "a", "abc", "Hello", "hello world", "NumPy", "x=1,y=2", "  pad ", "Tab\tend", "it's", 'say "hi"', "a-b-c",
         "line\nbreak", "ABC", "aAbB", "123", "0x1f", "3.5", "été", "naïve", "日本", "Ω", "ß", "😀", "a\\b", "mississippi",
         "one two  three", "{}", "100%", "under_score", "-7", "1e3", "xyz" * 3]
FLOATS = ["0.0", "1.0", "-1.0", "0.5", "0.1", "1/3", "2.5", "3.14159", "-2.75", "1e10", "1e16", "1e22", "1e-5", "1e-7",
          "123456.789", "1e100", "1.5e300", "5e-324", "0.1 + 0.2", "99.995", "1e-10", "12345678.9", "-0.001", "1e15 + 0.5"]


def int_literal(p):
    return p.draw(
        (6, lambda: str(p.whole(-10, 10))), (3, lambda: str(p.whole(0, 100))), (1, lambda: str(p.whole(-10**6, 10**6))),
        (0.4, lambda: str(p.whole(-2**63, 2**63 - 1))), (0.4, lambda: f"2**{p.whole(30, 100)}"),
        (0.3, lambda: f"10**{p.whole(5, 30)}"), (0.2, lambda: hex(p.whole(0, 2**20))), (0.1, lambda: bin(p.whole(0, 99))))


def float_literal(p):
    return p.draw(
        (3, lambda: p.one_of(*FLOATS)), (3, lambda: repr(round(p.random.uniform(-10, 10), p.whole(0, 6)))),
        (1, lambda: repr(p.random.gauss(0, 1))), (1, lambda: f"{p.random.uniform(-9, 9):.3g}e{p.whole(-20, 20)}"),
        (0.2, lambda: p.one_of("float('inf')", "float('-inf')", "float('nan')", "-0.0")))


def text_literal(p):
    return repr(p.draw((4, lambda: p.one_of(*WORDS)),
                       (1, lambda: "".join(p.several(0, 8, lambda: p.one_of(*"abcXYZ 019.,_-"))))))


def int_specification(p):
    return filled(p) + p.one_of("", "", "+", " ", "-") + p.one_of("", "", "#") + p.one_of("", "", "0") + width(p) \
        + p.one_of("", "", "", ",", "_") + p.one_of("", "d", "d", "x", "X", "b", "o", "e", "f", ".2f", ".3e", "g", "%", "n", "c")


def float_specification(p):
    return filled(p) + p.one_of("", "", "+", " ", "-") + p.one_of("", "", "", "#") + p.one_of("", "", "0") + width(p) \
        + p.one_of("", "", "", ",", "_") + p.one_of("", ".0", ".1", ".2", ".3", ".6", ".8", ".10", ".15", ".17", ".20") \
        + p.one_of("", "f", "f", "e", "g", "G", "E", "%", "F")


def text_specification(p):
    return filled(p) + width(p) + p.one_of("", "", ".0", ".2", ".5") + p.one_of("", "", "s")


def filled(p):
    return p.one_of("", "", "", "<", ">", "^", "=", "*^", "0<", "->", "_=", "é^")


def width(p):
    return p.one_of("", "", "1", "5", "8", "10", "12", "20", "25")


def specification(p, value):
    """One that mostly suits the value; now and then any."""
    kind = p.one_of(str, int, float) if p.chance(0.05) else type(value)
    if issubclass(kind, int) or getattr(value, "dtype", None) == "int64":
        return int_specification(p)
    if issubclass(kind, float) or hasattr(value, "dtype"):
        return float_specification(p)
    if issubclass(kind, str):
        return text_specification(p)
    return ""


def percent_specification(p, value):
    flags = "".join(p.several(0, 2, lambda: p.one_of(*"-+ 0#")))
    number = isinstance(value, (int, float)) or hasattr(value, "dtype")
    conversion = p.one_of(*"diouxXeEfFgGsrc" if p.chance(0.1) else "dfeg%s"[:4] + "sr" if number else "sra")
    return "%" + flags + p.one_of("", "", "5", "8", "12") + p.one_of("", "", ".0", ".2", ".3", ".8", ".12") + conversion


def formatted(p, source):
    """An expression that makes a text of another one."""
    value = p.value(source)
    if "\\" in source or '"' in source or "'" in source or "{" in source or "\n" in source:
        return p.draw((1, lambda: f"format({source}, {specification(p, value)!r})"), (1, lambda: f"str({source})"),
                      (1, lambda: f"repr({source})"), (1, lambda: f"'{percent_specification(p, value)}' % ({source},)"))
    spec = specification(p, value)
    return p.draw(
        (3, lambda: f'f"{{{source}:{spec}}}"'), (1, lambda: f'f"<{{{source}}}>"'), (0.5, lambda: f'f"{{{source}=}}"'),
        (0.5, lambda: f'f"{{{source}!r:{text_specification(p)}}}"'), (0.3, lambda: f'f"{{{source}!s}}"'),
        (1, lambda: f"'{{:{spec}}}'.format({source})"), (0.5, lambda: f"'{{0:{spec}}}|{{0}}|{{1!r}}'.format({source}, {text_literal(p)})"),
        (0.5, lambda: f"'{{v:{spec}}}'.format(v={source})"), (1, lambda: f"format({source}, {spec!r})"),
        (1.5, lambda: f"'{percent_specification(p, value)}' % ({source},)"),
        (0.3, lambda: f"'%(v){percent_specification(p, value)[1:]}' % {{'v': {source}}}"),
        (0.3, lambda: f"'%*d' % ({p.whole(-8, 8)}, {source})"), (0.4, lambda: f'f"{{{source}:{{{p.whole(1, 20)}}}}}"'))
