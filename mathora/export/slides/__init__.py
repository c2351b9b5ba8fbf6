"""Slides: the lesson as decks, for browsers and for programs that show slides."""
