print("=" * 10, 3 * "ab", repr("x" * 0), repr("x" * -2))
print("a" < "b", "a" < "B", "abc" < "abcd", "" < "a", "10" < "9", "apple" >= "apple")
print(sorted(["b", "A", "a", "B", "10", "9"]), max("hello"), min("hello"))
print("a" "b" 'c', "x" + 'y' + """z""")
