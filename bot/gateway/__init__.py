"""Being gentle with Discord's gateway, and staying connected to it whatever comes."""
