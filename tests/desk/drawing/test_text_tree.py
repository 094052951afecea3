from __future__ import annotations

from dataclasses import replace

from stemma.desk.drawing.text_tree import tree_text
from tests.desk.factories import Told, barracks, case, toll

EXPECTED = """\
α  General Staff (5 documents)
   62 killed, more than 100 injured
   ├─ Col. Varga
   │  └─ Eastern Wire, 17 Sep 2016
   │     ├─ Morning Post, 17 Sep 2016
   │     ├─ Harbour Times, 18 Sep 2016
   │     └─ Zero Line
   │        └─ The Ledger Blog, 18 Sep 2016
   └─ State Agency, 17 Sep 2016
"""


def test_the_tree_of_the_standing_example() -> None:
    made = barracks()
    text = tree_text(made.account, made.trace, made.documents)
    assert "5 independent origins · 13 documents · 1 copy" in text
    assert "Killed: 62–106" in text
    assert EXPECTED in text
    assert "   └─ North Daily, 18 Sep 2016\n      └─ Copycat News, 19 Sep 2016 (copy)\n" in text
    assert "   ├─ Lake Broadcaster ×2, 17 Sep 2016\n" in text
    assert text.endswith("it quotes or credits the one above it.\n")


def test_labels_cannot_move_the_cursor() -> None:
    made = case([Told("a", "2016-09-17", ("Out\x1b[2Jlet\nfake line", "V\u202eoice\r"), toll(1))], label="L")
    text = tree_text(made.account, made.trace, made.documents)
    assert not {"\x1b", "\r", "\u202e"} & set(text)
    assert "Out [2Jlet fake line" in text


def test_an_incident_without_origins_says_so() -> None:
    made = barracks()
    bare = replace(made.trace, claim_origins=())
    assert "No claim of this incident has an origin." in tree_text(made.account, bare, made.documents)
