"""What all commands about a sale share."""
