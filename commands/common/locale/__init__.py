"""What a locale decides: numbers, sums, dates, lists, brackets, and the grammar of values."""
