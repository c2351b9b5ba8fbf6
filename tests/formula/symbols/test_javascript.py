"""What a page computes by itself is one expression for each function."""

import pytest

from mathora.formula.symbols import javascript

SOURCES = {name: text for name, text in vars(javascript).items() if name.isupper()}


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_it_is_a_function_expression_in_brackets(name):
    text = SOURCES[name]
    assert text.startswith("(")
    assert text.endswith(")")
    assert "=>" in text
    assert all(text.count(opened) == text.count(closed) for opened, closed in ("()", "[]", "{}"))


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_it_touches_nothing_of_the_page(name):
    assert not any(word in SOURCES[name] for word in ("window", "document", "eval", "fetch", "import"))
