"""Kinds of generated cities: those that weights are learnt on, and others on which they are judged."""

from dataclasses import replace

from evaluation.hidden_model import CityModel

USUAL = CityModel(people=1500)
"""The city that the first tables are about."""

LEARNING = {
    "usual": USUAL,
    "ties follow interest little": replace(USUAL, homophily=0.2),
    "ties follow interest much": replace(USUAL, homophily=0.8, sharp=6.0),
    "sparse": replace(USUAL, empty=0.4, revealed=0.4),
    "old": replace(USUAL, drift=0.5, age=5.0),
    "interest decides": replace(USUAL, theme=1.5, skill=0.6),
    "skill decides": replace(USUAL, theme=0.6, skill=1.5),
    "distance decides": replace(USUAL, near=2.0),
    "no words in common": replace(USUAL, shared=0.0, reworded=0.5),
}
"""On which weights are learnt: many kinds, so that no single assumption of the generator decides them."""

DAMAGED = {
    "usual": USUAL,
    "misspelt": replace(USUAL, misspelt=0.3),
    "sparse": replace(USUAL, empty=0.5, revealed=0.35),
    "old": replace(USUAL, drift=0.6, age=6.0),
    "all three": replace(USUAL, misspelt=0.3, empty=0.5, revealed=0.35, drift=0.6, age=6.0),
}

KINDRED = replace(USUAL, homophily=1.0, sharp=10.0, theme=2.0, skill=0.5)
"""Where people around somebody tell the most: ties among the like-minded only, and interest decides who fits."""

JUDGING = {
    **DAMAGED,
    "ties follow no interest": replace(USUAL, homophily=0.0),
    "ties follow interest only": replace(USUAL, homophily=1.0),
    "like-minded ties, interest decides": KINDRED,
    "few ties": replace(USUAL, ties=2.0),
    "many wrong tags, text reworded": replace(USUAL, noise=0.4, reworded=0.6),
    "no words in common": replace(USUAL, shared=0.0),
    "many words in common": replace(USUAL, shared=0.75),
    "interest decides": replace(USUAL, theme=2.0, skill=0.5),
    "skill decides": replace(USUAL, theme=0.5, skill=2.0),
    "distance hardly counts": replace(USUAL, near=0.3),
    "small city": replace(USUAL, people=500, ties=10.0, initiatives=5.0),
}
"""On which learnt weights are judged, with other seeds; most are of no kind that was learnt on."""

HOMOPHILY = (0.0, 0.25, 0.5, 0.75, 1.0)
