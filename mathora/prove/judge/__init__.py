"""Judging: the verdict on one formula."""
