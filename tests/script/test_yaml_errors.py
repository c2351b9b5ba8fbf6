"""A syntax error is told in an author's words, where its cause stands."""

import pytest
from written import told

from mathora.script.yaml_errors import IN_WORDS


@pytest.mark.parametrize(
    ("source", "said", "write"),
    [
        ("a: b: c", "a colon and a blank start a value here", "in quotes"),
        ("a:\n\t- b", "a tab stands where blanks", "blanks instead of tabs"),
        ("a: @b", "cannot start with '@'", "in quotes"),
        ("a: 'b", "never closed", "close them"),
        ("a: [b, c", "starts with [, which begins a list", "in quotes"),
        ("a: *b", "no '&b' stands before", "in quotes"),
        ('a: "\\frac"', "in double quotes is an escape of YAML's", "single quotes"),
        ("a: %b", "cannot start with '%'", "in quotes"),
    ],
)
def test_what_yaml_says_is_said_so_that_an_author_can_mend_it(source, said, write):
    (one,) = told(lambda node: node, source)
    assert said in one
    assert write in one


def test_each_row_says_what_stands_there_and_what_to_write():
    assert all(part and message and hint for part, message, hint in IN_WORDS)
    assert len({part for part, _, _ in IN_WORDS}) == len(IN_WORDS)
