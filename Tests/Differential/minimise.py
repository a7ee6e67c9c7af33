"""Shrinks a program that the two sides disagree about, for as long as they do."""

import ast
import time


def minimised(source, differs, seconds=20):
    """The smallest program found that still differs: without statements, without parts of expressions."""
    end = time.time() + seconds

    def tried(candidate):
        try:
            compile(candidate, "candidate", "exec")
        except (SyntaxError, ValueError):
            return False
        return candidate != source and time.time() < end and differs(candidate)

    changed = True
    while changed and time.time() < end:
        changed = False
        for shrink in (without_statements, unwrapped, simpler):
            for candidate in shrink(source):
                if len(candidate) < len(source) and tried(candidate):
                    source, changed = candidate, True
                    break
            if changed:
                break
    return source


def edited(source, edit):
    """Each program that differs from the source in one place: `edit` maps a node to its replacements."""
    tree = ast.parse(source)
    for parent in ast.walk(tree):
        for field, old in ast.iter_fields(parent):
            for new in edit(parent, field, old):
                setattr(parent, field, new)
                try:
                    yield ast.unparse(ast.fix_missing_locations(tree)) + "\n"
                except Exception:
                    pass
                setattr(parent, field, old)


def without_statements(source):
    def edit(parent, field, old):
        if isinstance(old, list) and old and isinstance(old[0], ast.stmt):
            size = len(old)
            while size:
                for start in range(0, len(old), size):
                    kept = old[:start] + old[start + size:]
                    yield kept or [ast.Pass()]
                size //= 2
    return edited(source, edit)


def unwrapped(source):
    """Compound statements replaced by their bodies."""
    def edit(parent, field, old):
        if isinstance(old, list):
            for i, node in enumerate(old):
                for inner in ("body", "orelse", "finalbody"):
                    if isinstance(node, ast.stmt) and getattr(node, inner, None):
                        yield old[:i] + getattr(node, inner) + old[i + 1:]
    return edited(source, edit)


def simpler(source):
    """Expressions replaced by one of their parts, or left out of their list."""
    def edit(parent, field, old):
        if isinstance(old, ast.expr) and not isinstance(getattr(old, "ctx", None), ast.Store):
            for child in ast.iter_child_nodes(old):
                if isinstance(child, ast.expr):
                    yield child
                for inner in ast.iter_child_nodes(child):
                    if isinstance(inner, ast.expr):
                        yield inner
            if not isinstance(old, ast.Constant):
                yield ast.Constant(0)
            elif isinstance(old.value, (str, float, int)) and old.value not in (0, "", 1):
                yield ast.Constant(type(old.value)())
        elif isinstance(old, list) and len(old) > 1 and all(isinstance(item, (ast.expr, ast.keyword)) for item in old):
            for i in range(len(old)):
                yield old[:i] + old[i + 1:]
        elif isinstance(old, list) and len(old) == 1 and isinstance(old[0], ast.keyword):
            yield []
    return edited(source, edit)
