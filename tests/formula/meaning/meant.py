"""What a formula means in a small model, as SymPy says it."""

from sample_models import declaring, tree_of

from mathora.formula.meaning.events import experiment_of
from mathora.formula.meaning.form import to_sympy
from mathora.lesson import Text


def meaning(tex, lets, **more):
    """Its meaning; a `domain` may be one text or several."""
    model = declaring({head: row if isinstance(row, str) else fields(row) for head, row in lets.items()})
    node = tree_of(tex, model)
    return to_sympy(node, model, experiment=experiment_of(node, (), model), **more)


def fields(row):
    domain = row.get("domain", ())
    return row | {"domain": tuple(map(Text.written, [domain] if isinstance(domain, str) else domain))}


def value(tex, lets, **more):
    """What it is, as text."""
    return str(meaning(tex, lets, **more).expression)


def conditions(tex, lets, **more):
    """Where it has a value, as text."""
    return [str(one) for one in meaning(tex, lets, **more).conditions]
