"""Limits, sums, integrals and extrema, each by rules of its own."""
