"""Skia's serial forms: many points handed over in one piece."""
