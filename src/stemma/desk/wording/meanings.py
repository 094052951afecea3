"""What the fields of a claim mean, for whoever decides about one: the codebook in sentences."""

from __future__ import annotations

from django.utils.translation import gettext as _


def kind(name: str) -> str:
    """What a claim of this kind says."""
    meanings = {
        "toll": _("How many people were in one state: dead, wounded, missing …"),
        "perpetrator": _("Who did it, as somebody says or denies."),
        "target": _("At whom or at what it was aimed."),
        "place": _("Where it happened."),
        "date": _("When it happened."),
        "means": _("With what: a weapon, an aircraft or a method."),
        "flight_origin": _("Where aircraft or missiles came from."),
        "event_count": _("How many such incidents there were."),
        "motive": _("Why it was done, in the text’s own words."),
        "consequence": _("What followed from it, in the text’s own words."),
        "response": _("What a party did about it in words."),
    }
    return meanings.get(name, "")


def state(name: str) -> str:
    """What happened to the people counted."""
    meanings = {
        "killed": _("Dead from it, at once or later."),
        "injured": _("Hurt and alive."),
        "missing": _("Not found, dead or alive."),
        "captured": _("Taken prisoner or hostage."),
        "displaced": _("Driven from where they lived."),
        "casualties": _("Killed or injured, not told apart."),
    }
    return meanings.get(name, "")


def qualifier(name: str) -> str:
    """What the words around a figure make of it."""
    meanings = {
        "exact": _("The figure as it stands."),
        "at_least": _("That many or more: no high."),
        "more_than": _("More than that: no high."),
        "up_to": _("That many or fewer: no low."),
        "nearly": _("Somewhat fewer: no low."),
        "about": _("That many, roughly."),
        "between": _("From the low to the high."),
        "some": _("A word alone, such as “dozens”: neither low nor high."),
    }
    return meanings.get(name, "")


def stance(name: str) -> str:
    """What the voice does with it."""
    meanings = {
        "asserts": _("The voice says that it is so."),
        "denies": _("The voice says that it is not so."),
        "questions": _("The voice doubts it or asks."),
        "no_comment": _("The voice was asked and would not say."),
    }
    return meanings.get(name, "")


def field(name: str) -> str:
    """What stands in a field of a claim, and what does not."""
    meanings = {
        "low": _("The lowest number that the words allow; empty where they leave it open."),
        "high": _("The highest; empty where they leave it open. Of one figure both are the same."),
        "group": _("Who was counted, as written: “soldiers”, “a family of five”."),
        "victim_class": _("Which of Airwars’ classes the people are of; none where the text does not tell."),
        "hedges": _("Words that hold it back, as written. A hedged figure counts as less sure under some policies."),
        "voices": _("Who says it, from the page inwards: the last is the one on whose word it rests."),
        "relays": _("Outlets that only carried it, outside in. They are no voices."),
        "origin": _("To whom it can be traced back. Origins are counted, not pages."),
        "event": _("Which of the events that the page tells of it is about."),
        "background": _("Told of an event that the page recalls, and not of its own."),
        "word": _("The word where there is no number: “dozens”."),
        "party": _("The body that is named, as written or as the word lists know it."),
        "what": _("What is counted, as written: “strikes on hospitals”."),
        "since": _("Since when, as written."),
        "name": _("The name as written."),
        "role": _("What is said of the voice: “a spokesman”, “a doctor at the hospital”."),
        "anonymous": _("Described and not named."),
        "weapon": _("As written."),
        "count": _("How many of them; empty where the text does not say."),
        "from": _("The first day that it can have been (2016-09-17)."),
        "to": _("The last day that it can have been."),
        "precision": _("How exactly the words tell the day."),
        "lat": _("Degrees north; empty where nobody can tell."),
        "lon": _("Degrees east."),
        "text": _("In the text’s own words."),
        "act": _("What the party did."),
        "place": _("The name as written."),
    }
    return meanings.get(name, "")
