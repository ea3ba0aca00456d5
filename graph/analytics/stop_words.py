"""Words that say nothing of what a text is about: Dutch and English, folded, in every form that comes by.

Two sets.  Function words are the closed classes of a grammar (Haeseryn et al., Algemene Nederlandse Spraakkunst,
1997, https://e-ans.ivdnt.org; Huddleston and Pullum, The Cambridge Grammar of the English Language, 2002).  Empty
words are of open classes, and so general that who has one in common with a request has nothing in common with it
yet: they are not compared, but may still be part of a label ("Mensen verbinden").  Together they hold all of the
lists that go with the Snowball stemmers (https://snowballstem.org, BSD licence), but for English words that are
others in Dutch: "been", "down", "haven", "most".
"""

_ARTICLES_AND_PRONOUNS = """
de het een t n der des den
ik je jij jou jouw jullie u uw hij hem zij ze haar we wij ons onze hun hen men me mij mijn zich zichzelf
elkaar mekaar
ge gij dat die dit deze degene diegene zulk zulke zelf zelfde dezelfde hetzelfde er
wie wiens wat welk welke hoe hoeveel waar wanneer waarom
iemand iets niemand niets iedereen ieder iedere elk elke al alle allen alles allemaal beide beiden
sommige sommigen enkele enige enkel veel vele velen weinig weinige meer meerdere meest meeste minder minst
genoeg voldoende zoveel ander andere anderen eigen heel hele gans ganse paar
"""

_PREPOSITIONS_AND_CONJUNCTIONS = """
van voor met aan in op te om bij naar uit over door onder tussen tegen zonder tot via per na rond sinds
tijdens langs
binnen buiten boven beneden achter naast volgens wegens vanwege dankzij behalve tegenover vanaf vanuit
omtrent ondanks
qua jegens bovenop af toe mee ten ter tegelijk
en of maar want dus als dan omdat doordat zodat opdat hoewel ofwel noch terwijl indien tenzij totdat
voordat nadat zoals
alsof zodra zolang mits aangezien evenals alsook doch
"""

_ADVERBS = """
niet geen wel ook nog zo toch nu toen daar hier ergens nergens overal eens ooit nooit altijd vaak soms
meestal steeds telkens
weer alweer opnieuw al reeds pas net bijna maar slechts alleen samen erg zeer heel te best liefst liever
graag even eventjes
misschien wellicht mogelijk eigenlijk gewoon zeker natuurlijk vooral bijvoorbeeld bv ongeveer
ondertussen intussen straks
later eerder vroeger laatst onlangs morgen vandaag gisteren dadelijk meteen verder anders bovendien
echter nochtans trouwens
immers zelfs ja nee neen aub alstublieft vanzelf zowat
hieraan hierbij hierdoor hierin hiermee hierna hierom hierop hierover hiervan hiervoor
daaraan daarbij daardoor daarin daarmee daarna daarnaast daarom daarop daarover daarvan daarvoor daaruit
waaraan waarbij waardoor waarin waarmee waarna waarnaar waarop waarover waarvan waarvoor waaruit waarrond
eraan erbij erdoor erin ermee erna erom erop erover ervan ervoor eruit errond ertoe erheen
"""

_AUXILIARIES = """
zijn ben bent is was waren geweest wezen zijnde weest
hebben heb hebt heeft had hadden gehad
worden word wordt werd werden geworden
zullen zal zult zou zouden zoudt kunnen kan kunt kon konden gekund mogen mag mocht mochten moeten moet
moest moesten
willen wil wilt wou wilde wilden gewild hoeven hoeft hoefde durven durf durft
"""

_ENGLISH = """
a an the i me my mine myself we us our ours ourselves you your yours yourself
yourselves he him his himself she her hers herself
it its itself they them their theirs themselves who whom whose which what this that these those
am is are was were be being have has had having do does did doing done will would shall should can could
may might must
ought cannot
and or but nor if then than because as until while though although since so whether
of at by for with about against between into through during before after above below to from up in out
on off over under
within without along across around toward towards upon
not no only also too very just again further once here there when where why how all any both each few
more many much some
such other another same own every either neither ever never always often still already yet even now
somebody someone something anybody anyone anything everybody everyone everything nobody nothing
"""

_GENERAL = """
gaan ga gaat ging gingen gegaan komen kom komt kwam kwamen gekomen doen doe doet deed deden gedaan
laten laat liet lieten gelaten blijven blijf blijft bleef gebleven krijgen krijg krijgt kreeg kregen gekregen
maken maak maakt maakte maakten gemaakt geven geef geeft gaf gaven gegeven nemen neem neemt nam namen genomen
zeggen zeg zegt zei zeiden gezegd vinden vind vindt vond vonden gevonden weten weet wist wisten geweten
zien zie ziet zag zagen gezien kijken kijk kijkt keek gekeken staan sta staat stond stonden gestaan
zitten zit zat zaten gezeten liggen lig ligt lag lagen hangen hangt houden hou houdt hield houd
kennen ken kent kende kenden gekend denken denk denkt dacht gedacht proberen probeer probeert geprobeerd
beginnen begin begint begon begonnen brengen breng brengt bracht zetten zet stellen stel stelt
lukken lukt spreek spreekt praten praat werken werkt werkte blijken blijkt lijken lijkt bestaan bestaat
gebeuren gebeurt
goed goede goeds beter betere beste mooi mooie leuk leuke fijn fijne nieuw nieuwe groot grote klein
kleine kort korte
lang lange eerst eerste tweede derde laatste volgende verschillende zulks bepaalde juist juiste nodig
een twee drie vier vijf zes zeven acht negen tien tiental twintig honderd nul half halve
keer keren dag dagen week weken maand maanden jaar jaren uur uren minuut minuten moment momenten tijd
manier manieren ding dingen deel stuk soort zoiets wijze kant idee ideeen
zoeken zoek zoekt zocht gezocht vragen vraag vraagt vroeg gevraagd hulp helpen help helpt hielp geholpen
nodige dank bedankt alvast groeten mens mensen persoon personen euro
go goes going gone come comes coming make makes made get gets got give gives take takes see say says
said know knows
find look looking want wants need needs needed help helps helping seek seeking like well good better
best new old big
small long first second last one two three four five ten
day days week weeks month months year years time times way thing things people person please thanks
"""

FUNCTION_WORDS = frozenset(
    f"{_ARTICLES_AND_PRONOUNS} {_PREPOSITIONS_AND_CONJUNCTIONS} {_ADVERBS} {_AUXILIARIES} {_ENGLISH}".split()
)
"""Words of the closed classes."""

EMPTY_WORDS = FUNCTION_WORDS | frozenset(_GENERAL.split())
"""These, and the most general verbs, qualities, numbers, times, and what every request asks."""
