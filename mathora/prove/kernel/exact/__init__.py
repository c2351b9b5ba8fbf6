"""Exact numbers: rational functions of atoms, their functions, derivatives and balls."""
