"""Points of data, what is fitted to them and its loss, runs over steps, the number line."""
