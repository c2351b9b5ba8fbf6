"""Meaning: a tree → SymPy, numbers, and code for arrays and browsers."""
