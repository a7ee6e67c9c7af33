"""A module's text is not printed."""
# a comment
x = 1  # after code
'''
a string that
nobody reads
'''
print(x)  #no blank
    # an indented comment is fine
print("# not a comment")
