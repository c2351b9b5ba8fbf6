"""Balls: rigorous numbers."""
