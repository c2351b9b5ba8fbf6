"""A small neural network that can be computed: the truth behind the arrows of a picture of one.

Laws:
- The weights are a formula of their places, so that a picture of a network is the same everywhere.
- The gradient is exact backpropagation (Rumelhart, Hinton & Williams 1986), one number for each weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

WANTED = 0.85  # of each output, by turns above and below zero: tanh can give it, and is still steep there

Weights = tuple[NDArray[np.float64], ...]


class SmallNetwork:
    """Fully joined layers of tanh neurons with one example; the loss is the squared distance to its target.

    `weights` has one array of shape (inputs, outputs) for each pair of neighbouring layers.
    """

    def __init__(self, layers: Sequence[int]) -> None:
        shapes = list(pairwise(layers))
        places = np.arange(1, sum(a * b for a, b in shapes) + 1)
        values = 0.6 * np.sin(2.9 * places + 2)
        ends = np.cumsum([a * b for a, b in shapes])[:-1]
        flat = np.split(values, ends) if shapes else []
        self.weights: Weights = tuple(one.reshape(shape) for one, shape in zip(flat, shapes, strict=True))
        self.example = 1.2 * np.cos(1.9 * np.arange(layers[0]) + 0.3)
        self.target = WANTED * (-1.0) ** np.arange(layers[-1])

    def loss(self, weights: Weights) -> float:
        """The loss with these weights."""
        return float(((self.signals(weights)[-1] - self.target) ** 2).sum())

    def gradient(self) -> Weights:
        """The partial derivative of the loss with respect to each weight, in the shapes of `weights`."""
        signals = self.signals()[:-1]
        return tuple(np.outer(signal, told) for signal, told in zip(signals, self.sums(), strict=True))

    def sums(self) -> Weights:
        """The partial derivative of the loss by the sum in each neuron, layer by layer; the inputs are none."""
        signals = self.signals()
        found = [2 * (signals[-1] - self.target) * (1 - signals[-1] ** 2)]
        for weights, signal in zip(reversed(self.weights[1:]), reversed(signals[1:-1]), strict=True):
            found.append((weights @ found[-1]) * (1 - signal**2))
        return tuple(reversed(found))

    def step(self, share: float = 0.4) -> Weights:
        """The weights after a step against the gradient, so long that the loss loses this `share` or a little less."""
        gradient = self.gradient()
        steepness = sum(float((one**2).sum()) for one in gradient)
        rate = share * self.loss(self.weights) / steepness
        while True:
            after = tuple(w - rate * g for w, g in zip(self.weights, gradient, strict=True))
            if self.loss(after) < self.loss(self.weights) or rate < 1e-9:  # noqa: PLR2004 - as good as no step
                return after
            rate /= 2

    def signals(self, weights: Weights | None = None) -> list[NDArray[np.float64]]:
        """What comes out of each layer, with other weights than its own if they are given."""
        signals = [self.example]
        for one in self.weights if weights is None else weights:
            signals.append(np.tanh(signals[-1] @ one))
        return signals
