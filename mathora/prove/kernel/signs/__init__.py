"""Signs: what is known of the variables, and what follows."""
