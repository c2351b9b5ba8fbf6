"""The plane that a matrix moves: its grid, vectors, projections, conics."""
