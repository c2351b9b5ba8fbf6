"""The gate: a lesson → `Proven`."""
