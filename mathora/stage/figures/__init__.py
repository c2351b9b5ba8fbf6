"""Owns: figures, pictures that any scene can host: what stands, the motions that change it, and what it claims."""
