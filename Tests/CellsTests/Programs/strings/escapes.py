print("tab\tend", "new\nline", 'it''s', "quote \" and \\ and \'")
print("\x41\u00e9\U0001F600\101\0end".encode() == b"A\xc3\xa9\xf0\x9f\x98\x80A\x00end")
print(r"raw \n stays", len(r"\n"), "a\
b")
print(repr("tab\t nl\n q' d\" b\\"), repr("it's"), repr('say "hi"'), repr("\x00\x1f\x7f"))
print("\033[92m" + "green" + "\033[0m", len("\033[92m"))
print("""three
lines 'and' "quotes"
end""")
