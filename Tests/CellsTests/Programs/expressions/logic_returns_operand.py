print(0 or "empty", 1 or "never", "" and "no", "a" and "b")
print(None or [] or {} or 0, [] and 1, not [], not "x")
print(not True == False, not 1 > 2)
print(1 and 2 or 3, 0 and 2 or 3)
