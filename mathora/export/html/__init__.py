"""HTML: pages from templates, with their fonts, tracks and scripts."""
