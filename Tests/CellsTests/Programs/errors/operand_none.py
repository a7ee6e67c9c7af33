def forward(x):
    x * 2

print(forward(1) + 1)
