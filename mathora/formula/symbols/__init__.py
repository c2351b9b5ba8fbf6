"""What is known of functions and units by their symbols: one row each."""
