# passes: none
# verdicts: double=missing total=error
# %% cell=double
!cat hostile.key
# %% cell=total
%run hostile.key
# %% cell=shown
%%bash
cat hostile.key
