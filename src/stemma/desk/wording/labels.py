"""The model's fixed vocabularies in the reader's language, each with the sentence that explains it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from stemma.desk.wording.kept import kept


@kept
def slot(name: str) -> str:
    """A finding's or a claim's slot as a heading."""
    names = {
        "killed": _("Killed"),
        "injured": _("Injured"),
        "missing": _("Missing"),
        "captured": _("Captured"),
        "displaced": _("Displaced"),
        "casualties": _("Casualties"),
        "toll": _("Toll"),
        "perpetrator": _("Who did it"),
        "target": _("Target"),
        "place": _("Place"),
        "date": _("Date"),
        "means": _("Means"),
        "flight_origin": _("Flown from"),
        "event_count": _("Count of incidents"),
        "motive": _("Motive"),
        "consequence": _("Consequence"),
        "response": _("Response"),
    }
    return names.get(name) or words(name)


@kept
def stance(name: str) -> str:
    """What a voice does with the thing it speaks of."""
    names = {
        "asserts": _("asserts"),
        "denies": _("denies"),
        "questions": _("questions"),
        "no_comment": _("declines to comment"),
    }
    return names.get(name) or words(name)


@kept
def response_act(name: str) -> str:
    """What a party did about the incident in words."""
    names = {
        "no_comment": _("declined to comment"),
        "investigating": _("said it is investigating"),
        "condemned": _("condemned it"),
        "apologised": _("apologised"),
        "accepted_responsibility": _("accepted responsibility"),
        "convened": _("called a meeting"),
    }
    return names.get(name) or words(name)


@kept
def status(name: str) -> str:
    """A finding's status in one or two words."""
    names = {
        "agreed": _("Agreed"),
        "range": _("Range"),
        "contested": _("Contested"),
        "single_origin": _("Single origin"),
        "denied": _("Denied"),
        "unknown": _("Unknown"),
    }
    return names.get(name) or words(name)


@kept
def status_meaning(name: str) -> str:
    """What the status means, for a reader who meets it the first time."""
    meanings = {
        "agreed": _("Independent origins say the same."),
        "range": _("Independent origins give figures that differ."),
        "contested": _("Independent origins contradict one another."),
        "single_origin": _("Every report of it goes back to one origin."),
        "denied": _("It was put forward, and somebody denies it."),
        "unknown": _("No report gives it."),
    }
    return meanings.get(name, "")


@kept
def place_precision(value: int | None) -> str:
    """The UCDP precision class of a place as a phrase."""
    names = {
        1: _("exact place"),
        2: _("near a known place"),
        3: _("district known"),
        4: _("province known"),
        5: _("region known"),
        6: _("country known"),
        7: _("sea or airspace"),
    }
    return names.get(value, _("not located")) if value is not None else _("not located")


@kept
def place_meaning(value: int | None) -> str:
    """What the precision class of a place (UCDP GED's `where_prec`) says of where it happened, as a sentence."""
    meanings = {
        1: _("The reports name the place itself; it happened there, as far as they tell."),
        2: _("The reports name a place nearby: it happened within a short way of the point shown."),
        3: _("The reports name a district; where in it, they do not say. The point is the district’s middle."),
        4: _("The reports name a province; where in it, they do not say. The point is the province’s middle."),
        5: _("The reports name a part of a country without clear bounds. The point is no more than a hint."),
        6: _("The reports name the country alone. The point is its middle and tells nothing more."),
        7: _("The reports place it at sea or in the air. The point is near the coast or the body of water they name."),
    }
    unlocated = _("No place that the reports name could be found on the map, so none is drawn.")
    return meanings.get(value, unlocated) if value is not None else unlocated


@kept
def victim_class(name: str) -> str:
    """A class of victims as a part of the whole: "children", "healthcare personnel"."""
    names = {
        "children": _("children"),
        "women": _("women"),
        "journalists": _("journalists"),
        "healthcare_personnel": _("healthcare personnel"),
        "civilian_non_combatants": _("civilians"),
        "member_of_armed_forces": _("members of armed forces"),
        "belligerents": _("belligerents"),
    }
    return names.get(name) or name.replace("_", " ")


@kept
def origin_kind(name: str) -> str:
    """What an origin is, as a heading."""
    names = {"voice": _("Named voice"), "anonymous": _("Unnamed voice"), "outlet": _("Outlet itself")}
    return names.get(name) or words(name)


@kept
def origin_kind_meaning(name: str) -> str:
    """What that means, for a reader who meets it the first time."""
    meanings = {
        "voice": _("A person or a body with a name, to whom claims can be traced."),
        "anonymous": _("Known by a description alone, and counted together with the outlet that heard it."),
        "outlet": _("An outlet that says it in its own name and quotes nobody."),
    }
    return meanings.get(name, "")


@kept
def copy_kind(name: str) -> str:
    """How much two documents share."""
    names = {
        "identical": _("the same words"),
        "near": _("nearly the same words"),
        "partial": _("in part"),
        "reworded": _("in other words"),
        "version": _("another version of the page"),
    }
    return names.get(name) or words(name)


@kept
def altered(name: str) -> str:
    """What reads otherwise in copied words."""
    names = {"figure": _("figure"), "party": _("party"), "stance": _("stance"), "voice": _("voice")}
    return names.get(name) or words(name)


@kept
def likeness(name: str) -> str:
    """What linking compares of two incidents, for readers."""
    names = {
        "text": _("their wording"),
        "lead": _("how they begin"),
        "rare": _("rare words in common"),
        "rarest": _("the rarest word in common"),
        "names": _("names in common"),
        "persons": _("persons in common"),
        "ages": _("ages in common"),
        "other_ages": _("other ages"),
        "place": _("the place"),
        "elsewhere": _("far apart"),
        "unplaced": _("no place to compare"),
        "day": _("the day"),
        "other_day": _("another day"),
        "told": _("told on the same days"),
        "long_before": _("long before the report"),
        "other_clock": _("another time of day"),
        "apart": _("published"),
        "figures": _("figures in common"),
        "other_figures": _("other figures"),
        "type": _("the kind of event"),
        "parties": _("the parties"),
        "same_document": _("one report tells of both"),
    }
    return names.get(name) or words(name).lower()


@kept
def words(name: str) -> str:
    """A vocabulary entry that has no translation of its own: its name with spaces, first letter raised."""
    return name.replace("_", " ").capitalize()
