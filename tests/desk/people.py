"""People of a ledger who can sign in to its desk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.desk.serving import settings

PASSWORD = "a long way to Tipperary"
PEOPLE = {
    "Ada Byrd": "administrator",
    "Leo Dunn": "lead",
    "Ana Cole": "analyst",
    "Con Ivers": "contributor",
    "Rea Lind": "reader",
}
"""One person for each role."""

CHILD = """
import sys
from pathlib import Path
from stemma.desk.wsgi import open_desk
from stemma.settings import from_environment
open_desk(Path(sys.argv[1]), from_environment())
from tests.desk.joining import join_all
join_all()
"""


def name_people(ledger: Path) -> None:
    """Give everybody of PEOPLE their role and an account with PASSWORD, in a process of its own."""
    subprocess.run(
        [sys.executable, "-c", CHILD, str(ledger)], check=True, env=settings(), cwd=Path(__file__).parents[2]
    )
