"""What each consent is called: the same for a resident, for the coordinator, in a terminal and in what goes out.

The page has them too, in its own catalogues (``purpose.*``); a test holds those to these.
"""

from collections.abc import Mapping

from graph.model import Purpose
from queries.phrases import Words

NAMES: Mapping[Purpose, Words] = {
    Purpose.MATCHING: Words("voorgesteld worden bij een vraag", "being proposed for a request"),
    Purpose.CONTACT: Words("contactgegevens doorgeven", "passing on contact details"),
    Purpose.CONNECTOR: Words("mensen aan elkaar voorstellen", "introducing people to each other"),
    Purpose.RESEARCH: Words("meetellen in onderzoek", "counting in research"),
    Purpose.PUBLIC: Words("met naam zichtbaar zijn", "being visible by name"),
    Purpose.MAILING: Words("mails krijgen", "getting mails"),
}
