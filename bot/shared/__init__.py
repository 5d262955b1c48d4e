"""What several processes may share: a store that may vanish at any time, and off by default."""
