"""What scenes need of the values that a lesson gives them, held against the model."""
