"""Where the shipped files are: `queries/`, `data/` and the dashboard's entry, in a checkout and in a wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """Return the folder that holds `queries/`, `data/` and `streamlit_app.py`.

    In an installed wheel this is `leaderboard/_resources`; in a checkout it is the top of the checkout.
    """
    shipped = PACKAGE / "_resources"
    return shipped if shipped.is_dir() else PACKAGE.parent


def queries() -> Path:
    """Return the folder of the SQL files (`schema/`, `views/`, `boards/`, `checks/`)."""
    return root() / "queries"


def taxonomy() -> Path:
    """Return the folder of the shipped taxonomy tables."""
    return root() / "data" / "taxonomy"


def sample() -> Path:
    """Return the folder of the bundled sample papers."""
    return root() / "data" / "sample"
