s = "hello World"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase())
print("ABC".isupper(), "abC".islower(), "Hello World".istitle(), "ABC1".isupper(), "1".isupper())
print("they're bill's".title(), "ABC".casefold(), "aBC dEF".capitalize())
