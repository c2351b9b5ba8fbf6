"""Chance: probabilities, expectations and entropies as the kernel's numbers."""
