"""The glossary: the Dutch and the English word for everything in the metamodel.

Code and files use the English ids; screens, exports and the manual use these words. Dutch words are those of the report
"Omgang met nieuw gegevensverkeer" and, for meanings, of NL-SBB; they are the ones a civil servant uses.

Keys: ``kind.<kind>`` and ``kinds.<kind>`` (plural), ``relation.<relation>`` and ``inverse.<relation>`` (read from the
target), ``field.<field>`` or, where one field id has two meanings, ``field.<owner>.<field>``, and
``choice.<vocabulary>.<value>``.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LANGUAGES: Final = ("nl", "en")
"""Languages of the glossary, in the order of the words in `TERMS`."""

_KINDS = """
actor           | Actor            | Actoren           | Actor         | Actors
question        | Kwestie          | Kwesties          | Issue         | Issues
position        | Positie          | Posities          | Position      | Positions
interest        | Belang           | Belangen          | Interest      | Interests
fact            | Feit             | Feiten            | Fact          | Facts
argument        | Argument         | Argumenten        | Argument      | Arguments
assumption      | Veronderstelling | Veronderstellingen| Assumption    | Assumptions
concept         | Begrip           | Begrippen         | Concept       | Concepts
purpose         | Gebruiksdoel     | Gebruiksdoelen    | Purpose       | Purposes
dataflow        | Gegevensstroom   | Gegevensstromen   | Data flow     | Data flows
legal_basis     | Grondslag        | Grondslagen       | Legal basis   | Legal bases
risk            | Risico           | Risico's          | Risk          | Risks
measure         | Maatregel        | Maatregelen       | Measure       | Measures
option          | Optie            | Opties            | Option        | Options
problem         | Probleem         | Problemen         | Problem       | Problems
action          | Afspraak         | Afspraken         | Action        | Actions
event           | Gebeurtenis      | Gebeurtenissen    | Event         | Events
source          | Bron             | Bronnen           | Source        | Sources
note            | Notitie          | Notities          | Note          | Notes
"""

_RELATIONS = """
holds             | neemt in                 | ingenomen door            | holds                | held by
rests_on          | komt voort uit           | ligt onder                | rests on             | underlies
has_interest      | heeft belang bij         | is van belang voor        | has interest         | is an interest of
represents        | behartigt                | behartigd door            | represents           | represented by
claims            | stelt                    | gesteld door              | claims               | claimed by
accepts           | erkent                   | erkend door               | accepts              | accepted by
disputes          | betwist                  | betwist door              | disputes             | disputed by
unaware_of        | weet niet van            | onbekend bij              | is unaware of        | unknown to
means             | bedoelt hiermee          | betekenis volgens         | means                | meant by
uses              | gebruikt de term         | term gebruikt in          | uses the term        | term used in
exact_match       | is precies hetzelfde als | is precies hetzelfde als  | exact match          | exact match
close_match       | is vrijwel hetzelfde als | is vrijwel hetzelfde als  | close match          | close match
broad_match       | heeft als ruimer begrip  | heeft als enger begrip    | broad match          | narrow match
narrow_match      | heeft als enger begrip   | heeft als ruimer begrip   | narrow match         | broad match
related_match     | is verwant aan           | is verwant aan            | related match        | related match
differs_from      | is iets anders dan       | is iets anders dan        | differs from         | differs from
framed_as         | wordt gepresenteerd als  | kader voor                | is framed as         | frames
supports          | onderbouwt               | onderbouwd door           | supports             | supported by
undermines        | ondergraaft              | ondergraven door          | undermines           | undermined by
answers           | beantwoordt              | beantwoord door           | answers              | answered by
serves            | dient                    | gediend door              | serves               | served by
harms             | schaadt                  | geschaad door             | harms                | harmed by
sends             | levert                   | geleverd door             | sends                | sent by
receives          | ontvangt                 | ontvangen door            | receives             | received by
links             | koppelt                  | gekoppeld door            | links                | linked by
sees              | ziet de uitkomst van     | uitkomst gezien door      | sees the outcome of  | outcome seen by
needed_for        | is nodig voor            | heeft nodig               | is needed for        | needs
aims_at           | beoogt                   | beoogd door               | aims at              | aimed at by
acts_in           | voert uit                | uitgevoerd door           | acts in              | acted in by
collected_for     | is verzameld voor        | oorspronkelijk doel van   | was collected for    | original purpose of
contains          | bestaat uit              | onderdeel van             | contains             | contained in
replaces          | komt in plaats van       | vervangen door            | replaces             | replaced by
takes_choice_from | neemt keuze weg van      | verliest keuze door       | takes choice from    | loses choice through
speaks_of         | gaat over                | genoemd in                | speaks of            | spoken of in
pursues           | dient het belang         | nagestreefd met           | pursues              | pursued by
based_on          | steunt op                | grondslag voor            | is based on          | basis of
poses             | brengt mee               | komt door                 | poses                | posed by
hits              | raakt                    | geraakt door              | affects              | affected by
mitigates         | beperkt                  | beperkt door              | mitigates            | mitigated by
addresses         | pakt aan                 | aangepakt door            | addresses            | addressed by
causes            | leidt tot                | komt voort uit            | causes               | caused by
asks              | vraagt                   | gevraagd door             | asks                 | asked by
promises          | zegt toe                 | toegezegd door            | promises             | promised by
asked_of          | is gevraagd aan          | krijgt de vraag           | is asked of          | is asked
in_exchange_for   | in ruil voor             | in ruil voor              | in exchange for      | in exchange for
bears_cost        | draagt kosten van        | kosten gedragen door      | bears the cost of    | cost borne by
gets_benefit      | heeft baat bij           | levert baat op voor       | benefits from        | benefits
decides           | beslist over             | besluit ligt bij          | decides              | decided by
can_block         | kan tegenhouden          | kan worden tegengehouden door | can block        | can be blocked by
happened_to       | speelde bij              | gebeurtenis               | happened to          | event
cites             | staat in bron            | bron van                  | cites                | cited by
part_of           | hoort bij                | omvat                     | is part of           | comprises
related           | hangt samen met          | hangt samen met           | is related to        | is related to
"""

_FIELDS = """
title                     | Titel                        | Title
text                      | Tekst                        | Text
tags                      | Labels                       | Tags
visibility                | Zichtbaar voor               | Visibility
origin                    | Herkomst                     | Origin
id                        | Kenmerk                      | Id
note                      | Toelichting                  | Note
reported_by               | Uit de tweede hand, via      | Second-hand, through
hearsay                   | Van horen zeggen             | Hearsay
confirmed                 | Bevestigd                    | Confirmed
from                      | Vanaf ronde                  | From round
until                     | Tot en met ronde             | Until round
type                      | Soort                        | Type
alias                     | Schuilnaam                   | Pseudonym
status                    | Stand                        | Status
about                     | Gaat over                    | About
limit                     | Grens                        | Limit
interest.level            | Soort belang                 | Level of interest
dataflow.level            | Niveau van de gegevens       | Level of the data
value                     | Publieke waarde              | Public value
evidence                  | Soort bewijs                 | Evidence
commissioned_by           | In opdracht van              | Commissioned by
settled                   | Uitgezocht: het feit is      | Settled as
settle_question           | Welke vraag maakt dit uit?   | Which question would settle it?
settle_by                 | Wie zoekt het uit?           | Who will settle it?
settle_date               | Wanneer uitgezocht?          | Settled by (date)
tested_by                 | Getoetst door                | Tested by
concept.frame             | Kader                        | Frame
definition                | Definitie                    | Definition
plain                     | Uitleg in gewone taal        | In plain words
alt                       | Andere woorden               | Other terms
not_meant                 | Niet bedoeld                 | Not meant
scope_note                | Afbakening                   | Scope note
example                   | Voorbeeld                    | Example
criteria                  | Kenmerken                    | Criteria
uri                       | Webadres (URI)               | Web address (URI)
meets                     | Voldoet aan                  | Meets
fails                     | Voldoet niet aan             | Fails
who                       | Wie doet het?                | Who does it?
does                      | Wat gebeurt er precies?      | What exactly is done?
for_whom                  | Voor wie?                    | For whom?
with_data                 | Met welke gegevens?          | With which data?
purpose.limit             | Tot hoever?                  | Up to where?
purpose.ends              | Wanneer stopt het?           | When does it end?
data                      | Gegevens                     | Data
traffic                   | Soort gegevensverkeer        | Kind of data traffic
original_purpose          | Oorspronkelijk doel          | Original purpose
registered_in             | Vastgelegd in                | Registered in
traceable                 | Na te gaan                   | Traceable
correctable               | Te herstellen                | Correctable
deviation                 | Ruimte om af te wijken       | Room to deviate
reference                 | Vindplaats                   | Reference
scope                     | Soort gevolg                 | Scope
accepted_because          | Aanvaard, omdat              | Accepted because
no_deal                   | Als er niets wordt afgesproken | When nothing is agreed
horizon                   | Termijn                      | Horizon
category                  | Waar zit het?                | Category
wording                   | Geformuleerd als             | Worded as
due                       | Klaar op                     | Due
date                      | Datum                        | Date
confirmed_by              | Bevestigd door               | Confirmed by
citation                  | Vermelding                   | Citation
medium                    | Soort bron                   | Medium
body                      | Tekst van de bron            | Text of the source
importance                | Gewicht                      | Importance
weight                    | Zwaarte                      | Weight
quote                     | Citaat                       | Quote
start                     | Begin in de tekst            | Start in the text
end                       | Einde in de tekst            | End in the text
locator                   | Plaats in de bron            | Locator
label                     | Omschrijving                 | Label
owner                     | Kaart van                    | Owner
case_number               | Zaaknummer                   | Case number
sponsor                   | Opdrachtgever                | Sponsor
decision_rule             | Hoe wordt er besloten?       | Decision rule
ends                      | Loopt tot                    | Ends
current                   | Huidige ronde                | Current round
language                  | Taal                         | Language
presence                  | Aan tafel?                   | At the table?
required                  | Nodig voor een oplossing     | Required for a solution
around                    | Rond                         | Around
frame                     | Beeld: zoom en midden        | Frame: zoom and centre
kinds                     | Alleen soorten               | Only kinds
actors                    | Alleen partijen              | Only parties
visibilities              | Alleen zichtbaar voor        | Only visible to
checks                    | Alleen signalen              | Only findings
focus                     | Alleen rond                  | Only around
steps                     | Aantal stappen               | Number of steps
way                       | Vorm                         | Form
involved_since            | Betrokken sinds              | Involved since
expertise                 | Deskundig in                 | Expertise
"""

_CHOICES = """
visibility.private            | Alleen intern              | Internal only
visibility.analysis           | Analyse                    | Analysis
visibility.shared             | Gedeeld                    | Shared
origin.stated                 | Staat in de bron           | Stated in the source
origin.inferred               | Afgeleid                   | Inferred
origin.own                    | Eigen inschatting          | Own estimate
actor_type.organisation       | Organisatie                | Organisation
actor_type.ministry           | Ministerie                 | Ministry
actor_type.municipality       | Gemeente                   | Municipality
actor_type.department         | Afdeling                   | Department
actor_type.role               | Functie                    | Role
actor_type.person             | Persoon                    | Person
actor_type.group              | Groep mensen               | Group of people
question_status.open          | Open                       | Open
question_status.answered      | Beantwoord                 | Answered
about.problem                 | Het probleem               | The problem
about.goal                    | Het doel                   | The goal
about.means                   | Het middel                 | The means
about.basis                   | De grondslag               | The legal basis
about.process                 | De aanpak                  | The process
about.benefit                 | Het nut                    | The benefit
level.own                     | Eigen belang               | Own interest
level.collective              | Gezamenlijk belang         | Collective interest
level.public                  | Publiek belang             | Public interest
evidence.statistics           | Statistiek                 | Statistics
evidence.research             | Onderzoek                  | Research
evidence.case                 | Casus                      | Case
evidence.experience           | Ervaring                   | Experience
evidence.law                  | Wet                        | Law
evidence.none                 | Geen bewijs                | None
settled.true                  | Juist                      | True
settled.false                 | Onjuist                    | False
settled.nuanced               | Genuanceerd                | Nuanced
data_level.statistical        | Statistiek, zonder personen | Statistical
data_level.individual         | Over personen              | Individual
traffic.exchange              | Uitwisselen                | Exchange
traffic.linkage               | Koppelen                   | Linkage
traffic.other_purpose         | Ander doel                 | Other purpose
dataflow_status.existing      | Bestaat                    | Existing
dataflow_status.proposed      | Voorgesteld                | Proposed
dataflow_status.agreed        | Afgesproken                | Agreed
dataflow_status.alternative   | Als er niets verandert     | When nothing changes
dataflow_status.unintended    | Niet bedoeld               | Unintended
certainty.yes                 | Ja                         | Yes
certainty.no                  | Nee                        | No
certainty.unknown             | Niet bekend                | Unknown
legal_basis_status.existing   | Bestaat                    | Existing
legal_basis_status.to_make    | Nog te maken               | To be made
legal_basis_status.disputed   | Betwist                    | Disputed
legal_basis_status.missing    | Ontbreekt                  | Missing
legal_basis_status.unsuitable | Niet geschikt              | Unsuitable
legal_basis_status.obstacle   | Belemmering                | Obstacle
scope.intended                | Bedoelde werking           | Intended process
scope.unintended              | Onbedoelde werking         | Unintended process
scope.alternative             | Als het niet gebeurt       | Alternative situation
scope.process                 | Het traject zelf           | The process itself
measure_status.idea           | Idee                       | Idea
measure_status.explored       | Verkend                    | Explored
measure_status.agreed         | Afgesproken                | Agreed
option_status.idea            | Idee                       | Idea
option_status.discussed       | Besproken                  | Discussed
option_status.chosen          | Gekozen                    | Chosen
option_status.dropped         | Afgevallen                 | Dropped
horizon.now                   | Nu                         | Now
horizon.experiment            | Experiment                 | Experiment
horizon.law                   | Wet                        | Law
category.citizen              | Burger                     | Citizen
category.culture              | Cultuur                    | Culture
category.organisation         | Organisatie                | Organisation
category.cooperation          | Samenwerking               | Cooperation
wording.effect                | Gevolg voor mensen         | Effect on people
wording.barrier               | Belemmering                | Barrier
wording.means                 | Ontbrekend middel          | Missing means
action_status.asked           | Gevraagd                   | Asked
action_status.promised        | Toegezegd                  | Promised
action_status.done            | Gedaan                     | Done
medium.interview              | Interview                  | Interview
medium.document               | Document                   | Document
medium.law                    | Wet                        | Law
medium.website                | Website                    | Website
medium.conversation           | Gesprek                    | Conversation
importance.low                | Klein                      | Low
importance.middle             | Middel                     | Middle
importance.high               | Groot                      | High
weight.1                      | Gewoon                     | Normal
weight.2                      | Zwaar                      | Heavy
presence.at_table             | Aan tafel                  | At the table
presence.consulted            | Geraadpleegd               | Consulted
presence.absent               | Niet aan tafel             | Absent
presence.declined             | Wilde niet                 | Declined
presence.unavailable          | Niet beschikbaar           | Unavailable
presence.facilitator          | Begeleider                 | Facilitator
way.layered                   | In lagen                   | In layers
way.lanes                     | Een baan per actor         | A lane for each actor
way.iceberg                   | IJsberg                    | Iceberg
way.radial                    | In ringen rond de selectie | In rings around the selection
expertise.privacy             | Privacy                    | Privacy
expertise.law                 | Recht                      | Law
expertise.domain              | Vakgebied                  | Domain
expertise.technique           | Techniek                   | Technique
expertise.data                | Gegevens                   | Data
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _terms() -> dict[str, tuple[str, str]]:
    terms: dict[str, tuple[str, str]] = {}
    for kind, one, many, one_en, many_en in _rows(_KINDS):
        terms[f"kind.{kind}"] = (one, one_en)
        terms[f"kinds.{kind}"] = (many, many_en)
    for relation, forth, back, forth_en, back_en in _rows(_RELATIONS):
        terms[f"relation.{relation}"] = (forth, forth_en)
        terms[f"inverse.{relation}"] = (back, back_en)
    for prefix, table in (("field", _FIELDS), ("choice", _CHOICES)):
        terms.update({f"{prefix}.{key}": (dutch, english) for key, dutch, english in _rows(table)})
    return terms


TERMS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(_terms())
"""Words by key: (Dutch, English)."""


def field_key(owner: str, field_id: str) -> str:
    """Return the key of a field's word: the one of its owner (a kind, a relation) where that has its own."""
    own = f"field.{owner}.{field_id}"
    return own if own in TERMS else f"field.{field_id}"
