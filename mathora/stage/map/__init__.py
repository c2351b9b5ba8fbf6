"""Maps: a function of two variables seen from straight above."""
