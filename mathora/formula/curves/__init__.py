"""Curves: what of a function can be drawn, where it does something, and a view of the plane that shows it."""
