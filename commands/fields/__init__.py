"""What the buttons of each command carry, so that any command can lead to any other."""
