for s in ["123", "12.5", "abc", "ab1", "", " ", "A b", "_id", "9x", "²"]:
    print(repr(s), s.isdigit(), s.isalpha(), s.isalnum(), s.isspace(), s.isnumeric(), s.isdecimal(), s.isidentifier())
