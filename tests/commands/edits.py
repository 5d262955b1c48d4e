"""Where code edits a text that was said: with a method of str, a slice, a sum or an f-string.

Said is what a translator's method for sentences returns, and what a function returns as text that
is given a translator. Numbers and names are values; sentences are put together by a message.
"""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

COMMANDS = Path(__file__).parents[2] / "commands"
# They write what a language decides; a chart breaks lines and sets bold.
_OWN = ("common/locale/", "common/translator.py", "common/chart/")
_SAYING = {"gettext", "sentence", "ngettext", "paragraph", "listed", "one_of"}
_MARKS = set("#*-_`>\n ")
_Test = Callable[[ast.expr], bool]
_EDITING = {
    "capitalize",
    "join",
    "lower",
    "lstrip",
    "partition",
    "removeprefix",
    "removesuffix",
    "replace",
    "rpartition",
    "rstrip",
    "split",
    "strip",
    "title",
    "upper",
}


def edits() -> Iterator[str]:
    """Each place as ``file:line: what``."""
    trees = {
        str(path.relative_to(COMMANDS)): ast.parse(path.read_text("utf-8"))
        for path in sorted(COMMANDS.rglob("*.py"))
    }
    public = {name for tree in trees.values() for name in _functions(tree) if name[0] != "_"}
    for file, tree in trees.items():
        if not file.startswith(_OWN):
            saying = _SAYING | public | set(_functions(tree))
            for line, what in sorted(set(edits_in(tree, saying))):
                yield f"{file}:{line}: {what}"


def edits_in(tree: ast.AST, saying: set[str] = _SAYING) -> Iterator[tuple[int, str]]:
    """The places in one module by line, in functions that say something."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            yield from _in_function(function, saying)


def _in_function(function: ast.FunctionDef, saying: set[str]) -> Iterator[tuple[int, str]]:
    names = {
        target.id
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and _is_said(node.value, saying, set())
        for target in node.targets
        if isinstance(target, ast.Name)
    }

    def is_said(node: ast.expr) -> bool:
        return _is_said(node, saying, names)

    for node in (each for each in ast.walk(function) if isinstance(each, ast.expr | ast.stmt)):
        if what := _edit(node, is_said):
            yield node.lineno, what


def _edit(node: ast.AST, is_said: _Test) -> str:
    """What a node does to a said text; empty for nothing."""
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr=method)) if method in _EDITING:
            is_joined = _holds_said(node.args, is_said) and not _is_line_end(value)
            return f".{method}()" if is_said(value) or is_joined else ""
        case ast.Subscript(value=value, slice=ast.Slice()) if is_said(value):
            return "slice"
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            is_marked = any(_is_mark(each) for each in (left, right))
            return "+" if (is_said(left) or is_said(right)) and not is_marked else ""
        case ast.AugAssign(op=ast.Add(), value=value) if is_said(value):
            return "+="
        case ast.JoinedStr(values=parts):
            return "f-string" if _is_glued(parts, is_said) else ""
    return ""


def _is_glued(parts: list[ast.expr], is_said: _Test) -> bool:
    """Whether an f-string holds a said text and more than marks around it or other lines."""
    said = [each for each in parts if isinstance(each, ast.FormattedValue) and is_said(each.value)]
    others = [each for each in parts if each not in said]
    is_alone = len(said) == 1 and all(map(_is_mark, others))
    ends = [each for each in parts if _is_line_end(each)]
    are_lines = len(ends) == len(parts) // 2
    return bool(said) and not is_alone and not are_lines


def _functions(tree: ast.AST) -> Iterator[str]:
    """Functions that are given a translator and return text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.returns is not None:
            given = {ast.unparse(each.annotation) for each in node.args.args if each.annotation}
            if "Translator" in given and ast.unparse(node.returns) in {"str", "Shown"}:
                yield node.name


def _is_said(node: ast.expr, saying: set[str], names: set[str]) -> bool:
    match node:
        case ast.Name(id=name):
            return name in names
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in saying
        case ast.IfExp(body=body, orelse=other):
            return any(_is_said(each, saying, names) for each in (body, other))
    return False


def _holds_said(arguments: list[ast.expr], is_said: _Test) -> bool:
    """Whether the argument of a join is a display or comprehension of said texts."""
    match arguments:
        case [ast.GeneratorExp(elt=each) | ast.ListComp(elt=each)]:
            return is_said(each)
        case [ast.List(elts=several) | ast.Tuple(elts=several)]:
            return any(map(is_said, several))
    return False


def _is_line_end(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == "\n"


def _is_mark(node: ast.expr) -> bool:
    """Markdown such as ``-# `` and ``**``, or the end of a line; a blank alone is a gap."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return False
    return node.value != " " and set(node.value) <= _MARKS
