"""Format the templates, and report what djLint finds wrong with them: `python -m tools.templates [--check]`.

djLint does not know Tornado templates, whose blocks all close with `{% end %}`, and whose `raw` opens no block. So they
are translated to Jinja: `{% end %}` to `{% endif %}`, `{% endfor %}` and so on, `{% raw … %}` to `{% print … %}`.
Exits with 1 if djLint found something, or, with --check, if a template is not formatted.
"""

import argparse
import re
import sys
from pathlib import Path

from djlint.api import format_text, lint_text, load_config

from tools import command

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"{% *(apply|block|for|if|try|while|end)\b.*?%}", re.DOTALL)


def to_jinja(template: str) -> str:
    """A Tornado template in Jinja's syntax. Raises Problem if a block is not closed, or closed twice."""
    opened: list[str] = []

    def name_end(tag: re.Match[str]) -> str:
        if tag[1] != "end":
            opened.append(tag[1])
            return tag[0]
        if not opened:
            raise command.Problem(f"closes no block: line {template.count(chr(10), 0, tag.start()) + 1}")
        return f"{{% end{opened.pop()} %}}"

    jinja = _BLOCK.sub(name_end, template)
    if opened:
        raise command.Problem(f"never closed: {', '.join(opened)}")
    return jinja.replace("{% raw ", "{% print ")


def to_tornado(jinja: str) -> str:
    return re.sub(r"{% *end\w+ *%}", "{% end %}", jinja).replace("{% print ", "{% raw ")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing")
    check = parser.parse_args().check
    config = load_config(ROOT)
    problems = []
    for path in sorted((ROOT / "templates").rglob("*.html")):
        name, template = path.relative_to(ROOT), path.read_text(encoding="utf-8")
        try:
            jinja = to_jinja(template)
        except command.Problem as problem:
            raise command.Problem(f"{name}: {problem}") from None
        formatted = to_tornado(format_text(config, jinja))
        if formatted != template:
            if check:
                problems.append(f"{name}: not formatted; make fmt")
            else:
                path.write_text(formatted, encoding="utf-8")
        found = lint_text(config, to_jinja(formatted), str(name))
        problems += [f"{name}:{each.line}: {each.code} {each.message} {each.match}" for each in found]
    print("\n".join(problems) or "All templates are clean.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(command.run(main))
