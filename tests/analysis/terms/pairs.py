"""Pairs of words by which the recognition of terms is judged; most stand in worked-out cases about data sharing."""

from typing import Final


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    words = text.split()
    return tuple(zip(words[::2], words[1::2], strict=True))


SAME: Final = _pairs("""
signaal signalen  signaal signaaltje  vroegsignalering vroegsignaleringen  gegeven gegevens
persoonsgegeven persoonsgegevens  grondslag grondslagen  toeslag toeslagen  maatregel maatregelen  kind kinderen
geval gevallen  gemeente gemeenten  gemeente gemeentes  gemeenteraad gemeenteraden  wet wetten  kaderwet kaderwetten
verwerking verwerkingen  koppeling koppelingen  betalingsachterstand betalingsachterstanden
schuldhulpverlener schuldhulpverleners  dienstverlener dienstverleners  huis huizen  besluit besluiten  belang belangen
positie posities  standpunt standpunten  burger burgers  bronhouder bronhouders  lid leden  raadslid raadsleden
stad steden  criterium criteria  foto foto's  risico risico's  dpia dpia's  app apps  bevoegdheid bevoegdheden
overheid overheden  mogelijkheid mogelijkheden  inwoner inwoners  gezin gezinnen  inkomen inkomens  brief brieven
doel doelen  proces processen  zaak zaken  vraag vragen  taak taken  regel regels  register registers
basisregistratie basisregistraties  partij partijen  kader kaders  aanvraag aanvragen  uitkering uitkeringen
schuld schulden  deurwaarder deurwaarders  waarde waarden  begrip begrippen  analyse analyses  idee ideeën
categorie categorieën  cliënt clienten  uitkeringsgerechtigde uitkeringsgerechtigden  belanghebbende belanghebbenden
verdachte verdachten  bestuurlijk bestuurlijke  rechtmatig rechtmatige  groot grote  lief lieve  vaag vage
proactief proactieve  medewerker medewerkers  woning woningen  pand panden  energielabel energielabels  pilot pilots
recht rechten  plan plannen  schip schepen  weg wegen  bedrag bedragen  gebouweigenaar gebouweigenaren
eigenaar eigenaars  ambtenaar ambtenaren  museum musea  dataset datasets  oppervlakte oppervlaktes
netbeheerder netbeheerders  bron bronnen  last lasten  kost kosten  baat baten  voorziening voorzieningen
huishouden huishoudens  adres adressen  wanbetaler wanbetalers  puzzelstuk puzzelstukken  koker kokers
verwerking verwerken  bewijs bewijzen  agency agencies
""")
"""A term and a form of it."""

MISSED: Final = _pairs("verwerking verwerken  bewijs bewijzen  agency agencies")
"""Those that are not recognised: a verb, a plural that is a verb as well, an English plural."""

DIFFERENT: Final = _pairs("""
gemeente gemeen  gemeente gemeenschap  bestuur bestuurder  wet weten  regel regeling  regel regelen  plan planning
plan planeet  recht rechter  recht rechts  orde ordening  besluit besluiteloos  vroegsignalering laatsignalering
belang belangrijk  doel doelmatig  schuld schuldig  dienst dienen  dienst diender  werk werking  werk werken
vraag vragend  zaak zakelijk  kader kade  waarde waard  hand handel  handel handeling  stad staat  partij part
toegang toegankelijk  verzoek verzoeker  aanvraag aanvrager  gebruik gebruiker  onderzoek onderzoeker
macht machtig  proces procedure  zorg zorgelijk  politie politiek  feit feitelijk  mens menselijk
handhaver handhaving  inwoner inwonen  rechtmatig rechtmatigheid  kwetsbaar kwetsbaarheid  datum data
gevallen vallen  signaal signaleren
""")
"""Words that look alike and are other terms."""

PARTS: Final = _pairs("""
signalering vroegsignalering  gegevens gegevensdeling  gegeven gegevensdeling  signaal fraudesignalen
schuld schuldhulpverlening  belang belangenafweging  belang organisatiebelang  waarde meerwaarde  recht rechtspraak
gegeven persoonsgegevens  gegevens gegevensbeschermingseffectbeoordeling  dienst Belastingdienst  doel doelgroep
feit feitenbasis  uitkering bijstandsuitkering  gemeente gemeentebestuur  positie schuldpositie
koppeling koppelingspercentage  verantwoording verantwoordingsstructuren  schuld schuldeiser  plan plannenmaker
register registerhouder  bron bronhouder  burger burgerperspectief  privacy privacyjurist
schuld schuldenbewind
""")
"""A term and a compound with it."""

PARTS_MISSED: Final = _pairs("schuld schuldenbewind")
"""Of which one half is a word that the dictionary lacks."""

NOT_PARTS: Final = _pairs("""
belang belangrijk  belang belangrijker  belang belangstelling  waarde voorwaarde  recht terecht  recht rechtvaardig
doel doelmatigheid  feit feitelijk  positie oppositie  toegang toegankelijk  wet wetenschap  stand achterstand
deel voordeel  zicht overzicht  zoek onderzoek  gang toegang  vraag aanvraag  macht onmacht  gebruik hergebruik
mens mensheid  schuld onschuld  frame framework
""")
"""Words in which a term merely seems to stand."""
