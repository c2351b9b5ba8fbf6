"""Space: surfaces, their camera, and their level sets."""
