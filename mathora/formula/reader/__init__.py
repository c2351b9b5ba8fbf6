"""Reading: LaTeX text and the model → one tree."""
