"""A function of the model as the steps that compute it: numbers forward, slopes backward.

Owns: `Computation`, `computation_of`, `Edge`.

Laws:
- A step is a function of the model; a variable of it that the model defines as a function is the step before it, any
  other variable is an input. So the graph is what the author declared, and nothing beside it.
- Each step has its value from its own definition, and each edge its slope from that definition's partial derivative,
  exact.
- Slopes are accumulated from the output back (reverse mode: Linnainmaa 1970; Rumelhart, Hinton & Williams 1986).
  `tangent` goes the other way, from one input forward, and so is a second opinion.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mathora.formula import ModelFunction, steps_of


class Edge(NamedTuple):
    """From a name to a step that needs it; both are keys of the model."""

    source: str
    target: str


@dataclass(frozen=True)
class Computation:
    """`steps` are functions by their keys, each after those it needs; the last is the output. `inputs` are names."""

    steps: Mapping[str, ModelFunction]
    inputs: tuple[str, ...]

    @property
    def output(self) -> str:
        """The last step's key."""
        return [*self.steps][-1]

    @property
    def edges(self) -> tuple[Edge, ...]:
        """From each name to each step that needs it, in the order of the steps."""
        return tuple(Edge(source, key) for key, step in self.steps.items() for source in step.variables)

    def values(self, inputs: Mapping[str, float]) -> dict[str, float]:
        """The value of each name."""
        found = {key: inputs[key] for key in self.inputs}
        for key, step in self.steps.items():
            found[key] = float(step.value(*(found[one] for one in step.variables)))
        return found

    def local_slopes(self, values: Mapping[str, float]) -> dict[Edge, float]:
        """The slope of each edge: the partial derivative of its step by that one variable, where the step stands."""
        return {edge: self._local(edge, values) for edge in self.edges}

    def _local(self, edge: Edge, values: Mapping[str, float]) -> float:
        step = self.steps[edge.target]
        return float(step.partial(edge.source).value(*(values[one] for one in step.variables)))

    def slopes(self, values: Mapping[str, float]) -> dict[str, float]:
        """The derivative of the output by each name: products along paths, sums where paths meet."""
        found = dict.fromkeys(values, 0.0)
        found[self.output] = 1.0
        local = self.local_slopes(values)
        for edge in reversed(self.edges):
            found[edge.source] += found[edge.target] * local[edge]
        return found

    def tangent(self, values: Mapping[str, float], name: str) -> float:
        """The derivative of the output by one name, carried forward from it (forward mode)."""
        moved = dict.fromkeys(values, 0.0)
        moved[name] = 1.0
        for key, step in self.steps.items():
            if key != name:
                moved[key] = sum(moved[one] * self._local(Edge(one, key), values) for one in step.variables)
        return moved[self.output]

    def after(self, names: Collection[str]) -> tuple[tuple[Edge, ...], ...]:
        """The edges on all paths from some inputs to the output, in waves: each behind all that change its start."""
        on = {edge for name in names for path in self.paths(name) for edge in path}
        far = dict.fromkeys(names, 0)
        for key, step in self.steps.items():
            before = [far[one] for one in step.variables if Edge(one, key) in on]
            far |= {key: 1 + max(before)} if before else {}
        waves = range(1, 1 + far.get(self.output, 0))
        return tuple(tuple(edge for edge in self.edges if edge in on and far[edge.target] == at) for at in waves)

    def paths(self, name: str) -> tuple[tuple[Edge, ...], ...]:
        """Every path from a name to the output, its edges in the order in which numbers run."""
        if name == self.output:
            return ((),)
        return tuple((edge, *rest) for edge in self.edges if edge.source == name for rest in self.paths(edge.target))

    @property
    def one_way(self) -> bool:
        """Whether there is one input, and each step needs one name: then the output changes with each of them alone."""
        return len(self.inputs) == 1 and all(len(step.variables) == 1 for step in self.steps.values())

    def layers(self) -> tuple[tuple[str, ...], ...]:
        """Names that stand beside each other: a step behind all that it needs, an input right before its first use."""
        depth = dict.fromkeys(self.inputs, 0)
        for key, step in self.steps.items():
            depth[key] = 1 + max(depth[one] for one in step.variables)
        for key in self.inputs:
            depth[key] = min(depth[edge.target] for edge in self.edges if edge.source == key) - 1
        return tuple(tuple(key for key in depth if depth[key] == at) for at in range(max(depth.values()) + 1))


def computation_of(function: ModelFunction) -> Computation:
    """The steps of a function: those of its variables that are functions themselves, and so on."""
    steps = {step.key: step for step in steps_of(function)}
    needed = (key for step in reversed(steps.values()) for key in step.variables)
    return Computation(steps, tuple(dict.fromkeys(key for key in needed if key not in steps)))
