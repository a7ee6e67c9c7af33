for i, c in enumerate("abc"):
    print(i, c)
print(list("xyz"), tuple("ab"), set("a"), "".join(reversed("abc")), sorted("hello"))
print([ord(c) for c in "AZaz09"], "".join(chr(ord("a") + k) for k in range(5)))
word = "level"
print(word == word[::-1], "e" in word, word.count("l"))
