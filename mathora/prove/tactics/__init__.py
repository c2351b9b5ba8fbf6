"""Tactics: ways to decide a goal."""
