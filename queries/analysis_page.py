"""``docs/analysis.md`` and ``docs/analyse.nl.md``: what each analysis measures, how, and how to read it.

Made from :mod:`queries.analysis_methods` and :mod:`queries.analysis_explained`, so that the pages say what the
answers say of themselves.  What the commands in them print is written by the test that holds the pages.
"""

from collections.abc import Iterator, Mapping
from typing import Literal

from queries.analyses import KINDS, Analysis
from queries.analysis_explained import EXPLAINED, TOLD
from queries.analysis_methods import FIGURES, METHODS
from queries.phrases import Words, capital

Language = Literal["nl", "en"]

EXAMPLES: Mapping[Analysis, str] = {
    Analysis.SUMMARY: "ploeg analyse",
    Analysis.COMMUNITIES: "ploeg analyse communities",
    Analysis.BROKERS: "ploeg analyse brokers -k 3",
    Analysis.BRIDGING: "ploeg analyse bridging",
    Analysis.COVERAGE: "ploeg analyse coverage --by district --theme schoolstraat",
    Analysis.SUGGESTIONS: "ploeg analyse suggestions -k 2",
    Analysis.TRENDS: "ploeg analyse trends --years 3",
}

_BEGIN = Words(
    """\
# Wordt het een lerend netwerk?

Ploeg rekent uit hoe het netwerk in elkaar zit: wie bij wie hoort, wie verbindt, hoe sectoren verbonden zijn, waar
mensen zijn en waar niet, en hoe dat groeit. Elke analyse begint met een paar zinnen voor wie geen cijfers leest, dan
de cijfers, dan de rijen, en dan hoe het berekend is. In English: [analysis.md](analysis.md).

- **Over wie.** Voor de coördinator over iedereen. Voor onderzoekers, partners en het publiek alleen over wie nu
  instemt met onderzoek: van wie dat niet doet, blijft geen spoor. Partners en het publiek krijgen geen cijfer over
  minder dan vijf mensen, en geen mensen. Onderzoekers zien mensen onder een schuilnaam: in de terminal per opdracht
  een andere, over HTTP dezelfde voor één account op één dag.
- **Een band** is alles wat het waarschijnlijk maakt dat de een de ander kan aanspreken, vanaf sterkte 0,15.
- **Tussen haakjes** staat waar het cijfer in 95 % van de gevallen ligt als andere mensen van dezelfde soort gevraagd
  waren (bootstrap over mensen). Wie nooit gevraagd is, zit daar niet in: het antwoord zegt hoeveel dat er zijn.
- **Bij toeval** is wat het cijfer zou zijn als dezelfde mensen evenveel banden hadden, willekeurig verbonden.
- **Een dag.** `--as-of 2024-05-01` neemt de banden zoals ze toen stonden. Toestemming is altijd die van nu;
  partners en het publiek krijgen alleen vandaag.
- **Bewaren.** Wat de coördinator en onderzoekers vragen, wordt als meting bewaard (`--no-keep` doet dat niet):
  cijfers over minstens vijf mensen, en niets over één van hen. `ploeg analyse trends` toont ze, `ploeg measurements`
  geeft ze en haalt ze weg.
- **Lang rekenen.** In de terminal loopt een balk en stopt Ctrl-C. Over HTTP wordt het een `run` om later op te halen
  ([api.md](api.md)). Twee keer hetzelfde vragen kost niets zolang er niets veranderde.

De voorbeelden zijn van een verzonnen stad van 300 mensen.
""",
    """\
# Is it becoming a learning network?

Ploeg works out how the network hangs together: who belongs with whom, who connects, how sectors are tied, where there
are people and where not, and how that grows. Each analysis begins with a few sentences for whoever reads no figures,
then the figures, then the rows, and then how it was worked out. In het Nederlands: [analyse.nl.md](analyse.nl.md).

- **Over whom.** For the coordinator over everybody. For researchers, partners and the public only over who agrees to
  research now: whoever does not leaves no trace. Partners and the public get no figure over fewer than five people,
  and no people. Researchers see people under a pseudonym: another one for each command in the terminal, over HTTP the
  same for one account on one day.
- **A tie** is everything that makes it likely that one can approach the other, from a strength of 0.15.
- **Between brackets** stands where the figure lies in 95 % of cases if other people of the same kind had been asked
  (bootstrap over people). Who was never asked is not in it: the answer says how many those are.
- **By chance** is what the figure would be if the same people had as many ties each, joined at random.
- **A day.** `--as-of 2024-05-01` takes ties as they stood then. Consent is always that of now; partners and the
  public get today only.
- **Keeping.** What coordinator and researchers ask is kept as a measurement (not with `--no-keep`): figures over at
  least five people, and nothing of any one of them. `ploeg analyse trends` shows them, `ploeg measurements` lists and
  removes them.
- **Long work.** In the terminal a bar shows and Ctrl-C stops. Over HTTP it becomes a `run` to come back to
  ([api.md](api.md)). Asking the same twice costs nothing as long as nothing changed.

The examples are of an invented city of 300 people.
""",
)

_QUESTIONS: Mapping[Analysis, Words] = {
    Analysis.SUMMARY: Words("Het netwerk in cijfers", "The network in figures"),
    Analysis.COMMUNITIES: Words("Wie samen een kring vormt", "Who belongs together"),
    Analysis.BROKERS: Words("Wie verbindt, en wat er breekt", "Who connects, and what breaks"),
    Analysis.BRIDGING: Words("Hoe sectoren verbonden zijn", "How sectors are tied"),
    Analysis.COVERAGE: Words("Waar mensen zijn, en waar niet", "Where there are people, and where not"),
    Analysis.SUGGESTIONS: Words("Wie elkaar zou kunnen leren kennen", "Who might get to know each other"),
    Analysis.TRENDS: Words("Hoe het groeide", "How it grew"),
}

_HEAD = Words(
    "| cijfer | formule | bron | hoe te lezen |\n|---|---|---|---|",
    "| figure | formula | source | how to read it |\n|---|---|---|---|",
)
_PEOPLE = Words(
    "Alleen voor de coördinator en, onder schuilnamen, voor onderzoekers.",
    "For the coordinator only and, under pseudonyms, for researchers.",
)


def analysis_page(language: Language) -> str:
    """Return one of the pages, as Markdown; what its commands print is still to be filled in."""
    return "\n".join(_parts(language)).rstrip() + "\n"


def _parts(language: Language) -> Iterator[str]:
    def pick(words: Words) -> str:
        return words.nl if language == "nl" else words.en

    yield pick(_BEGIN)
    for question, kind in KINDS.items():
        yield f"## {pick(_QUESTIONS[question])}: `{question}`\n"
        takes = ", ".join(f"`{name}`" for name in kind.takes)
        address = f"`GET /v1/analysis/{question}`"
        yield pick(Words(f"{address}, met {takes}.", f"{address}, with {takes}."))
        if kind.people:
            yield pick(_PEOPLE)
        yield f"\n{pick(METHODS[question])}\n"
        yield f"```console\n$ {EXAMPLES[question]}\n```\n"
        yield pick(_HEAD)
        for name in TOLD[question]:
            each = EXPLAINED[name]
            cells = (capital(pick(FIGURES[name])), pick(each.formula), each.source, pick(each.reading))
            yield f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
        yield ""
