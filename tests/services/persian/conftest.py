"""A busy machine must not fail a property test by its time limit for one example."""

from hypothesis import settings

settings.register_profile("no_deadline", deadline=None)
settings.load_profile("no_deadline")
