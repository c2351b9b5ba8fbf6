"""Reading: what a tree means to the kernel."""
