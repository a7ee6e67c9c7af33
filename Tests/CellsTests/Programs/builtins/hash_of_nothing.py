print(hash(""), hash(b""), hash(()), hash("") == hash(0), {"": 1, 0: 2})
print({"", 8, 16, 24})
