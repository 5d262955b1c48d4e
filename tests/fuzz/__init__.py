"""Hostile input without end: what may never raise, never hang and never say something unsafe."""
