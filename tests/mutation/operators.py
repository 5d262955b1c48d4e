"""The ways to break a program: every small change of its syntax tree that should be noticed.

Left alone are annotations, decorators, docstrings, f-strings and what only type checkers read:
no test can, or should, notice those.
"""

import ast
from dataclasses import dataclass
from types import CodeType

ARITHMETIC = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
# The near miss first, then the opposite.
COMPARISONS = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OPPOSITES = ("min max", "floor ceil", "any all", "argmin argmax", "minimum maximum")
NAMES = {a: b for pair in OPPOSITES for a, b in (pair.split(), pair.split()[::-1])}
UNREAD_FIELDS = {"annotation", "returns", "decorator_list"}
UNREAD_NODES = (ast.Import, ast.ImportFrom, ast.JoinedStr)
UNREAD_TARGETS = {"__all__", "__slots__"}


@dataclass(frozen=True)
class Mutant:
    """One change of a module: the node in ``parent.field[index]`` becomes another."""

    tree: ast.Module
    parent: ast.AST
    field: str
    index: int | None
    old: ast.AST
    new: ast.AST

    @property
    def line(self):
        return self.old.lineno

    def __str__(self):
        return f"{ast.unparse(self.old)}  ->  {ast.unparse(self.new)}"

    def compiled(self, path: str) -> CodeType:
        self._put(self.new)
        try:
            return compile(self.tree, path, "exec", dont_inherit=True)
        finally:
            self._put(self.old)

    def _put(self, node):
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def mutants(source: str) -> list[Mutant]:
    tree = ast.parse(source)
    return [
        Mutant(tree, *place, old, ast.fix_missing_locations(ast.copy_location(new, old)))
        for place, old in _places(tree)
        for new in changes(old)
    ]


def changes(node):
    """What else could stand in the place of a node."""
    return CHANGES.get(type(node), nothing)(node)


def nothing(node):
    return ()


def constant(node):
    match node.value:
        case bool(value):
            yield ast.Constant(not value)
        case int(value) | float(value):
            yield ast.Constant(value + 1)
        case str(value):
            yield ast.Constant(value + "X")


def arithmetic(node):
    if (other := ARITHMETIC.get(type(node.op))) is not None:
        yield replaced(node, op=other())


def comparison(node):
    for position, op in enumerate(node.ops):
        for other in COMPARISONS[type(op)]:
            yield replaced(node, ops=[*node.ops[:position], other(), *node.ops[position + 1 :]])


def connective(node):
    yield replaced(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())


def sign(node):
    yield node.operand


def name(node):
    if node.id in NAMES:
        yield replaced(node, id=NAMES[node.id])


def attribute(node):
    if node.attr in NAMES:
        yield replaced(node, attr=NAMES[node.attr])


def condition(node):
    # A comparison or a negation is turned round where it stands.
    if not isinstance(node.test, ast.Compare | ast.UnaryOp):
        yield replaced(node, test=ast.UnaryOp(ast.Not(), node.test))


def choice(node):
    yield replaced(node, body=node.orelse, orelse=node.body)


def answer(node):
    if node.value is not None and ast.unparse(node.value) != "None":
        yield ast.Return(ast.Constant(None))


def keyword(node):
    if node.arg is not None:
        yield replaced(node, value=ast.Constant(None))


def left_out(node):
    yield ast.Pass()


def call_for_effect(node):
    if isinstance(node.value, ast.Call):
        yield ast.Pass()


def written_into(node):
    if isinstance(node.targets[0], ast.Subscript | ast.Attribute):
        yield ast.Pass()


CHANGES = {
    ast.Constant: constant,
    ast.BinOp: arithmetic,
    ast.AugAssign: arithmetic,
    ast.Compare: comparison,
    ast.BoolOp: connective,
    ast.UnaryOp: sign,
    ast.Name: name,
    ast.Attribute: attribute,
    ast.If: condition,
    ast.IfExp: choice,
    ast.Return: answer,
    ast.keyword: keyword,
    ast.Raise: left_out,
    ast.Break: left_out,
    ast.Continue: left_out,
    ast.Expr: call_for_effect,
    ast.Assign: written_into,
}


def replaced(node, **fields):
    """A copy of a node with some of its parts replaced."""
    return type(node)(**(dict(ast.iter_fields(node)) | fields))


def _places(parent):
    for field, value in ast.iter_fields(parent):
        if field in UNREAD_FIELDS:
            continue
        several = isinstance(value, list)
        for index, node in enumerate(value if several else [value]):
            if isinstance(node, ast.AST) and not _is_unread(node):
                yield (parent, field, index if several else None), node
                yield from _places(node)


def _is_unread(node):
    match node:
        case ast.Expr(ast.Constant()) | ast.If(ast.Name("TYPE_CHECKING")):
            return True
        case ast.Assign([ast.Name(name)], value):
            is_type = isinstance(value, ast.Subscript) or (
                isinstance(value, ast.Call) and ast.unparse(value.func) == "TypeVar"
            )
            return name in UNREAD_TARGETS or is_type
        case ast.AnnAssign(annotation=ast.Name("TypeAlias")):
            return True
        case ast.FunctionDef(decorator_list=decorators):
            return any(ast.unparse(decorator) == "overload" for decorator in decorators)
    return isinstance(node, UNREAD_NODES)
