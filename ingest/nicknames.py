"""Forms of one first name in Flanders: short, Latin, French and Arabic ones.

A name may be in several groups.  Forms whose bearers are mostly two people ("Lies" and "Liesbeth" are often sisters)
stand here as well: the score weighs them, the rest of the pair decides.
"""

from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType

_GROUPS = """
jan johan johannes hans jean john johnny jo
maria mieke mia marie ria mies miet mietje marieke maaike mariette marijke
jozef jos jef jo joseph sjef jo joske youssef yusuf yousef
louis lowie lodewijk lode ludo ludovic luigi
wim willem guillaume william willy will
frans frank franciscus sus susse francis francois franky
piet pieter peter petrus pierre pit
karel carl charles karl carlo
elisabeth elizabeth els lies liesbeth lisbeth betty lieselot elsje bet elly
an anna anne anneke annie ann annelies annemie anja
kris christian christiaan chris kristof christophe christof
christine christina kristien kristel christel tine kristine tineke chris
hendrik rik henri henk henry hein
luc lucas lukas luk
marc mark marcus marco
thomas tom tommy
robert rob robbe bob robin robby
eduard edward ed eddy ward edouard edwin
alfons fons alphonse
august gust gustaaf staf gustave guust
ferdinand nand fernand nandje
anton antoon toon antonius tony antoine anthony toni
godelieve lieve lief
helena leen magdalena lena leentje helene heleen ellen madeleine
margaretha greet griet margriet rita greta grietje margot gretel marguerite
theresia trees therese theresa tess
geertrui trui geertruida gertrude geertje
gerard geert gerrit geraard gert
catharina katrien katrijn kathleen katleen kaat kato trien trijn rina cathy catherine katarina karin
johanna joke jeanne hanna hanne jo jana
beatrijs bea beatrice trix
mohamed mohammed muhammad mo mohammad mehmet muhammed moh
fatima fatma fatoumata fati fatiha
ahmed ahmet ahmad achmed
sofie sophie fie sofia sophia
nathalie natalie nat
victoria vicky viktoria
alexander alex sander lex xander alexandre
alexandra sandra alex
benjamin ben bennie benny
samuel sam sammy
maximiliaan max maxim maxime
stefaan stefan steven stephan stephane stef fanny
stefanie stephanie fanny steffie
cornelia nele cor corneel nelly
cornelis kees cor corneel cornelius nelis
gilbert gil bert
albert bert bertje albrecht
hubert bert huub
wouter wout walter
joris george georges jorg
nicolaas nicolas niko nico klaas nick niels nikolaas
andre andreas andries dre dries andy
raymond mon ray
edmond mon
maurice maurits mauritz moris
victor vic viktor
filip philippe flip philip fille
jacob jacques jaak jakob jaap sjaak jacky
emmanuel manu manuel emanuel
lodewijk wiet
michel michiel michael mike mich
matthias mathias thijs matthijs tijs mattias
bartholomeus bart barthold
dirk diederik dieter didier
david dave
daniel daan dany danny
dominique dominiek domien
patrick patrik rik
paul pol paulus pauwel
pauline paulien lien
caroline carolien lien carine karolien lin
evelien eveline evelyne lien
frederik fred freddy frederic fredje
gabriel gaby
guido guy
herman manne
ivan yvan
yvonne ivonne
jeroen jerome hieronymus
joachim jochen jokke
jonathan jonas jona
jacqueline jacky lientje
josephine josefien fien jozefien josefine
julia julie juul
julien juul jules julius
laurens laurent lau lorenz
laura lora laurence
leonard leo leon leonardus
leopold pol
martin martijn maarten martinus tijn
martine martina tina
monique monica monika
pascal pascale
rene renaat
roger rogier
rosa roos roza rosalie roosje
rudolf rudi rudy ruud
simon simone siem
suzanne suzy suzanna suus
theo theodoor theofiel
tim timothy
valentijn valentine tijn
vincent vince cent
veronique vera veronica
wilhelmina mina mien mientje willemien
ingrid inge
isabelle isabel bella belle isa
barbara babs bar
angela angelique angele
emma em emmy
hilde hildegard mathilde
ibrahim brahim abraham bram ibo
hussein hossein houssain hoesein
hassan hasan
ali aly
mustafa mustapha moustafa
aicha aisha ayse aysha
khadija hatice khadidja
zeynep zineb zaynab
omar umar omer
jamal cemal djamal
abdelkader kader
abdellah abdullah abdul
rachid rashid
said saeed
karim kareem
yassine yasin yassin
hamza hamsa
ismail ismael
"""


def _groups_of() -> Mapping[str, frozenset[int]]:
    groups: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_GROUPS.split("\n")):
        for name in line.split():
            groups[name].add(number)
    return MappingProxyType({name: frozenset(numbers) for name, numbers in groups.items()})


GROUPS: Mapping[str, frozenset[int]] = _groups_of()
"""Numbers of the groups of each folded first name."""


def one_name(one: str, other: str) -> bool:
    """Return whether two folded first names are forms of one: Mieke and Maria, Jef and Jozef."""
    return not GROUPS.get(one, frozenset()).isdisjoint(GROUPS.get(other, frozenset()))
