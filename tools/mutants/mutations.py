"""All mutants of a source file."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
import libcst.matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators, operator_arg_removal

from tools.mutants import embedded

SOURCES = (
    "services",
    "models",
    "utils/alipay_client.py",
    "utils/bearer_tokens.py",
    "utils/cache.py",
    "utils/crypto.py",
    "utils/http",
    "utils/limits.py",
    "utils/one_time_codes.py",
    "utils/payments.py",
    "utils/sessions.py",
)
"""The directories and files that are mutated, relative to the root."""

_NAMING = ("ContextVar", "NewType", "ParamSpec", "TypeVar")
_TYPE_NAME = re.compile(r"_?[A-Z][a-z]|[A-Z]$")


@dataclass(frozen=True)
class Key:
    """Identifies a mutant by file, function and text of the lines, so that changes of other lines keep it the same."""

    path: str
    function: str
    before: str
    after: str


@dataclass(frozen=True)
class Place:
    """Where a mutant is. Lines count from 1 and include the last.

    `spans` are the lines of the mutated code, then those of its statement, or of its function if the code is a default
    value. `names` are the names that a statement outside of all functions binds.
    """

    path: str
    function: str
    spans: tuple[tuple[int, int], ...]
    names: frozenset[str]

    @property
    def line(self) -> int:
        return self.spans[0][0]


@dataclass(frozen=True, eq=False)
class Mutant:
    """One change of a file. `module` is the original file."""

    place: Place
    module: cst.Module
    old: cst.CSTNode
    new: cst.CSTNode

    def source(self) -> str:
        """The whole file with the change."""
        return cst.ensure_type(self.module.deep_replace(self.old, self.new), cst.Module).code

    def diff(self) -> list[str]:
        """The removed lines, each with a minus, and the added ones, each with a plus."""
        before, after = self.module.code.splitlines(), self.source().splitlines()
        lines = difflib.unified_diff(before, after, lineterm="", n=0)
        return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]

    def key(self) -> Key:
        lines = self.diff()
        before = " ".join(line[1:].strip() for line in lines if line[0] == "-")
        after = " ".join(line[1:].strip() for line in lines if line[0] == "+")
        return Key(self.place.path, self.place.function, before, after)

    def compiles(self) -> bool:
        try:
            compile(self.source(), self.place.path, "exec")
        except SyntaxError:
            return False
        return True


def paths(root: Path) -> list[str]:
    """The files that are mutated, relative to the root."""
    files = [
        file for name in SOURCES for file in ([root / name] if name.endswith(".py") else root.glob(f"{name}/**/*.py"))
    ]
    return sorted(file.relative_to(root).as_posix() for file in files)


def mutants(root: Path, path: str) -> list[Mutant]:
    """Every mutant of a file in the order of its text, except for those that _Visitor leaves out."""
    wrapper = MetadataWrapper(cst.parse_module((root / path).read_text()))
    visitor = _Visitor(path, wrapper.module)
    wrapper.visit(visitor)
    return visitor.found


class _Visitor(cst.CSTVisitor):
    """Leaves out what changes nothing that a program does: docs/testing.md lists it."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, path: str, module: cst.Module) -> None:
        super().__init__()
        self.found: list[Mutant] = []
        self._path = path
        self._module = module
        self._above: list[cst.CSTNode] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if _changes_nothing(node):
            return False
        self._above.append(node)
        place = None
        for new in self._mutations(node):
            place = place or self._place()
            self.found.append(Mutant(place, self._module, node, new))
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if self._above[-1] is original_node:
            self._above.pop()

    def _place(self) -> Place:
        scopes = [node for node in self._above if isinstance(node, cst.FunctionDef | cst.ClassDef)]
        functions = [node for node in scopes if isinstance(node, cst.FunctionDef)]
        statements = [node for node in self._above if isinstance(node, cst.SimpleStatementLine)]
        is_default = any(isinstance(node, cst.Parameters) for node in self._above)
        outer = functions[-1:] if is_default else statements[-1:]
        spans = [self._span(self._above.index(node)) for node in [self._above[-1], *outer]]
        names = () if functions else (name for node in [*scopes, *statements] for name in _bound(node))
        function = ".".join(node.name.value for node in scopes) or "<module>"
        return Place(self._path, function, tuple(spans), frozenset(names))

    def _span(self, index: int) -> tuple[int, int]:
        """The lines of a node in `_above`; an operator has no lines of its own, so it gets those of its expression."""
        position = self.get_metadata(PositionProvider, self._above[index], None)
        return (position.start.line, position.end.line) if position else self._span(index - 1)

    def _is_in_function(self) -> bool:
        return any(isinstance(node, cst.FunctionDef) for node in self._above)

    def _mutations(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        if isinstance(node, cst.SimpleString | cst.FormattedStringText):
            rules = embedded.rules(node.value, is_model=self._path.startswith("models/"))
            if rules is not None:
                yield from (node.with_changes(value=text) for text in embedded.mutated(node.value, rules))
                return
        for kind, operator in mutation_operators:
            if isinstance(node, kind) and not (operator is operator_arg_removal and self._is_bare(node)):
                yield from operator(node)

    def _is_bare(self, node: cst.CSTNode) -> bool:
        """Whether no argument of a call is removed: outside of functions, imports would fail; a cast needs both."""
        return not self._is_in_function() or (isinstance(node, cst.Call) and _name(node.func) in ("cast", "zip"))


def _bound(node: cst.CSTNode) -> Iterator[str]:
    """The names that a class or a simple statement binds."""
    if isinstance(node, cst.ClassDef):
        yield node.name.value
    for statement in node.body if isinstance(node, cst.SimpleStatementLine) else ():
        targets: Iterable[cst.CSTNode] = ()
        if isinstance(statement, cst.Assign):
            targets = [target.target for target in statement.targets]
        elif isinstance(statement, cst.AnnAssign | cst.AugAssign):
            targets = [statement.target]
        for target in targets:
            yield from (name.value for name in m.findall(target, m.Name()) if isinstance(name, cst.Name))


def _changes_nothing(node: cst.CSTNode) -> bool:
    match node:
        case (
            cst.Annotation()
            | cst.Decorator()
            | cst.Expr(value=cst.SimpleString() | cst.ConcatenatedString())  # a docstring
            | cst.If(test=cst.Name(value="TYPE_CHECKING"))
            | cst.Call(func=cst.Attribute(value=cst.Name(value="log")))
            | cst.Call(func=cst.Name(value="isinstance" | "len"))  # as mutmut's own visitor has it
            | cst.Arg(keyword=cst.Name(value="strict"))  # of zip: it guards against mistakes of the caller
        ):
            return True
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))], value=value):
            return name in ("__all__", "__slots__") or _is_type(name, value)
    return False


def _is_type(name: str, value: cst.BaseExpression) -> bool:
    """Whether an assignment names a type, for annotations."""
    if m.matches(value, m.Call(func=m.OneOf(*(m.Name(maker) for maker in _NAMING)))):
        return True
    return bool(_TYPE_NAME.match(name)) and isinstance(value, cst.Subscript | cst.BinaryOperation | cst.Name)


def _name(node: cst.BaseExpression) -> str:
    return node.value if isinstance(node, cst.Name) else ""
