"""Commands: one folder or file each; `commands.common` holds what they share."""
