"""Plane pictures: graphs, arrows, shapes."""
