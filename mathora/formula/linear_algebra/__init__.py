"""Linear algebra: what notations of vectors and matrices stand for."""
