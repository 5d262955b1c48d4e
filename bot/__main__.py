"""``python -m bot``."""

from bot.cli import run_program

if __name__ == "__main__":
    run_program()
