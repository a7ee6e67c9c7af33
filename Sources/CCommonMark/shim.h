/* Why this exists: a module needs one header, and cmark-gfm has its parser in one and GitHub's extensions (tables,
   strikethrough, links) in another. */

#ifndef CNB_COMMONMARK_SHIM_H
#define CNB_COMMONMARK_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

#endif
