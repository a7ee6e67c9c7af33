# Long texts in longer ones, from both ends.
text = ("ab" * 40 + "c") * 30 + "é" + "ab" * 50 + "d"
for part in ["ab" * 20, "ba" * 20 + "b", "ab" * 40 + "c" + "ab", "é" + "ab" * 50, "ab" * 50 + "d", "ab" * 51, text, text + "x"]:
    print(len(part), part in text, text.find(part), text.rfind(part), text.count(part), len(text.replace(part, "-")))
    print(text.find(part, 100), text.rfind(part, 0, 500), text.find(part, 90, 300), len(text.split(part)), len(text.rsplit(part, 2)))
    print([len(x) for x in text.partition(part)], [len(x) for x in text.rpartition(part)])
print(("a" * 100000 + "b") in "a" * 200000, ("a" * 200000).find("a" * 100000 + "b"), ("a" * 200000).rfind("b" + "a" * 100000))
