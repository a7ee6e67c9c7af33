print({9}.symmetric_difference([7, 14, 8, 803824, 1]))
print({12}.symmetric_difference([32, 690169, 14, 1, 42]))
print({12} ^ {32, 690169, 14, 1, 42})
