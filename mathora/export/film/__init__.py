"""Film: clips and speech → MP4 files with captions, whole or in parts."""
