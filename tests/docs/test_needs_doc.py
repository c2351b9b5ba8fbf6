"""The page on scenes lists every need, with what it is of, what it is held against, and how an author mends it."""

from pathlib import Path

from mathora.lesson import NEEDS
from mathora.lesson.needs import NeedForm

PAGE = Path(__file__).parents[2] / "docs" / "writing-a-scene.md"


def row(name: str, form: NeedForm) -> str:
    """A need as the page's second table has it; in brackets what may be left out."""
    kinds = [kind or "any" for kind in form.given]
    last = len(kinds) - form.optional
    held = ", ".join(kinds[:last]) + (f" [{', '.join(kinds[last:])}]" if form.optional else "")
    return f"| `{name}` | {', '.join(form.of) or 'any'} | {held.strip()} | {form.mend} |"


def test_every_need_is_listed_as_the_code_states_it():
    page = PAGE.read_text(encoding="utf-8")
    assert [one for one in (row(name, form) for name, form in NEEDS.items()) if one not in page] == []
