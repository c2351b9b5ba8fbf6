"""Speaking: a tree → English words."""
