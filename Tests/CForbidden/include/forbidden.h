/* What no fenced process may do, each as the system call itself: Swift has no fork, and the C library's functions would
   do other things first. Each gives 0 where the system let it happen, else the error number. */

#ifndef CNB_FORBIDDEN_H
#define CNB_FORBIDDEN_H

int cnb_forbidden_count(void);
const char *cnb_forbidden_name(int index);
int cnb_forbidden_try(int index);

#endif
