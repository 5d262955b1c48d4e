"""Settings of all tests."""

from hypothesis import settings

# How long an example takes must never decide a test.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
