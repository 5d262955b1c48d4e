"""``python -m commands.document`` writes the page into the checkout."""

from pathlib import Path

from commands.document import document

PAGE = Path(__file__).resolve().parents[2] / "docs" / "model.md"


def main() -> None:
    """Write the page."""
    PAGE.write_text(document(), encoding="utf-8")


if __name__ == "__main__":
    main()
