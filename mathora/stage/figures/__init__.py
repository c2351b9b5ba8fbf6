"""Pictures that any scene can host: what stands, the motions that change it, and what it claims.

Owns: one module or more for each figure; they know nothing of lessons or steps. `figure` is the base of those that are
drawn of a state, a frozen value: a verb is the way from one state to another. `plot` (axes), `curve`, `point`,
`landmarks` and `view` draw functions of one variable.
"""
