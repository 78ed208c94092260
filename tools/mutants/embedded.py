"""Mutations of SQL and of Redis' Lua, which are only string literals for mutmut."""

import re
from collections.abc import Iterator

_Rules = tuple[tuple[re.Pattern[str], str], ...]

_IS_SQL = re.compile(r"\b(?:SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|AND|OR|JOIN|ORDER BY|LIMIT|SET|IS NULL|IN)\b")
_IS_LUA = re.compile(r"\bredis\.call\(")

_SQL: _Rules = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<!BETWEEN %s )\bAND\b", "OR"),
        (r"\bOR\b", "AND"),
        (r"(\b(?:WHERE|AND|OR|ON|HAVING|WHEN|IF)\b *\(*[\w.`]+ )=(?= )", r"\1<>"),
        (r"<>|!=", "="),
        (r"<(?![=>])", "<="),
        (r"<=", "<"),
        (r"(?<!<)>(?!=)", ">="),
        (r">=", ">"),
        (r" \+ ", " - "),
        (r" - ", " + "),
        (r" \* ", " / "),
        (r"\bIS NULL\b", "IS NOT NULL"),
        (r"\bIS NOT NULL\b", "IS NULL"),
        (r"\bNOT (?=EXISTS|IN|BETWEEN)", ""),
        (r"(?<!NOT )\b(EXISTS|BETWEEN)\b", r"NOT \1"),
        (r"(?<!NOT )\bIN(?= %s| \()", "NOT IN"),
        (r" DESC\b", ""),
        (r"\bORDER BY ([\w.`]+)(?! DESC|[\w.`])", r"ORDER BY \1 DESC"),
        (r"\bMIN\(", "MAX("),
        (r"\bMAX\(", "MIN("),
        (r"\bLEAST\(", "GREATEST("),
        (r"\bGREATEST\(", "LEAST("),
        (r"\bLEFT JOIN\b", "JOIN"),
        (r" FOR UPDATE\b", ""),
        (r"\bDISTINCT ", ""),
    )
)
_LUA: _Rules = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\band\b", "or"),
        (r"\bor\b", "and"),
        (r"\bnot ", ""),
        (r"~=", "=="),
        (r"==", "~="),
        (r"<(?!=)", "<="),
        (r"<=", "<"),
        (r">(?!=)", ">="),
        (r">=", ">"),
        (r" \+ ", " - "),
        (r" - ", " + "),
        (r" \* ", " / "),
        (r" / ", " * "),
        (r"'(?:NX|XX|WITHSCORES)', ", ""),
    )
)
_NUMBER = re.compile(r"(?<![\w.%'\"])\d+(?![\w.'\"])")


def rules(text: str, is_model: bool) -> _Rules | None:
    """The rules for a string literal; None if it is neither Lua nor SQL. Only models have SQL."""
    if is_model and _IS_SQL.search(text):
        return _SQL
    return _LUA if _IS_LUA.search(text) else None


def mutated(text: str, by: _Rules) -> Iterator[str]:
    """Every mutation of the text, one at a time, outside of comments in Lua."""
    for pattern, replacement in by:
        for match in pattern.finditer(text):
            if not _in_comment(text, match.start()):
                yield text[: match.start()] + match.expand(replacement) + text[match.end() :]
    for match in _NUMBER.finditer(text):
        if not _in_comment(text, match.start()):
            yield f"{text[: match.start()]}{int(match[0]) + 1}{text[match.end() :]}"


def _in_comment(text: str, place: int) -> bool:
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return line.lstrip().startswith("--")
