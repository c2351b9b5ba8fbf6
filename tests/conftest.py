"""What holds for all tests: a property has no deadline, because no test may depend on how fast the machine is; what
takes minutes comes first, so that nobody waits for it alone at the end; and what was imported is not garbage.
"""

import gc

from hypothesis import settings

LONGEST = ("test_first_film.py", "test_wheel.py")

settings.register_profile("mathora", deadline=None)
settings.load_profile("mathora")


def pytest_collection_modifyitems(items):
    """The whole film and the wheel go first."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


def pytest_collection():
    """Modules and items are millions of objects, and none of them is garbage."""
    gc.disable()


def pytest_collection_finish():
    """From here on garbage is looked for among what the tests make."""
    gc.freeze()
    gc.enable()
