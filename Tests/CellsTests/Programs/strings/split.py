print("a b  c".split(), "a b  c".split(" "), "a,b,,c".split(","), "".split(), "".split(","))
print("a,b,c,d".split(",", 2), "a,b,c,d".rsplit(",", 1), "  lead".split(" ", 1))
print("one\ntwo\r\nthree\n".splitlines(), "x\ny".splitlines(True), "k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="))
print("1->2->3".split("->"), " a  b ".split(None, 1))
