"""Goals: what is to be decided, and on which domain."""
