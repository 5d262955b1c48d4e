"""Discord's interactions endpoint over HTTP: signed requests instead of the gateway."""
