"""The running process: settings, the Discord client, delivery, drawing, the sandbox."""
