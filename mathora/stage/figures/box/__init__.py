"""The sheet that is folded to a box."""
