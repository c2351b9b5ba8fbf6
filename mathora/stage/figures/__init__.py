"""Pictures that any scene can host: what stands, the motions that change it, and what it claims.

Owns: one module or more for each figure, by field: functions of one variable (`curve`) and of two (`surface`),
`linear`, `chance`, `data`, `matrix`, `graph`, `box`, `pages`; all rest on `elements`. They know nothing of lessons.
`elements.figure` is the base of those that are drawn of a state, a frozen value: a verb is the way from one to another.
"""
