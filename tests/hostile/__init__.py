"""What people and attackers type, with what each rule of docs/faults.md makes of it.

The tables were written from the rules, before looking at any reader, and hold no reader's output.
"""
