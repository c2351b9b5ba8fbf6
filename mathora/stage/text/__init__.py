"""Text on the picture: formulas, sentences, readings, and whether they can be read."""
