"""One module for each official table."""
