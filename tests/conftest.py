"""Settings of all tests."""

import os
import tempfile
from pathlib import Path

from hypothesis import settings

# How long an example takes must never decide a test.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

# Answers come from the packaged data, whatever this machine has fetched, and nothing is fetched.
os.environ["DATA_DIR"] = str(Path(tempfile.gettempdir()) / "selloff-tests-keep-no-data")
os.environ["REFRESH_HOURS"] = "0"
