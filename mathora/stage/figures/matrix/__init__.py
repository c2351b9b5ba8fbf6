"""Matrices and grids of numbers."""
