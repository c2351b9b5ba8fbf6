"""What pictures are made of: the base of figures, names, readings, rows and columns, knobs."""
