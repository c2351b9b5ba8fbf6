"""Calculus: functions by what a model, a premise or an equation says of them, put in where they are written."""
