"""What holds for all tests: a property has no deadline, because no test may depend on how fast the machine is."""

from hypothesis import settings

settings.register_profile("mathora", deadline=None)
settings.load_profile("mathora")
