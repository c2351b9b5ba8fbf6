"""Functions of one variable: axes, curves, points, areas, orbits, fields of slopes."""
