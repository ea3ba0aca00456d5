"""Single people in an analysis on the screen: who connects, and who might get to know whom."""

from collections.abc import Callable, Iterator

from ploeg.commands.analyse_told import NOTHING, ROLES, count, percent, sector
from ploeg.screen import Screen
from queries.analysis_answers import BrokersAnswer, BrokerShown, SectorJoint, SuggestionsAnswer
from queries.pseudonyms import Shown

MOST_JOINTS = 5


def brokers_rows(answer: BrokersAnswer, screen: Screen) -> Iterator[Callable[[], None]]:
    """Yield what shows who connects, what is left when they stop, and over whom sectors are joined."""
    if answer.brokers:
        columns = ["", screen.pick("wie", "who"), screen.pick("banden", "ties")]
        columns += [screen.pick("wegen langs hen", "routes past them")]
        columns += [
            screen.pick("verbindt vooral", "mostly joins"),
            screen.pick("paren (bij toeval)", "pairs (by chance)"),
        ]
        columns += [screen.pick("als die wegvalt", "without them")]
        rows = [
            [
                str(each.rank),
                f"{each.who.name}\n{_of_where(screen, each.who)}",
                count(screen, each.degree),
                percent(screen, each.betweenness),
                *_role(screen, each),
                screen.pick("raakt iemand los", "somebody is cut off") if each.articulation else "",
            ]
            for each in answer.brokers
        ]
        yield lambda: screen.table(columns, rows, numbers=(0, 2, 3, 5))
    if answer.robustness:
        heads = [
            screen.pick("als zoveel verbinders stoppen", "when so many connectors stop"),
            screen.pick("blijft verbonden", "stays connected"),
            screen.pick("bij willekeurige mensen", "of people at random"),
            screen.pick("banden tussen sectoren over", "ties between sectors left"),
        ]
        steps = [
            [
                count(screen, step.stopped),
                percent(screen, step.left_connected),
                percent(screen, step.at_random),
                percent(screen, step.bridges_left),
            ]
            for step in answer.robustness
        ]
        yield lambda: screen.table(heads, steps, numbers=(0, 1, 2, 3))
    if answer.joints:
        yield lambda: _joints(screen, answer.joints)


def _joints(screen: Screen, joints: tuple[SectorJoint, ...]) -> None:
    columns = [screen.pick("tussen", "between"), screen.pick("en", "and"), screen.pick("banden", "ties")]
    columns += [screen.pick("vooral over", "mostly over"), screen.pick("wie", "who")]
    columns += [screen.pick("blijft over als de eersten stoppen", "left when the first stop")]
    rows = [
        [
            sector(screen, joint.one),
            sector(screen, joint.other),
            count(screen, joint.ties),
            _people(screen, joint.people),
            ", ".join(each.name for each in joint.who) + (", …" if joint.people > len(joint.who) else ""),
            f"{percent(screen, joint.left)} ({joint.stopped})",
        ]
        for joint in joints[:MOST_JOINTS]
    ]
    title = screen.pick("Over wie sectoren verbonden zijn", "Over whom sectors are joined")
    screen.table(columns, rows, title=title, numbers=(2, 5))


def _people(screen: Screen, people: int) -> str:
    one = people == 1
    return (
        f"{count(screen, people)} {screen.pick('mens' if one else 'mensen', 'person' if one else 'people')}"
    )


def _who(who: Shown) -> str:
    return who.name if who.place is None else f"{who.name} ({who.place})"


def _of_where(screen: Screen, who: Shown) -> str:
    return sector(screen, who.sector) if who.place is None else f"{sector(screen, who.sector)}, {who.place}"


def _role(screen: Screen, broker: BrokerShown) -> tuple[str, str]:
    """Say in which role somebody joins most beyond chance, with how many pairs and how many chance would make."""
    over = {role: pairs - broker.expected.get(role, 0.0) for role, pairs in broker.roles.items() if pairs}
    if not over:
        return NOTHING, NOTHING
    role = max(over, key=lambda each: (over[each], each))
    pairs, chance = count(screen, broker.roles[role]), count(screen, broker.expected.get(role, 0.0))
    return screen.words(ROLES[role]), f"{pairs} ({chance})"


def suggestions_rows(answer: SuggestionsAnswer, screen: Screen) -> Iterator[Callable[[], None]]:
    """Yield what shows who might get to know whom."""

    def lines() -> None:
        for each in answer.suggestions:
            pair = f"{each.rank}. {_who(each.one)} – {_who(each.other)}"
            screen.paragraph(pair, pair, style="bold")
            screen.paragraph(each.words.nl, each.words.en, indent=3)

    if answer.suggestions:
        yield lines
