"""Speaking: a tree → words of a language."""
