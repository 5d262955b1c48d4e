"""``python -m docs.model_page`` writes the page into the checkout."""

from pathlib import Path

from docs.model_page.page import document

PAGE = Path(__file__).resolve().parents[1] / "model.md"


def main() -> None:
    """Write the page."""
    PAGE.write_text(document(), encoding="utf-8")


if __name__ == "__main__":
    main()
