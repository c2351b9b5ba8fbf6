"""Film: animations → frames → an H.264 clip."""
