"""Inspection: what is asked of a tree, and changes none: names, roles, places, likenesses, digits, truth."""
