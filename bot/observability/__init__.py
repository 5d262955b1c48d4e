"""Logs, health, metrics and error reports."""
