"""A small city for the tests of the API: who knows whom, who agreed to what."""

from datetime import date

from graph.store import Store
from ingest.checks import check
from ingest.load import load
from ingest.tables import read_uploads
from queries.snapshots import utc_today

CITY = "antwerpen"

# An (a) reaches Dirk (d) through Bo (b) and Chris (c).  Eva (e) agreed to nothing, Fons (f) knows nobody,
# Gerd (g) withdrew; both Hannes are two people of one name.
TABLES = {
    "people": """id,name,sector,languages,neighbourhood,themes,talents,email,phone,about,organisations,\
consent_matching,consent_contact,consent_connector,consent_public,consent_research,consent_date
a,An Peeters,resident,nl;fr,W1,mobiliteit:2,voorzitten:3,an@example.org,0499 00 00 01,\
Ik zit graag een vergadering voor,o1,yes,yes,yes,yes,yes,2026-01-01
b,Bo Claes,civil_society,nl,W1,mobiliteit,luisteren:2,bo@example.org,,,,yes,no,partners,yes,yes,2026-01-01
c,Chris Maes,city,nl,W2,,voorzitten:1,,,,,yes,,partners,,yes,2026-01-01
d,Dirk Wouters,politics,nl,W2,mobiliteit,,,,,,yes,,,yes,yes,2026-01-01
e,Eva Goossens,resident,nl,W1,mobiliteit,voorzitten:3,eva@example.org,0499 00 00 02,Schoolstraten zijn mijn ding,\
,,,,,,
f,Fons Willems,resident,nl,W2,,,,,,,,,,yes,,2026-01-01
g,Gerd Mertens,resident,nl,W2,,voorzitten:2,,,,,no,no,no,no,no,2026-02-01
h1,Hanne Smets,resident,nl,W1,,,,,,,yes,,,yes,yes,2026-01-01
h2,Hanne Smets,resident,nl,W2,,,,,,,yes,,,yes,yes,2026-01-01
s/1,Sam Slash,resident,nl,W2,,,,,,,yes,,,,yes,2026-01-01
""",
    "ties": """from,to,trust,last_contact
a,b,0.9,2026-10-01
b,c,0.8,2026-10-01
c,d,0.9,2026-10-01
e,d,1,2026-10-01
a,e,1,2026-10-01
""",
    "organisations": """id,name,sector,public,about
o1,Buurtcomité De Linde,civil_society,yes,Een comité van buren
o2,Dienst Verborgen,city,no,
""",
    "initiatives": """id,title,start,themes,organisations,neighbourhoods,public
i1,Schoolstraat Lindelaan,2025-05-01,mobiliteit,o1,W1,yes
""",
    "participations": "person,initiative,role\ne,i1,zaalhulp\n",
    "requests": """id,title,text,kind,asker,themes,talents,neighbourhoods,opened
v1,Eerste avond,Wie kan de eerste avond voorzitten?,start,b,mobiliteit,voorzitten,W1,2026-10-01
""",
    "themes": "id,label_nl,label_en\nmobiliteit,Mobiliteit,Mobility\n",
    "talents": "id,label_nl,label_en\nvoorzitten,Voorzitten,Chairing\nluisteren,Luisteren,Listening\n",
    "neighbourhoods": "id,name,district\nW1,Lindewijk,Noord\nW2,Beukenwijk,Zuid\n",
}


def fill(store: Store, *, today: date | None = None) -> str:
    """Bring the city in and return the id of the import."""
    day = today or utc_today()
    files = [(f"{name}.csv", text.encode()) for name, text in TABLES.items()]
    checked = check(read_uploads(files), today=day)
    assert [refusal.sentence().en for refusal in checked.refusals] == []
    report = load(store, checked.tables, city=CITY, files=checked.files, sha256=checked.sha256, today=day)
    assert report.batch is not None
    return report.batch
