"""The words of a catalogue, one by one: what may be read where no author has written."""

import re
from dataclasses import asdict

LETTERS = re.compile(r"[^\W\d_]{2,}")


def words_of_text(text):
    """Each run of two letters or more, in lower case."""
    return {word.lower() for word in LETTERS.findall(text)}


def words_of_catalogue(catalogue):
    """All words that a language's catalogue can put on a product; names of what is put in are not among them."""

    def phrases(value):
        if isinstance(value, str):
            yield re.sub(r"\{\w+\}", " ", value)
        elif isinstance(value, dict):
            for one in value.values():
                yield from phrases(one)

    return set().union(*map(words_of_text, phrases(asdict(catalogue))))
