s = "banana"
print(s.find("an"), s.find("an", 2), s.rfind("an"), s.find("x"), s.index("n"), s.rindex("a"))
print(s.count("a"), s.count("an"), s.count("a", 2), s.count(""), s.find("", 3))
print(s.startswith("ban"), s.startswith("nan", 2), s.endswith(("x", "na")), s.endswith("an"), s.startswith(""))
