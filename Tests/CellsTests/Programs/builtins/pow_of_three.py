for arguments in ([1], 2, 3), (2, "a", 3), (2, 3, None), (2.0, 3, 5), (2, 3, 5.0), ("a", 2.0, 3), (2, 3, "a"), (True, 2, 3), (2, 3, 0), (2, -1, 4), (3, -1, 7):
    try:
        print(pow(*arguments))
    except (TypeError, ValueError) as error:
        print(error)
