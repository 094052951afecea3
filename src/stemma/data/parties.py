"""Who speaks, strikes, claims and denies: states, armies, ministries, militias, monitors, rescuers, by one name each.

Three files make the list. `states.csv` has the states, `bodies.yml` what every state has (an army, a defence
ministry ...), `parties.yml` everything else and whatever a state calls by a name of its own. A hand-kept entry wins
over a made one: where a made body bears a name or alias of a hand-kept entry, its other spellings become that
entry's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick

from stemma.data.files import Entry, read_csv, read_yaml
from stemma.errors import DataError

Form = Literal["name", "adjective", "capital", "short"]
PartyKind = Literal[
    "state", "government", "parliament", "ministry", "armed_forces", "police", "intelligence", "state_media",
    "militia", "opposition", "criminal", "coalition", "peacekeepers",
    "organisation", "agency", "monitor", "rescue", "court",
]  # fmt: skip
NAMES: frozenset[Form] = frozenset({"name"})
ARTICLES = ("the", "a", "an")
ACRONYM_LETTERS = 3
"""`find` takes an acronym in lower case only when it is longer than this: "us" and "is" are words."""


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """One body under its one name. `bloc` is the side it speaks for, `voice` the body whose word its word is.

    `belongs_to` is the body it is part of, null for a state or an independent one; `acts_in` the countries besides
    its own where its short form is understood.
    """

    name: str
    kind: PartyKind
    country: str | None
    belongs_to: str | None
    bloc: str
    voice: str
    acts_in: tuple[str, ...] = ()


class _Folding(dict[int, str]):
    """Character for character, so that offsets stay: lower case, no accents, hyphens and white space as blanks."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in "’‘ʼʻ`´′":
            folded = "'"
        elif char.isspace() or unicodedata.category(char) == "Pd":
            folded = " "
        else:
            base = unicodedata.normalize("NFKD", char)[0].lower()
            folded = base if len(base) == 1 else char
        self[code] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """`text` as aliases are compared, of the same length."""
    return text.translate(_FOLDING)


def _key(text: str) -> str:
    folded = " ".join(fold(text).split())
    first, _, rest = folded.partition(" ")
    return rest if rest and first in ARTICLES else folded


def _is_acronym(alias: str) -> bool:
    return any(c.isalpha() for c in alias) and not any(c.islower() for c in alias)


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One key of the index: whose it is, how it stands for it, and the spelling whose case a text has to respect."""

    owner: str
    form: Form
    alias: str

    def fits(self, text: str) -> bool:
        """Case as in print: an acronym in capitals, a name with at least one."""
        if _is_acronym(self.alias):
            return not any(c.islower() for c in text)
        return self.alias.islower() or any(c.isupper() for c in text)


@dataclass(frozen=True, slots=True)
class Parties:
    """The index. Equal files give equal answers; nothing is guessed beyond the spellings they hold."""

    entries: Mapping[str, PartyEntry]
    spellings: Mapping[str, tuple[_Spelling, ...]] = field(repr=False)
    patterns: tuple[str, ...] = field(repr=False)
    adjectives: Mapping[str, tuple[str, ...]] = field(repr=False)
    automaton: AhoCorasick = field(repr=False, compare=False)

    def find(self, text: str) -> PartyEntry | None:
        """The party that `text` names, and nothing else: by name, capital or adjective; None where it names none."""
        for spelling in self.spellings.get(_key(text), ()):
            letters = sum(c.isalpha() for c in spelling.alias)
            careful = _is_acronym(spelling.alias) and letters <= ACRONYM_LETTERS
            if spelling.form != "short" and (not careful or spelling.fits(text)):
                return self.entries[spelling.owner]
        return None

    def short(self, text: str) -> tuple[PartyEntry, ...]:
        """The parties that "the coalition" or "the monitor" may mean: for use where the page names one of them."""
        return tuple(self.entries[s.owner] for s in self.spellings.get(_key(text), ()) if s.form == "short")

    def local(self, text: str, country: str) -> PartyEntry | None:
        """What a bare "the army", "state television" or "the coalition" means in a report from `country` (ISO
        3166)."""
        for adjective in self.adjectives.get(country, ()):
            entry = self.find(f"{adjective} {_key(text)}")
            if entry is not None:
                return entry
        near = [e for e in self.short(text) if country in (e.country, *e.acts_in)]
        return near[0] if len(near) == 1 else None

    def scan(self, text: str, *, forms: frozenset[Form] = NAMES) -> tuple[tuple[int, int, PartyEntry], ...]:
        """Every party named in `text`: (start, end, entry), leftmost-longest, on word boundaries, case as in print.

        `forms` widens it to adjectives ("Syrian"), capitals ("Damascus") and short forms ("coalition").
        """
        return self._leftmost(text, self._hits(text), forms)

    def scan_apart(self, text: str, *kinds: frozenset[Form]) -> tuple[tuple[tuple[int, int, PartyEntry], ...], ...]:
        """What `scan` gives for each of several kinds of forms, for the price of one look."""
        hits = self._hits(text)
        return tuple(self._leftmost(text, hits, forms) for forms in kinds)

    def _hits(self, text: str) -> list[tuple[int, int, int]]:
        """(pattern, start, end) of every spelling on word boundaries, leftmost first, the longer first."""
        folded = fold(text)
        hits = self.automaton.find_matches_as_indexes(folded, overlapping=True)
        return sorted((hit for hit in hits if _bounded(folded, hit[1], hit[2])), key=lambda hit: (hit[1], -hit[2]))

    def _leftmost(
        self, text: str, hits: Sequence[tuple[int, int, int]], forms: frozenset[Form]
    ) -> tuple[tuple[int, int, PartyEntry], ...]:
        found: list[tuple[int, int, PartyEntry]] = []
        taken = 0
        for index, start, end in hits:
            if start < taken:
                continue
            owner = self._owner(self.patterns[index], text[start:end], forms)
            if owner is not None:
                found.append((start, end, owner))
                taken = end
        return tuple(found)

    def _owner(self, key: str, written: str, forms: frozenset[Form]) -> PartyEntry | None:
        fitting = (s for s in self.spellings[key] if s.form in forms and s.fits(written))
        spelling = next(fitting, None)
        return None if spelling is None else self.entries[spelling.owner]

    def bloc(self, name: str) -> str | None:
        """The side for which `name` speaks; None for a name that the list does not know."""
        entry = self.find(name)
        return None if entry is None else entry.bloc

    def lineage(self, name: str) -> tuple[str, ...]:
        """The party and the bodies it is part of, inmost first; empty for an unknown name."""
        entry, line = self.find(name), []
        while entry is not None and entry.name not in line:
            line.append(entry.name)
            entry = self.entries[entry.belongs_to] if entry.belongs_to else None
        return tuple(line)


def _bounded(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after


class _State(Entry):
    name: str
    iso2: str | None
    adjectives: str | None
    capitals: str | None
    aliases: str | None
    bloc: str | None


class _Body(Entry):
    kind: PartyKind
    name: str
    aliases: tuple[str, ...]
    voice: str | None = None
    bloc: Literal["none"] | None = None


class _Kept(Entry):
    name: str
    kind: PartyKind
    aliases: tuple[str, ...]
    country: str | None = None
    belongs_to: str | None = None
    bloc: str | None = None
    voice: str | None = None
    short: tuple[str, ...] = ()
    acts_in: tuple[str, ...] = ()


@dataclass(slots=True)
class _Draft:
    """The list while it is put together; turned into `Parties` once and dropped."""

    raw: dict[str, _Kept] = field(default_factory=dict)
    index: dict[str, list[_Spelling]] = field(default_factory=dict)

    def owner(self, text: str) -> str | None:
        return next((s.owner for s in self.index.get(_key(text), ()) if s.form != "short"), None)

    def spell(self, owner: str, aliases: Iterable[str], form: Form = "name", *, strict: bool = False) -> None:
        """Add spellings that nobody has yet; `strict` refuses one that another party has."""
        for alias in aliases:
            plain = _key(alias)
            for key in (plain, plain.replace("'", "")) if "'" in plain else (plain,):
                held = self.index.setdefault(key, [])
                other = next((s.owner for s in held if s.form != "short"), None)
                if strict and other not in (None, owner):
                    raise DataError(f'data/parties: "{alias}" names both {other} and {owner}')
                if form == "short" or other is None:
                    held.append(_Spelling(owner, form, alias))


def _split(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split("|") if part.strip())


def _peoples(adjectives: Iterable[str]) -> tuple[str, ...]:
    """English makes the people's name by an s after -an and -i; other peoples stand among a state's aliases."""
    return tuple(f"{a}s" for a in adjectives if a.endswith(("an", "i")))


def _add_bodies(draft: _Draft, state: _State, bodies: list[_Body]) -> None:
    adjectives = _split(state.adjectives)
    states = (state.name, *_split(state.aliases))
    if not adjectives:
        return
    for body in bodies:
        name = body.name.format(adj=adjectives[0])
        spelled = {a.format(adj=adj, state=st) for a in body.aliases for adj in adjectives for st in states}
        seats = (a for a in body.aliases if a.startswith("{state}'s"))
        spelled |= {a.format(state=capital) for a in seats for capital in _split(state.capitals)}
        owner = draft.owner(name)
        if owner is None:
            voice = body.voice.format(adj=adjectives[0]) if body.voice else None
            bloc = name if body.bloc == "none" else None
            draft.raw[name] = _Kept(
                name=name, kind=body.kind, aliases=(), country=state.iso2, belongs_to=state.name, bloc=bloc, voice=voice
            )
            draft.spell(name, (name,))
        draft.spell(owner or name, sorted(spelled))


def _entry(name: str, draft: _Draft) -> PartyEntry:
    kept = draft.raw[name]
    voice = draft.owner(kept.voice) if kept.voice else name
    if voice is None:
        raise DataError(f"data/parties: {name} speaks through {kept.voice}, which is not listed")
    return PartyEntry(name, kept.kind, kept.country, kept.belongs_to, _bloc(name, draft), voice, kept.acts_in)


def _bloc(name: str, draft: _Draft) -> str:
    seen: list[str] = []
    while name not in seen:
        seen.append(name)
        kept = draft.raw.get(name)
        if kept is None:
            raise DataError(f"data/parties: {seen[0]} belongs to {name}, which is not listed")
        if kept.bloc or not kept.belongs_to:
            return kept.bloc or name
        name = kept.belongs_to
    raise DataError(f"data/parties: {seen[0]} belongs to itself")


@cache
def load_parties() -> Parties:
    """Read the three files once. DataError where two kept parties claim a spelling or a reference leads nowhere."""
    states = read_csv("parties/states.csv", _State)
    bodies: list[_Body] = read_yaml("parties/bodies.yml", list[_Body])
    hand_kept: list[_Kept] = read_yaml("parties/parties.yml", list[_Kept])
    draft = _Draft()
    for kept in hand_kept:
        if kept.name in draft.raw:
            raise DataError(f"data/parties: {kept.name} is listed twice")
        draft.raw[kept.name] = kept
        draft.spell(kept.name, (kept.name, *kept.aliases), strict=True)
        draft.spell(kept.name, kept.short, "short")
    for state in states:
        draft.raw[state.name] = _Kept(name=state.name, kind="state", aliases=(), country=state.iso2, bloc=state.bloc)
        draft.spell(state.name, (state.name, *_split(state.aliases), *_peoples(_split(state.adjectives))), strict=True)
    for state in states:
        _add_bodies(draft, state, bodies)
    for state in states:
        draft.spell(state.name, _split(state.capitals), "capital")
        draft.spell(state.name, _split(state.adjectives), "adjective")
    patterns = tuple(sorted(draft.index))
    return Parties(
        entries={name: _entry(name, draft) for name in sorted(draft.raw)},
        spellings={key: tuple(draft.index[key]) for key in patterns},
        patterns=patterns,
        adjectives={s.iso2: _split(s.adjectives) for s in states if s.iso2},
        automaton=AhoCorasick(patterns),
    )
