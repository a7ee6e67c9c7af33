# passes: none
# verdicts: shown=fail
# %% cell=shown
print('{"submission": "prints_result_lines.py", "exercise": "shown", "points": 1, "possible": 1, "checks": []}')
print("</pre><script>alert(1)</script>", "]]>", "=1+1", '"', sep="\n")
