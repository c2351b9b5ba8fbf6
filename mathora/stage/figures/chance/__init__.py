"""Chance: bars, densities, histograms, crowds that split, trees."""
