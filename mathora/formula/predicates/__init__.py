"""Predicates: what words say of something, as relations."""
