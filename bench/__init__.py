"""How fast we are, against stock Manim and against ourselves: `make bench`."""
