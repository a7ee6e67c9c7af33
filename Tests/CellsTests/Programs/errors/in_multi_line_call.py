print(
    "first",
    undefined_argument,
    "last",
)
