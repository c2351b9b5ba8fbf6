"""Typesetting: a tree → boxes → Typst, MathML, LaTeX."""
