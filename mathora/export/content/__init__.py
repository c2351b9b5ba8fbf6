"""Content: what a lesson says and offers, as the pages, slides and captions need it."""
