"""What each consent means to whoever gives it, in Dutch and English; what it is called says ``purpose_words``."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import Purpose, Scope
from queries.phrases import Words


@dataclass(frozen=True, slots=True)
class ConsentWords:
    """One consent: what it allows, and what holds once it is given or withdrawn."""

    allows: Words
    given: Words
    withdrawn: Words


CONSENTS: Mapping[Purpose, ConsentWords] = {
    Purpose.MATCHING: ConsentWords(
        Words(
            "Zoekt iemand hulp die bij u past? Dan mag de coördinator u voorstellen.",
            "Does somebody look for help that suits you? Then the coordinator may propose you.",
        ),
        Words(
            "De coördinator mag u vanaf nu voorstellen als iemand hulp zoekt.",
            "From now on the coordinator may propose you when somebody looks for help.",
        ),
        Words(
            "Vanaf nu stelt niemand u nog voor als iemand hulp zoekt.",
            "From now on nobody proposes you when somebody looks for help.",
        ),
    ),
    Purpose.CONTACT: ConsentWords(
        Words(
            "De coördinator mag uw e-mailadres en telefoonnummer zien en gebruiken, en doorgeven aan wie hulp "
            "zoekt.",
            "The coordinator may see and use your e-mail address and phone number, and pass them on to whoever looks "
            "for help.",
        ),
        Words(
            "De coördinator ziet vanaf nu uw e-mailadres en telefoonnummer, en mag ze doorgeven aan wie hulp zoekt.",
            "From now on the coordinator sees your e-mail address and phone number, and may pass them on to whoever "
            "looks for help.",
        ),
        Words(
            "Vanaf nu ziet niemand uw e-mailadres en telefoonnummer nog.",
            "From now on nobody sees your e-mail address and phone number.",
        ),
    ),
    Purpose.CONNECTOR: ConsentWords(
        Words(
            "De coördinator mag u vragen om iemand die u kent, voor te stellen aan een ander.",
            "The coordinator may ask you to introduce somebody you know to somebody else.",
        ),
        Words(
            "Men mag u vanaf nu vragen om mensen die u kent, aan elkaar voor te stellen.",
            "From now on you may be asked to introduce people you know to each other.",
        ),
        Words(
            "Vanaf nu vraagt niemand u nog om mensen aan elkaar voor te stellen.",
            "From now on nobody asks you to introduce people to each other.",
        ),
    ),
    Purpose.RESEARCH: ConsentWords(
        Words(
            "U telt mee in cijfers en onderzoek. Onderzoekers zien uw gegevens zonder uw naam, onder een schuilnaam.",
            "You count in figures and research. Researchers see your data without your name, under a made-up one.",
        ),
        Words(
            "U telt vanaf nu mee in cijfers en onderzoek, onder een schuilnaam.",
            "From now on you count in figures and research, under a made-up name.",
        ),
        Words(
            "Vanaf nu telt u niet meer mee in nieuwe cijfers en nieuw onderzoek.",
            "From now on you no longer count in new figures and new research.",
        ),
    ),
    Purpose.PUBLIC: ConsentWords(
        Words(
            "Uw naam, talenten, thema's en organisatie mogen staan op pagina's van partners en op openbare pagina's.",
            "Your name, talents, themes and organisation may stand on partners' and public pages.",
        ),
        Words(
            "Uw naam, talenten, thema's en organisatie mogen vanaf nu openbaar zijn.",
            "From now on your name, talents, themes and organisation may be public.",
        ),
        Words(
            "Vanaf nu staat uw naam niet meer op pagina's van partners of op openbare pagina's.",
            "From now on your name no longer stands on partners' or public pages.",
        ),
    ),
    Purpose.MAILING: ConsentWords(
        Words("U krijgt mails over wat er te doen is.", "You get mails about what is going on."),
        Words(
            "U krijgt vanaf nu mails over wat er te doen is.",
            "From now on you get mails about what is going on.",
        ),
        Words(
            "Vanaf nu mag niemand u nog mailen over wat er te doen is.",
            "From now on nobody may mail you about what is going on.",
        ),
    ),
}

SCOPES: Mapping[Scope, Words] = {
    Scope.COORDINATOR: Words("alleen op vraag van de coördinator", "only when the coordinator asks"),
    Scope.PARTNERS: Words("ook op vraag van partners", "also when partners ask"),
}
"""For whom somebody may be asked to introduce others, as on the page (``consent.scope.*``)."""
