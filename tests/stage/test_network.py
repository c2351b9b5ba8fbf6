"""The small network behind the picture: its gradient is that of its loss, and a step against it lowers the loss."""

import numpy as np
import pytest

from mathora.stage.plane.network import SmallNetwork

LAYERS = [[1, 1], [3, 4, 1], [3, 4, 4, 1], [2, 3, 2], [5, 8, 8, 4]]


def differences(network, size=1e-6):
    """The gradient by central differences."""
    for number, weights in enumerate(network.weights):
        for place in np.ndindex(weights.shape):
            losses = []
            for sign in (1, -1):
                moved = [one.copy() for one in network.weights]
                moved[number][place] += sign * size
                losses.append(network.loss(tuple(moved)))
            yield (losses[0] - losses[1]) / (2 * size)


@pytest.mark.parametrize("layers", LAYERS)
def test_the_gradient_is_the_losses(layers):
    network = SmallNetwork(layers)
    found = np.concatenate([one.ravel() for one in network.gradient()])
    assert found == pytest.approx(list(differences(network)), abs=1e-8)


@pytest.mark.parametrize("layers", LAYERS)
def test_a_step_lowers_the_loss_and_changes_every_weight(layers):
    network = SmallNetwork(layers)
    after = network.step()
    assert network.loss(after) < network.loss(network.weights)
    assert all((new != old).all() for new, old in zip(after, network.weights, strict=True))
