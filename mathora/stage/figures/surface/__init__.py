"""Functions of two variables: surfaces, their cuts, level sets, gradients and descent."""
