"""Charts as values (`ChartSpec`) and their rendering to PNG."""

import os

# matplotlib cannot be imported when an inherited MPLBACKEND names a backend that is not installed.
# Its Agg renderer is called directly, so no other backend is ever wanted in this process.
os.environ["MPLBACKEND"] = "agg"
