"""Interest cost of a shift of the yield curve as the debt is refinanced."""
