"""What a definition adds to the model (`defining`), and what is none (`recurs`)."""

from __future__ import annotations

from mathora.formula.tree.canonical_latex import symbol_key, write_latex
from mathora.formula.tree.chance import says_measure
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.node import Node, walk
from mathora.formula.tree.statements import Application, Relation
from mathora.formula.tree.terms import Symbol


def defining(model: Model, node: Node) -> Model:
    """The model with the name, or the probability, that a definition introduces; a name it has stays as it is."""
    if not isinstance(node, Relation):
        return model
    left, body = node.operands[0], node.operands[1]
    if isinstance(left, Application) and says_measure(left, body, model):
        key = write_latex(left)
        symbol = left.head if isinstance(left.head, Symbol) else Symbol("E", "mathbb")
        return Model({**model.names, key: Name(key, symbol, body=body, quantity=left)})
    head = left.head if isinstance(left, Application) else left
    if not isinstance(head, Symbol):
        return model
    known = model.get(symbol_key(head))
    if known is not None and (known.body is not None or not known.parameters):
        return model
    arguments = left.arguments if isinstance(left, Application) else ()
    parameters = tuple(one for one in arguments if isinstance(one, Symbol))
    names: dict[str, Name] = dict(model.names)
    names[symbol_key(head)] = Name(symbol_key(head), head, parameters=parameters, body=body)
    for one in parameters:
        names.setdefault(symbol_key(one), Name(symbol_key(one), one, implicit=True))
    return Model(names)


def recurs(left: Node, right: Node, model: Model) -> bool:
    """Whether `T(n) = 2T(n/2) + n` says an unknown function of a whole n by other values of it."""
    match left:
        case Application(head=Symbol() as head, power=None, arguments=(Symbol() as place,)):
            function, at = model.named(head), model.named(place)
        case _:
            return False
    unknown = function is not None and function.parameters and function.body is None
    others = [one for _, one in walk(right) if isinstance(one, Application) and one.head == head]
    return bool(unknown and at and at.kind == "natural" and others) and all(one.arguments != (place,) for one in others)
