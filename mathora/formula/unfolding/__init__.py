"""Unfolding: what courses write, in the notations that are judged."""
