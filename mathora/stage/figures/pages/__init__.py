"""Cards and pages of formulas, and pictures of the author's own."""
