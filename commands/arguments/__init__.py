"""Reading what a person typed: a value, or an `InputProblem` that says why not."""
