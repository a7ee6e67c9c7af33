with 5 as f:
    print(f)
