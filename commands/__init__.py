"""What a user can ask: one file per command, and how it is read in, said and drawn."""
