"""What is said of a function that has no numbers. Owns: `UncomputableError`."""


class UncomputableError(ValueError):
    """The function has no real numbers for its values; the message says why, in an author's words."""
