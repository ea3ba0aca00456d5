"""``duplicates list``, ``same``, ``different``, ``decided`` and ``undo``.

What a command works with is imported when it runs, so that help shows at once.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from graph.model import Verdict
from ploeg.commands.asked import Cursor, Limit
from ploeg.options import Context, command
from ploeg.screen import Screen
from ploeg.words import say

if TYPE_CHECKING:
    from ingest.proposals import Proposal
    from queries.merged import Decision

One = Annotated[str, typer.Argument(metavar="ONE", help=say("Id, sleutel of naam.", "Id, key or name."))]
Other = Annotated[
    str,
    typer.Argument(
        metavar="OTHER", help=say("Id, sleutel of naam van de ander.", "The other's id, key or name.")
    ),
]
FIELD_NL = {
    "name": "naam",
    "sector": "sector",
    "level": "niveau",
    "neighbourhoods": "wijken",
    "organisations": "organisaties",
    "languages": "talen",
    "about": "over",
    "email": "e-mail",
    "phone": "telefoon",
}

duplicates = typer.Typer(
    no_args_is_help=True,
    help=say(
        "Mensen die er misschien twee keer in staan: oplijsten, beslissen, terugnemen.",
        "People who may be in twice: list them, decide, take it back.",
    ),
)


@duplicates.command("list")
@command("Toon paren waarover nog niemand besliste, de waarschijnlijkste eerst.")
def duplicates_list(
    context: Context,
    limit: Limit = 20,
    cursor: Cursor = "",
) -> None:
    """List pairs about which nobody decided, likeliest first.

    Example: ploeg duplicates list --limit 5
    """
    from api.v1.schemas_duplicates import PairsOut
    from ingest.proposals import proposals
    from ploeg.session import session

    screen = context.screen
    with session(context.settings) as opened:
        page = proposals(opened.store, opened.viewer, cursor=cursor, limit=limit)
    if screen.as_json:
        screen.json(PairsOut.of(page).model_dump(mode="json"))
        return
    for pair in page.items:
        _show_pair(screen, pair)
    if not page.items:
        screen.say("Er zijn geen paren om over te beslissen.", "There are no pairs to decide about.")
    if page.next is not None:
        screen.say(
            f"Van {page.total} paren; de volgende: ploeg duplicates list --cursor '{page.next}'",
            f"Of {page.total} pairs; the next ones: ploeg duplicates list --cursor '{page.next}'",
        )


@duplicates.command("same")
@command("Beslis dat twee mensen dezelfde zijn: ze worden samengevoegd, en dat kan teruggenomen worden.")
def duplicates_same(
    context: Context,
    one: One,
    other: Other,
    keep: Annotated[
        str | None,
        typer.Option(
            "--keep",
            help=say("Wie van beiden blijft; anders de eerste.", "Which of the two stays; else the first."),
        ),
    ] = None,
) -> None:
    """Decide that two people are one: they are merged, and that can be taken back.

    Example: ploeg duplicates same p12 p13 --keep p12
    """
    _decide(context, one, other, Verdict.SAME, keep)


@duplicates.command("different")
@command("Beslis dat twee mensen verschillend zijn: het paar wordt niet meer getoond.")
def duplicates_different(context: Context, one: One, other: Other) -> None:
    """Decide that two people are two: the pair is not shown again.

    Example: ploeg duplicates different p12 p13
    """
    _decide(context, one, other, Verdict.DIFFERENT, None)


@duplicates.command("decided")
@command("Toon wat er beslist is, door wie en wanneer.")
def duplicates_decided(context: Context) -> None:
    """Show what was decided, by whom and when.

    Example: ploeg duplicates decided
    """
    from api.v1.schemas_duplicates import DecisionsOut
    from ploeg.session import session
    from queries.decisions import decisions

    screen = context.screen
    with session(context.settings) as opened:
        found = decisions(opened.store, opened.viewer)
    if screen.as_json:
        screen.json(DecisionsOut.of(found).model_dump(mode="json"))
        return
    columns = [
        screen.pick("beslissing", "decision"),
        screen.pick("wat", "what"),
        screen.pick("over", "about"),
        screen.pick("door", "by"),
        screen.pick("wanneer", "when"),
    ]
    rows = [
        [each.id, _verdict(screen, each), _about(screen, each), each.recorded_by, each.created_at]
        for each in found
    ]
    screen.table(columns, rows)


@duplicates.command("undo")
@command("Neem een beslissing terug; na een samenvoeging is alles weer zoals het was.")
def duplicates_undo(
    context: Context,
    decision: Annotated[
        str, typer.Argument(metavar="DECISION", help=say("Id van de beslissing.", "Id of the decision."))
    ],
) -> None:
    """Take a decision back; after a merge everything is as it was before.

    Example: ploeg duplicates undo decision:01JD8Z0V6H3K4M5N6P7Q8R9S0T
    """
    from api.v1.schemas_duplicates import DecisionOut
    from ploeg.session import session
    from queries.decisions import take_back

    screen = context.screen
    with session(context.settings) as opened:
        done = take_back(opened.store, opened.viewer, decision, recorded_by=opened.viewer.actor)
    if screen.as_json:
        screen.json(DecisionOut.of(done).model_dump(mode="json"))
    screen.say(f"De beslissing {done.id} is teruggenomen.", f"The decision {done.id} was taken back.")


def _decide(context: Context, one: str, other: str, verdict: Verdict, keep: str | None) -> None:
    from api.v1.schemas_duplicates import DecisionOut
    from ploeg.commands.meant import person_meant
    from ploeg.session import session
    from queries.decisions import decide

    screen = context.screen
    with session(context.settings) as opened:
        made = decide(
            opened.store,
            opened.viewer,
            person_meant(opened, one),
            person_meant(opened, other),
            verdict,
            keep=person_meant(opened, keep) if keep is not None else None,
            recorded_by=opened.viewer.actor,
        )
    if screen.as_json:
        screen.json(DecisionOut.of(made).model_dump(mode="json"))
    if made.merges:
        screen.say(
            f"{made.gone_name} ({made.gone_key}) is samengevoegd met {made.kept_name}.",
            f"{made.gone_name} ({made.gone_key}) was merged into {made.kept_name}.",
        )
    else:
        screen.say("Onthouden: dit zijn twee mensen.", "Noted: these are two people.")
    screen.say(
        f"Terugnemen: ploeg duplicates undo {made.id}", f"To take back: ploeg duplicates undo {made.id}"
    )


def _show_pair(screen: Screen, pair: "Proposal") -> None:
    from ingest.proposals import BAND_NL

    reasons = ", ".join(screen.words(reason) for reason in pair.reasons)
    names = f"{pair.one.row.name} ({pair.one.key}) – {pair.other.row.name} ({pair.other.key})"
    screen.say(f"{names}: {BAND_NL[pair.band]}; {reasons}", f"{names}: {pair.band}; {reasons}")
    for each in pair.differences:
        one, other = each.one or "–", each.other or "–"
        screen.say(f"    {FIELD_NL[each.field]}: {one} | {other}", f"    {each.field}: {one} | {other}")


def _verdict(screen: Screen, decision: "Decision") -> str:
    said = (
        screen.pick("dezelfde", "the same")
        if decision.decision == Verdict.SAME
        else screen.pick("verschillend", "different")
    )
    return said if decision.status == "standing" else f"{said} ({screen.pick('teruggenomen', 'taken back')})"


def _about(screen: Screen, decision: "Decision") -> str:
    if decision.kept_name is None:
        return f"{decision.one}, {decision.other}"
    merged = f"{decision.gone_name} ({decision.gone_key})"
    return screen.pick(f"{merged} bij {decision.kept_name}", f"{merged} into {decision.kept_name}")
