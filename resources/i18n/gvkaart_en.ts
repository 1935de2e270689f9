<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="nl">
<context>
    <name>AccessPart</name>
    <message>
        <source>Volgen&amp;d deel van het venster</source>
        <translation>&amp;Next part of the window</translation>
    </message>
    <message>
        <source>&amp;Vorig deel van het venster</source>
        <translation>P&amp;revious part of the window</translation>
    </message>
    <message>
        <source>Hoog co&amp;ntrast</source>
        <translation>High &amp;contrast</translation>
    </message>
    <message>
        <source>Minder &amp;beweging</source>
        <translation>Less &amp;movement</translation>
    </message>
    <message>
        <source>Voorkeuren…</source>
        <translation>Preferences…</translation>
    </message>
    <message>
        <source>&amp;Gewone tekst op de kaart</source>
        <translation>&amp;Normal text on the map</translation>
    </message>
    <message>
        <source>G&amp;rote tekst op de kaart</source>
        <translation>&amp;Large text on the map</translation>
    </message>
    <message>
        <source>&amp;Extra grote tekst op de kaart</source>
        <translation>&amp;Extra large text on the map</translation>
    </message>
</context>
<context>
    <name>AgreeDialog</name>
    <message>
        <source>Eén omschrijving afspreken</source>
        <translation>Agree on one definition</translation>
    </message>
    <message>
        <source>Afspreken</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>&amp;Zo staat het er nu</source>
        <translation>&amp;As it is now</translation>
    </message>
    <message>
        <source>&amp;Woord</source>
        <translation>&amp;Word</translation>
    </message>
    <message>
        <source>&amp;Omschrijving waar u het samen over eens bent</source>
        <translation>&amp;Definition that you agree on together</translation>
    </message>
    <message>
        <source>Hetzelfde in &amp;gewone taal (mag leeg blijven)</source>
        <translation>The same in &amp;plain words (may stay empty)</translation>
    </message>
    <message>
        <source>Wie &amp;is het hiermee eens?</source>
        <translation>Who a&amp;grees with this?</translation>
    </message>
    <message>
        <source>Wat partijen eerst bedoelden, blijft staan. Alles is in één stap terug te draaien.</source>
        <translation>What parties meant before stays. All of it can be undone in one step.</translation>
    </message>
    <message>
        <source>Let op: een deel van wat hier staat, is alleen intern. Wat u afspreekt, is dat niet: het gaat mee als u de kaart deelt.</source>
        <translation>Note: part of what is here is internal only. What you agree on is not: it goes along when you share the map.</translation>
    </message>
    <message>
        <source>Deze betekenissen zijn alleen intern. Wat u hier afspreekt, wordt dat ook.</source>
        <translation>These meanings are internal only. What you agree on here will be so too.</translation>
    </message>
</context>
<context>
    <name>AlsoOn</name>
    <message>
        <source>Staat ook op</source>
        <translation>Also on</translation>
    </message>
    <message>
        <source>(zonder titel)</source>
        <translation>(without title)</translation>
    </message>
    <message>
        <source>Naar dit item op de kaart %1</source>
        <translation>To this item on the map %1</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Ongedaan gemaakt: %1</source>
        <translation>Undone: %1</translation>
    </message>
    <message>
        <source>Opnieuw gedaan: %1</source>
        <translation>Done again: %1</translation>
    </message>
</context>
<context>
    <name>ArgumentGrid</name>
    <message>
        <source>Argumenten</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>Hier staat straks wat standhoudt en wat niet, als alle redenen zijn gewogen. Verbind eerst een feit of argument met een positie of optie: kies de relatie &apos;onderbouwt&apos; of &apos;ondergraaft&apos;.</source>
        <translation>What stands and what does not, once all reasons are weighed, will be here. First join a fact or an argument to a position or an option: choose the relation &apos;supports&apos; or &apos;undermines&apos;.</translation>
    </message>
    <message>
        <source>Wat het is</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>Houdt het stand?</source>
        <translation>Does it stand?</translation>
    </message>
    <message>
        <source>Wat dit onderbouwt</source>
        <translation>What supports it</translation>
    </message>
    <message>
        <source>Wat dit ondergraaft</source>
        <translation>What undermines it</translation>
    </message>
    <message>
        <source>Positie, optie, doel of reden</source>
        <translation>Position, option, purpose or reason</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Versies en reservekopieën</source>
        <translation>Versions and backups</translation>
    </message>
    <message>
        <source>Openen als kopie</source>
        <translation>Open as a copy</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Grootte</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Er is nog niets om naar terug te gaan. Het programma maakt vanzelf reservekopieën terwijl u werkt. Zelf een moment vasthouden doet u met Bestand, Versie vastleggen.</source>
        <translation>There is nothing to go back to yet. The program makes backups by itself while you work. To keep a moment yourself, choose File, Keep version.</translation>
    </message>
    <message>
        <source>Dit kunt u teruglezen of terughalen. Wat u opent, komt als kopie in een eigen venster; uw document blijft zoals het is.</source>
        <translation>You can read these again or get them back. What you open comes as a copy in a window of its own; your document stays as it is.</translation>
    </message>
    <message>
        <source>Vastgelegde versies</source>
        <translation>Versions you kept</translation>
    </message>
    <message>
        <source>Reservekopieën van dit document</source>
        <translation>Backups of this document</translation>
    </message>
    <message>
        <source>Reservekopieën van %1</source>
        <translation>Backups of %1</translation>
    </message>
    <message>
        <source>een ander document</source>
        <translation>another document</translation>
    </message>
    <message>
        <source>Reservekopie</source>
        <translation>Backup</translation>
    </message>
</context>
<context>
    <name>BasisGrid</name>
    <message>
        <source>Gedeelde basis</source>
        <translation>Shared basis</translation>
    </message>
    <message>
        <source>Hier staan straks de feiten waar partijen het over eens zijn, om samen af te vinken. Zet eerst feiten op de kaart met wie ze stelt of erkent, en zeg welke partijen aan tafel zitten.</source>
        <translation>The facts on which parties agree will be here, to tick off together. First put facts on the map with who claims or accepts them, and say which parties are at the table.</translation>
    </message>
    <message>
        <source>Erkent dit</source>
        <translation>Accepts this</translation>
    </message>
    <message>
        <source>Van horen zeggen</source>
        <translation>At second hand</translation>
    </message>
    <message>
        <source>Nog niet</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Gedeeld: alle nodige partijen erkennen dit</source>
        <translation>Shared: all needed parties accept this</translation>
    </message>
    <message>
        <source>Bijna: nog niet iedereen erkent dit</source>
        <translation>Nearly: not everybody accepts this yet</translation>
    </message>
    <message>
        <source>Uitgezocht</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>&apos;%1&apos; komt van deze partij zelf. Neem dat terug bij Feiten en partijen, als het niet klopt.</source>
        <translation>&apos;%1&apos; comes from this party itself. Take that back under Facts and parties if it is not right.</translation>
    </message>
    <message>
        <source>Hoe weten we dit?</source>
        <translation>How do we know?</translation>
    </message>
    <message>
        <source>Feit</source>
        <translation>Fact</translation>
    </message>
    <message>
        <source>Eerst uitzoeken: %1 betwiste feiten</source>
        <translation>To be settled first: %1 disputed facts</translation>
    </message>
    <message>
        <source>Eerst uitzoeken: 1 betwist feit</source>
        <translation>To be settled first: 1 disputed fact</translation>
    </message>
    <message>
        <source>Vink aan wat %1 nu zelf erkent: klik of druk op de spatiebalk.</source>
        <translation>Tick what %1 itself accepts now: click, or press the space bar.</translation>
    </message>
    <message>
        <source>Stelt dit</source>
        <translation>Claims this</translation>
    </message>
    <message>
        <source>%1 stelt dit zelf. Dat neemt u terug bij Feiten en partijen.</source>
        <translation>%1 claims this itself. Take that back under Facts and parties.</translation>
    </message>
    <message>
        <source>Uitgezocht: %1</source>
        <translation>Settled: %1</translation>
    </message>
    <message>
        <source>Gedeelde feiten: %1</source>
        <translation>Shared facts: %1</translation>
    </message>
    <message>
        <source>Erkend door: %1</source>
        <translation>Accepted by: %1</translation>
    </message>
    <message>
        <source>Nog nodig: %1</source>
        <translation>Still needed: %1</translation>
    </message>
</context>
<context>
    <name>BodyEditor</name>
    <message>
        <source>1 woord</source>
        <translation>1 word</translation>
    </message>
    <message>
        <source>%1 woorden</source>
        <translation>%1 words</translation>
    </message>
    <message>
        <source>Nog geen tekst</source>
        <translation>No text yet</translation>
    </message>
    <message>
        <source>Lezen en aanwijzen</source>
        <translation>Read and mark</translation>
    </message>
    <message>
        <source>Tekst invoegen</source>
        <translation>Insert text</translation>
    </message>
</context>
<context>
    <name>BriefingGrid</name>
    <message>
        <source>Wie weet wat nog niet</source>
        <translation>Who does not know what yet</translation>
    </message>
    <message>
        <source>Hier staat straks per partij wat zij nog niet weet. Kies bij een feit &apos;weet niet van&apos;, of verbind feiten met de posities waar ze voor of tegen spreken.</source>
        <translation>What each party does not know yet will be here. Choose &apos;is unaware of&apos; at a fact, or join facts to the positions for or against which they speak.</translation>
    </message>
    <message>
        <source>Weet de partij dit?</source>
        <translation>Does the party know?</translation>
    </message>
    <message>
        <source>Waarom van belang</source>
        <translation>Why it matters</translation>
    </message>
    <message>
        <source>Wie kan het vertellen</source>
        <translation>Who can tell</translation>
    </message>
    <message>
        <source>Partij, en wat haar te vertellen is</source>
        <translation>Party, and what to tell it</translation>
    </message>
    <message>
        <source>Weet dit niet</source>
        <translation>Does not know</translation>
    </message>
    <message>
        <source>Niet bekend: vraag het na</source>
        <translation>Not known: ask</translation>
    </message>
    <message>
        <source>Gaat over deze partij zelf</source>
        <translation>Is about the party itself</translation>
    </message>
    <message>
        <source>Te vertellen: %1</source>
        <translation>To be told: %1</translation>
    </message>
    <message>
        <source>Waarom van belang: %1</source>
        <translation>Why it matters: %1</translation>
    </message>
    <message>
        <source>Volgens: %1</source>
        <translation>According to: %1</translation>
    </message>
</context>
<context>
    <name>CaseFiles</name>
    <message>
        <source>%1 kan niet worden gelezen</source>
        <translation>%1 cannot be read</translation>
    </message>
    <message>
        <source>Casusbestanden</source>
        <translation>Case files</translation>
    </message>
    <message>
        <source>Casusbestand invoegen</source>
        <translation>Insert case file</translation>
    </message>
    <message>
        <source>%1 kan niet worden geopend.</source>
        <translation>%1 cannot be opened.</translation>
    </message>
    <message>
        <source>Casusbestand</source>
        <translation>Case file</translation>
    </message>
    <message>
        <source>Casusbestand maken</source>
        <translation>Make case file</translation>
    </message>
    <message>
        <source>Ook wat alleen intern is?</source>
        <translation>Include what is internal only?</translation>
    </message>
    <message>
        <source>Op deze kaart staan items die alleen voor uzelf zijn. In een bestand dat u deelt horen ze niet.</source>
        <translation>This map holds items that are for yourself only. They do not belong in a file that you share.</translation>
    </message>
    <message>
        <source>Weglaten</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>Meenemen</source>
        <translation>Include</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Zaken vergelijken</source>
        <translation>Compare cases</translation>
    </message>
    <message>
        <source>Wat verschilt er tussen uw zaken, en wat komt steeds terug? De tabel telt wat op de kaarten staat: een zaak die u minder uitzocht, heeft lagere aantallen.</source>
        <translation>What differs between your cases, and what keeps returning? The table counts what is on the maps: a case that you looked into less has lower numbers.</translation>
    </message>
    <message>
        <source>Naast elkaar</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>Wat in alle zaken terugkomt</source>
        <translation>What returns in every case</translation>
    </message>
    <message>
        <source>De zaken worden vergeleken…</source>
        <translation>Comparing the cases…</translation>
    </message>
    <message>
        <source>Hier staan straks uw zaken naast elkaar, zodra ze vergeleken zijn.</source>
        <translation>Your cases will stand side by side here, as soon as they have been compared.</translation>
    </message>
    <message>
        <source>De zaken konden niet worden vergeleken. De kaarten zelf zijn in orde.</source>
        <translation>The cases could not be compared. The maps themselves are fine.</translation>
    </message>
    <message>
        <source>Waarin zaken verschillen</source>
        <translation>In what cases differ</translation>
    </message>
    <message>
        <source>In elke zaak</source>
        <translation>In every case</translation>
    </message>
    <message>
        <source>Niet in elke zaak</source>
        <translation>Not in every case</translation>
    </message>
    <message>
        <source>Signaal</source>
        <translation>Finding</translation>
    </message>
</context>
<context>
    <name>Checker</name>
    <message>
        <source>De signalen konden niet worden bijgewerkt. De kaart zelf is in orde.</source>
        <translation>The findings could not be updated. The map itself is all right.</translation>
    </message>
</context>
<context>
    <name>ChoiceGrid</name>
    <message>
        <source>Toon op de &amp;kaart</source>
        <translation>Show on the &amp;map</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Wat is er veranderd?</source>
        <translation>What has changed?</translation>
    </message>
    <message>
        <source>Kies een regel om het item op de kaart te zien.</source>
        <translation>Choose a line to see the item on the map.</translation>
    </message>
    <message>
        <source>Er is geen verschil.</source>
        <translation>There is no difference.</translation>
    </message>
    <message>
        <source>Verschillen</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Kopiëren als tekst</source>
        <translation>Copy as text</translation>
    </message>
</context>
<context>
    <name>ConceptFiles</name>
    <message>
        <source>Begrippenkaders</source>
        <translation>Vocabularies</translation>
    </message>
    <message>
        <source>Begrippenkader invoegen</source>
        <translation>Insert vocabulary</translation>
    </message>
    <message>
        <source>%1 wordt gelezen…</source>
        <translation>Reading %1…</translation>
    </message>
    <message>
        <source>%1 kan niet worden gelezen</source>
        <translation>%1 cannot be read</translation>
    </message>
    <message>
        <source>Turtle</source>
        <translation>Turtle</translation>
    </message>
    <message>
        <source>Rekenblad</source>
        <translation>Spreadsheet</translation>
    </message>
    <message>
        <source>RDF/XML</source>
        <translation>RDF/XML</translation>
    </message>
    <message>
        <source>N-Triples</source>
        <translation>N-Triples</translation>
    </message>
    <message>
        <source>Begrippen</source>
        <translation>Concepts</translation>
    </message>
    <message>
        <source>%1 wordt gemaakt…</source>
        <translation>Making %1…</translation>
    </message>
    <message>
        <source>%1 kan niet worden gemaakt</source>
        <translation>%1 cannot be made</translation>
    </message>
    <message>
        <source>%1 is gemaakt</source>
        <translation>%1 was made</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Het bestand kan niet worden geopend. Staat het er nog?</source>
        <translation>The file cannot be opened. Is it still there?</translation>
    </message>
</context>
<context>
    <name>ConceptGrids</name>
    <message>
        <source>Betekenis %1</source>
        <translation>Meaning %1</translation>
    </message>
    <message>
        <source>Wie bedoelt dit?</source>
        <translation>Who means this?</translation>
    </message>
    <message>
        <source>Hoe het zich verhoudt</source>
        <translation>How it compares</translation>
    </message>
    <message>
        <source>Woord en kader</source>
        <translation>Word and frame</translation>
    </message>
    <message>
        <source>Wat het is</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>Met welke betekenis?</source>
        <translation>With which meaning?</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Wie staat erachter?</source>
        <translation>Who stands behind it?</translation>
    </message>
    <message>
        <source>Wie betwist het?</source>
        <translation>Who disputes it?</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Heet hier zo: %1</source>
        <translation>Called so here: %1</translation>
    </message>
    <message>
        <source>Niet gezegd: het woord staat in de titel</source>
        <translation>Not said: the word is in the title</translation>
    </message>
    <message>
        <source>In welke kaders?</source>
        <translation>In which frames?</translation>
    </message>
    <message>
        <source>Ook in</source>
        <translation>Also in</translation>
    </message>
    <message>
        <source>Woord</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Nog niet omschreven</source>
        <translation>Not defined yet</translation>
    </message>
    <message>
        <source>Hoeveel partijen</source>
        <translation>How many parties</translation>
    </message>
    <message>
        <source>Wie gebruikt het woord?</source>
        <translation>Who uses the word?</translation>
    </message>
    <message>
        <source>Waar?</source>
        <translation>Where?</translation>
    </message>
    <message>
        <source>Zo staat het er</source>
        <translation>As it is written</translation>
    </message>
</context>
<context>
    <name>ConceptsPage</name>
    <message>
        <source>Begrippen</source>
        <translation>Concepts</translation>
    </message>
    <message>
        <source>Bedoelt iedereen hetzelfde met een woord? Wie dat eerst uitzoekt, hoeft er later niet om te strijden.</source>
        <translation>Does everybody mean the same by a word? Who finds out first need not fight about it later.</translation>
    </message>
    <message>
        <source>Hier staan straks de woorden van deze zaak, met wat iedere partij eronder verstaat. Zet eerst een begrip op de kaart, of kijk bij Nog niet omschreven.</source>
        <translation>The words of this case will be here, with what each party means by them. Put a concept on the map first, or look at Not defined yet.</translation>
    </message>
    <message>
        <source>Betekenissen</source>
        <translation>Meanings</translation>
    </message>
    <message>
        <source>Hier staan straks de woorden die in meer dan één kader voorkomen, met de verschillen. Voeg een begrippenkader in, of vul bij begrippen in van welk kader ze zijn.</source>
        <translation>The words that occur in more than one frame will be here, with the differences. Import a vocabulary, or fill in for concepts which frame they are of.</translation>
    </message>
    <message>
        <source>Gedeelde woorden</source>
        <translation>Shared words</translation>
    </message>
    <message>
        <source>Hier staan straks woorden die drie of meer partijen gebruiken en die niemand heeft omschreven. Nu valt er geen woord op.</source>
        <translation>Words that three or more parties use and nobody has defined will be here. No word stands out now.</translation>
    </message>
    <message>
        <source>Nog niet omschreven</source>
        <translation>Not defined yet</translation>
    </message>
    <message>
        <source>Maak er een begrip van</source>
        <translation>Make it a concept</translation>
    </message>
    <message>
        <source>Maak er een intern begrip van</source>
        <translation>Make it an internal concept</translation>
    </message>
    <message>
        <source>Zet het gekozen woord als begrip op de kaart</source>
        <translation>Put the chosen word on the map as a concept</translation>
    </message>
    <message>
        <source>Het woord staat alleen in interne items; het begrip wordt daarom ook alleen intern</source>
        <translation>Only internal items use this word, so the concept will be internal only too</translation>
    </message>
    <message>
        <source>Kader invoegen…</source>
        <translation>Import frame…</translation>
    </message>
    <message>
        <source>Voeg een begrippenkader in (NL-SBB)</source>
        <translation>Import a vocabulary (NL-SBB)</translation>
    </message>
    <message>
        <source>Kader maken…</source>
        <translation>Export frame…</translation>
    </message>
    <message>
        <source>Maak een begrippenkader (NL-SBB)</source>
        <translation>Make a vocabulary (NL-SBB)</translation>
    </message>
    <message>
        <source>De woorden worden gelezen…</source>
        <translation>The words are being read…</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Versie vastleggen</source>
        <translation>Keep version</translation>
    </message>
    <message>
        <source>Zo houdt u vast hoe alles nu is, bijvoorbeeld vóór een overleg. Later kunt u dit moment teruglezen, vergelijken en terughalen.

Hoe noemt u deze versie?</source>
        <translation>This keeps how everything is now, for instance before a meeting. Later you can read, compare and get back this moment.

What do you call this version?</translation>
    </message>
    <message>
        <source>Versie vastgelegd. U vindt haar in de geschiedenis.</source>
        <translation>Version kept. You find it in the history.</translation>
    </message>
    <message>
        <source>Kopie bewaren als</source>
        <translation>Keep a copy as</translation>
    </message>
    <message>
        <source>%1 (kopie)</source>
        <translation>%1 (copy)</translation>
    </message>
    <message>
        <source>Kopie bewaard als %1</source>
        <translation>Copy kept as %1</translation>
    </message>
    <message>
        <source>Kopie om te delen, zonder geschiedenis en zonder wat alleen intern is</source>
        <translation>Copy to share, without history and without what is internal only</translation>
    </message>
    <message>
        <source>Kopie om te delen gemaakt: %1. Zonder geschiedenis en zonder wat alleen intern is (items: %2).</source>
        <translation>Copy to share made: %1. Without history, and without what is internal only (items: %2).</translation>
    </message>
    <message>
        <source>gvkaart-documenten</source>
        <translation>gvkaart documents</translation>
    </message>
    <message>
        <source>Geschiedenis wissen?</source>
        <translation>Erase the history?</translation>
    </message>
    <message>
        <source>Wat u eerder verwijderde of veranderde, staat nog in dit document. Daarom kunt u het terughalen.

Na het wissen is dat weg: u kunt niets meer ongedaan maken, en de vastgelegde versies en de reservekopieën op deze pc verdwijnen. Wat nu op uw kaarten staat, blijft. Kopieën die u al gaf, veranderen niet.

Dit kan niet ongedaan worden gemaakt.</source>
        <translation>What you removed or changed earlier is still in this document. That is why you can get it back.

After erasing, that is gone: you cannot undo anything any more, and the versions you kept and the backups on this computer disappear. What is on your maps now stays. Copies that you gave away do not change.

This cannot be undone.</translation>
    </message>
    <message>
        <source>Niet wissen</source>
        <translation>Do not erase</translation>
    </message>
    <message>
        <source>Wissen</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>De geschiedenis is gewist.</source>
        <translation>The history is erased.</translation>
    </message>
</context>
<context>
    <name>DashboardView</name>
    <message>
        <source>Stand van zaken</source>
        <translation>State of affairs</translation>
    </message>
    <message>
        <source>De hele zaak op één pagina, ook om af te drukken.</source>
        <translation>The whole case on one page, also to print.</translation>
    </message>
    <message>
        <source>Kopiëren</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Kopieer de pagina, voor Word</source>
        <translation>Copy the page, for Word</translation>
    </message>
    <message>
        <source>Afdrukken…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Druk de pagina af of maak een PDF</source>
        <translation>Print the page or make a PDF</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>jjjj, jjjj-mm of jjjj-mm-dd</source>
        <translation>yyyy, yyyy-mm or yyyy-mm-dd</translation>
    </message>
    <message>
        <source>Schrijf een jaar (2021), een maand (2021-06) of een dag (2021-06-30).</source>
        <translation>Write a year (2021), a month (2021-06) or a day (2021-06-30).</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Leegmaken</source>
        <translation>Empty for all</translation>
    </message>
    <message>
        <source>Meerdere waarden: {values}</source>
        <translation>Several values: {values}</translation>
    </message>
    <message>
        <source>Meerdere waarden</source>
        <translation>Several values</translation>
    </message>
    <message>
        <source>leeg</source>
        <translation>empty</translation>
    </message>
</context>
<context>
    <name>EditingPart</name>
    <message>
        <source>Selecteer eerst een item.</source>
        <translation>Select an item first.</translation>
    </message>
    <message>
        <source>&amp;Ongedaan maken</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>Op&amp;nieuw doen</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>Item &amp;toevoegen…</source>
        <translation>&amp;Add item…</translation>
    </message>
    <message>
        <source>&amp;Relatie toevoegen…</source>
        <translation>Add re&amp;lation…</translation>
    </message>
    <message>
        <source>Selecteer eerst een item, of twee items om te verbinden.</source>
        <translation>Select an item first, or two items to join.</translation>
    </message>
    <message>
        <source>&amp;Hernoemen</source>
        <translation>Re&amp;name</translation>
    </message>
    <message>
        <source>&amp;Verwijderen</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>Selecteer eerst een item of een relatie.</source>
        <translation>Select an item or a relation first.</translation>
    </message>
    <message>
        <source>Op &amp;deze kaart zetten</source>
        <translation>Put on this &amp;map</translation>
    </message>
    <message>
        <source>Selecteer eerst een item dat nog niet op deze kaart staat.</source>
        <translation>First select an item that is not on this map yet.</translation>
    </message>
    <message>
        <source>Van de &amp;kaart halen</source>
        <translation>&amp;Take off the map</translation>
    </message>
    <message>
        <source>&amp;Alles selecteren</source>
        <translation>&amp;Select all</translation>
    </message>
    <message>
        <source>&amp;Zoeken</source>
        <translation>&amp;Find</translation>
    </message>
</context>
<context>
    <name>ExportConceptsDialog</name>
    <message>
        <source>Begrippenkader maken</source>
        <translation>Make vocabulary</translation>
    </message>
    <message>
        <source>Alle begrippen in dit document</source>
        <translation>All concepts in this document</translation>
    </message>
    <message>
        <source>Alleen de begrippen op de kaart in beeld</source>
        <translation>Only the concepts on the map in view</translation>
    </message>
    <message>
        <source>Turtle: om te publiceren en voor programma&apos;s voor begrippen</source>
        <translation>Turtle: to publish, and for programs for concepts</translation>
    </message>
    <message>
        <source>Rekenblad van NL-SBB: om te lezen en aan te vullen</source>
        <translation>Spreadsheet of NL-SBB: to read and to fill in</translation>
    </message>
    <message>
        <source>leeg: een eigen kenmerk van dit document</source>
        <translation>empty: an id of this document itself</translation>
    </message>
    <message>
        <source>&amp;Wat</source>
        <translation>&amp;What</translation>
    </message>
    <message>
        <source>&amp;Vorm</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Begin van webadressen</source>
        <translation>&amp;Beginning of web addresses</translation>
    </message>
    <message>
        <source>Maken…</source>
        <translation>Make…</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Elk kader wordt een begrippenkader. Publiceert uw organisatie begrippen, vul dan het begin van haar webadressen in. Wat alleen intern is, gaat nooit mee.</source>
        <translation>Each frame becomes a vocabulary. If your organisation publishes concepts, fill in what its web addresses begin with. What is internal only never goes along.</translation>
    </message>
    <message>
        <source>Zo kan een webadres niet beginnen. Begin met https:// of urn:, zonder spaties, of laat het leeg.</source>
        <translation>A web address cannot begin so. Begin with https:// or urn:, without spaces, or leave it empty.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Diagram maken of afdrukken</source>
        <translation>Make or print a diagram</translation>
    </message>
    <message>
        <source>Met legenda</source>
        <translation>With legend</translation>
    </message>
    <message>
        <source>Kleuren zoals op het scherm</source>
        <translation>Colours as on the screen</translation>
    </message>
    <message>
        <source>Ook wat alleen intern is</source>
        <translation>Include what is internal only</translation>
    </message>
    <message>
        <source>SVG: scherp in Word en op het web</source>
        <translation>SVG: sharp in Word and on the web</translation>
    </message>
    <message>
        <source>PNG: een gewone afbeelding</source>
        <translation>PNG: an ordinary image</translation>
    </message>
    <message>
        <source>PDF: een blad zo groot als het plaatje</source>
        <translation>PDF: a page as large as the picture</translation>
    </message>
    <message>
        <source>Tekst: de kaart in woorden (Markdown)</source>
        <translation>Text: the map in words (Markdown)</translation>
    </message>
    <message>
        <source>De hele kaart</source>
        <translation>The whole map</translation>
    </message>
    <message>
        <source>Alleen wat geselecteerd is</source>
        <translation>Only what is selected</translation>
    </message>
    <message>
        <source>Alleen wat nu in beeld is</source>
        <translation>Only what is in view now</translation>
    </message>
    <message>
        <source>Wat het filter doorlaat: %1 van %2 items</source>
        <translation>What the filter lets through: %1 of %2 items</translation>
    </message>
    <message>
        <source>&amp;Soort</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>&amp;Wat</source>
        <translation>W&amp;hat</translation>
    </message>
    <message>
        <source>&amp;Breedte</source>
        <translation>&amp;Width</translation>
    </message>
    <message>
        <source>&amp;Fijnheid</source>
        <translation>&amp;Resolution</translation>
    </message>
    <message>
        <source>Maken…</source>
        <translation>Make…</translation>
    </message>
    <message>
        <source>Afdrukken…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>FactMatrix</name>
    <message>
        <source>Feiten en partijen</source>
        <translation>Facts and parties</translation>
    </message>
    <message>
        <source>Hier staan straks de feiten, met wie ze stelt en wie ze betwist. Voeg eerst een feit toe.</source>
        <translation>The facts will be here, with who claims and who disputes them. First add a fact.</translation>
    </message>
    <message>
        <source>zegt hier niets over</source>
        <translation>says nothing about this</translation>
    </message>
    <message>
        <source>Speelt in deze ronde niet (%1)</source>
        <translation>Plays no part in this round (%1)</translation>
    </message>
    <message>
        <source>Feit</source>
        <translation>Fact</translation>
    </message>
    <message>
        <source>Verloop per ronde</source>
        <translation>Course by round</translation>
    </message>
    <message>
        <source>Hoe komen we eruit?</source>
        <translation>What would settle it?</translation>
    </message>
    <message>
        <source>De vraag, wie dit uitzoekt en wanneer</source>
        <translation>The question, who finds out and when</translation>
    </message>
    <message>
        <source>Houdt het stand?</source>
        <translation>Does it stand?</translation>
    </message>
    <message>
        <source>Als alle redenen zijn gewogen</source>
        <translation>Once all reasons are weighed</translation>
    </message>
    <message>
        <source>Bewijs en bron</source>
        <translation>Evidence and source</translation>
    </message>
    <message>
        <source>Enter of dubbelklik: kies wat %1 hierover zegt.</source>
        <translation>Enter or double click: choose what %1 says about this.</translation>
    </message>
    <message>
        <source>%1 (van horen zeggen)</source>
        <translation>%1 (at second hand)</translation>
    </message>
    <message>
        <source>nu</source>
        <translation>now</translation>
    </message>
    <message>
        <source>Uitgezocht: %1</source>
        <translation>Settled: %1</translation>
    </message>
    <message>
        <source>Nog niet afgesproken</source>
        <translation>Not agreed yet</translation>
    </message>
    <message>
        <source>nog niet afgesproken</source>
        <translation>not agreed yet</translation>
    </message>
    <message>
        <source>Vraag: %1</source>
        <translation>Question: %1</translation>
    </message>
    <message>
        <source>Wie: %1; wanneer: %2</source>
        <translation>Who: %1; when: %2</translation>
    </message>
</context>
<context>
    <name>FactsPage</name>
    <message>
        <source>Feiten</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Wie stelt, erkent of betwist welk feit? Zo ziet u wat al vaststaat en wat nog uitgezocht moet worden.</source>
        <translation>Who claims, accepts or disputes which fact? This shows what is settled and what is still to be found out.</translation>
    </message>
    <message>
        <source>Groot</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>Toon de lijst groot, voor op een scherm waar ieder meekijkt</source>
        <translation>Show the list large, for a screen at which everybody looks</translation>
    </message>
    <message>
        <source>Kopiëren als lijst</source>
        <translation>Copy as a list</translation>
    </message>
    <message>
        <source>Kopieer de lijst als tekst, voor Word of een mail</source>
        <translation>Copy the list as text, for Word or a mail</translation>
    </message>
</context>
<context>
    <name>FilesPart</name>
    <message>
        <source>&amp;Nieuwe kaart</source>
        <translation>&amp;New map</translation>
    </message>
    <message>
        <source>&amp;Openen…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <source>Op&amp;slaan</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Opslaan &amp;als…</source>
        <translation>Save &amp;as…</translation>
    </message>
    <message>
        <source>&amp;Kaart toevoegen…</source>
        <translation>Add ma&amp;p…</translation>
    </message>
    <message>
        <source>Nie&amp;uw venster</source>
        <translation>New &amp;window</translation>
    </message>
    <message>
        <source>&amp;Casusbestand invoegen…</source>
        <translation>Insert &amp;case file…</translation>
    </message>
    <message>
        <source>&amp;Casusbestand maken…</source>
        <translation>Make &amp;case file…</translation>
    </message>
    <message>
        <source>&amp;Begrippenkader invoegen…</source>
        <translation>Insert &amp;vocabulary…</translation>
    </message>
    <message>
        <source>&amp;Begrippenkader maken…</source>
        <translation>Make &amp;vocabulary…</translation>
    </message>
    <message>
        <source>&amp;Diagram maken of afdrukken…</source>
        <translation>Make or print a &amp;diagram…</translation>
    </message>
    <message>
        <source>Slui&amp;ten</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>A&amp;fsluiten</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>Kaart toevoegen</source>
        <translation>Add map</translation>
    </message>
    <message>
        <source>Hoe heet de nieuwe kaart?</source>
        <translation>What is the new map called?</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filters op de kaart</source>
        <translation>Filters on the map</translation>
    </message>
    <message>
        <source>Alles tonen</source>
        <translation>Show everything</translation>
    </message>
    <message>
        <source>Toch tonen</source>
        <translation>Show it anyway</translation>
    </message>
    <message>
        <source>Toon alleen:</source>
        <translation>Show only:</translation>
    </message>
    <message>
        <source>Soorten</source>
        <translation>Kinds</translation>
    </message>
    <message>
        <source>Partijen</source>
        <translation>Parties</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Zichtbaarheid</source>
        <translation>Visibility</translation>
    </message>
    <message>
        <source>Signalen</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Uit de tweede hand</source>
        <translation>Second-hand</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 items</translation>
    </message>
    <message>
        <source>Rond %1: %2</source>
        <translation>Around %1: %2</translation>
    </message>
    <message>
        <source>Geen enkel item past hierbij.</source>
        <translation>No item fits this.</translation>
    </message>
    <message>
        <source>%1 van %2 items getoond</source>
        <translation>%1 of %2 items shown</translation>
    </message>
    <message>
        <source>Nu verborgen: %1</source>
        <translation>Hidden now: %1</translation>
    </message>
    <message>
        <source>Niets kiezen: alles tonen</source>
        <translation>Choose none: show all</translation>
    </message>
    <message>
        <source>Niet meer rond deze items kijken</source>
        <translation>Look no longer around these items</translation>
    </message>
</context>
<context>
    <name>FilterHeader</name>
    <message>
        <source>filter</source>
        <translation>filter</translation>
    </message>
    <message>
        <source>Filter op {column}</source>
        <translation>Filter by {column}</translation>
    </message>
    <message>
        <source>Alleen rijen met deze woorden; = toont lege cellen</source>
        <translation>Only rows with these words; = shows empty cells</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>%1 (opzijgezet)</source>
        <translation>%1 (set aside)</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Signalen</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Uitleg bij het signaal</source>
        <translation>Explanation of the finding</translation>
    </message>
    <message>
        <source>Hier staat straks wat opvalt, zoals een woord met twee betekenissen of een positie zonder belang. Zet eerst een partij op de kaart, met wat die wil.</source>
        <translation>Here you will find what stands out, such as a word with two meanings or a position without an interest. First put a party on the map, with what it wants.</translation>
    </message>
    <message>
        <source>De kaart wordt bekeken…</source>
        <translation>Looking at the map…</translation>
    </message>
    <message>
        <source>Geen signalen. Hoe meer u op de kaart zet, hoe meer het programma kan zien.</source>
        <translation>No findings. The more you put on the map, the more the program can see.</translation>
    </message>
    <message>
        <source>1 signaal op deze kaart. Kies het voor uitleg.</source>
        <translation>1 finding on this map. Choose it for an explanation.</translation>
    </message>
    <message>
        <source>%1 signalen op deze kaart. Kies er een voor uitleg.</source>
        <translation>%1 findings on this map. Choose one for an explanation.</translation>
    </message>
    <message>
        <source>Opzijzetten…</source>
        <translation>Set aside…</translation>
    </message>
    <message>
        <source>Terughalen</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Wat nu? %1</source>
        <translation>What now? %1</translation>
    </message>
    <message>
        <source>Op de kaart: %1</source>
        <translation>On the map: %1</translation>
    </message>
    <message>
        <source>Bron: %1</source>
        <translation>Source: %1</translation>
    </message>
    <message>
        <source>Welke signalen</source>
        <translation>Which findings</translation>
    </message>
    <message>
        <source>Alle signalen (%1)</source>
        <translation>All findings (%1)</translation>
    </message>
    <message>
        <source>Over wat geselecteerd is</source>
        <translation>About what is selected</translation>
    </message>
    <message>
        <source>Opzijgezet, omdat: %1</source>
        <translation>Set aside, because: %1</translation>
    </message>
    <message>
        <source>Waarom telt dit signaal hier niet?</source>
        <translation>Why does this finding not matter here?</translation>
    </message>
    <message>
        <source>Signaal opzijzetten</source>
        <translation>Set finding aside</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>Tabel</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Items die alleen voor u zijn, zijn niet gekopieerd: het klembord is ook voor andere programma&apos;s.</source>
        <translation>Items that are only for you were not copied: the clipboard is for other programs too.</translation>
    </message>
    <message>
        <source>Geplakt. Gewijzigd: %1, nieuw: %2. Ctrl+Z draait het terug.</source>
        <translation>Pasted. Changed: %1, new: %2. Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>Er komen {count} nieuwe items bij ({kind}), het eerste is &apos;{title}&apos;.</source>
        <translation>{count} new items are added ({kind}), the first is &apos;{title}&apos;.</translation>
    </message>
    <message>
        <source>{count} items die er al zijn, veranderen.</source>
        <translation>{count} items that exist already change.</translation>
    </message>
    <message>
        <source>Deze rijen plakken?</source>
        <translation>Paste these rows?</translation>
    </message>
    <message>
        <source>Plakken</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>En nog {count}; zie de details.</source>
        <translation>And {count} more; see the details.</translation>
    </message>
    <message>
        <source>Verbeter dit in wat u plakt en probeer het opnieuw.</source>
        <translation>Mend this in what you paste and try again.</translation>
    </message>
    <message>
        <source>Er is niets geplakt: niet alles past</source>
        <translation>Nothing was pasted: not everything fits</translation>
    </message>
    <message>
        <source>Rij {row}: {sentence}</source>
        <translation>Row {row}: {sentence}</translation>
    </message>
    <message>
        <source>Rij {row}, {column}: {sentence}</source>
        <translation>Row {row}, {column}: {sentence}</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Uitleg bij gvkaart</source>
        <translation>Guide to gvkaart</translation>
    </message>
    <message>
        <source>Inhoud</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Zoeken in de uitleg</source>
        <translation>Search the guide</translation>
    </message>
    <message>
        <source>Zoeken in de uitleg; Enter gaat naar de volgende plek (Ctrl+F)</source>
        <translation>Search the guide; Enter goes to the next place (Ctrl+F)</translation>
    </message>
    <message>
        <source>Tekst van de uitleg</source>
        <translation>Text of the guide</translation>
    </message>
    <message>
        <source>Afdrukken…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Niets gevonden. Probeer een ander woord of een deel ervan.</source>
        <translation>Nothing found. Try another word, or part of it.</translation>
    </message>
    <message>
        <source>Stukken waarin dit staat: %1. Enter gaat naar de volgende plek.</source>
        <translation>Parts that have this: %1. Enter goes to the next place.</translation>
    </message>
</context>
<context>
    <name>HelpingPart</name>
    <message>
        <source>&amp;Uitleg</source>
        <translation>&amp;Guide</translation>
    </message>
    <message>
        <source>&amp;Rondleiding</source>
        <translation>&amp;Tour</translation>
    </message>
    <message>
        <source>Starts&amp;cherm</source>
        <translation>Start scr&amp;een</translation>
    </message>
    <message>
        <source>&amp;Over gvkaart</source>
        <translation>&amp;About gvkaart</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Versie: %1</source>
        <translation>Version: %1</translation>
    </message>
    <message>
        <source>Nu: %1</source>
        <translation>Now: %1</translation>
    </message>
    <message>
        <source>Ongedaan: %1</source>
        <translation>Undone: %1</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Geschiedenis</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Hierheen gaan</source>
        <translation>Go here</translation>
    </message>
    <message>
        <source>Deze stand bekijken…</source>
        <translation>Look at this moment…</translation>
    </message>
    <message>
        <source>Vergelijken met nu…</source>
        <translation>Compare with now…</translation>
    </message>
    <message>
        <source>Herstellen als kopie…</source>
        <translation>Restore as a copy…</translation>
    </message>
    <message>
        <source>Versie vastleggen…</source>
        <translation>Keep version…</translation>
    </message>
    <message>
        <source>Bekijken…</source>
        <translation>Look…</translation>
    </message>
    <message>
        <source>Vergelijken…</source>
        <translation>Compare…</translation>
    </message>
    <message>
        <source>Als kopie…</source>
        <translation>As a copy…</translation>
    </message>
    <message>
        <source>Er is nog niets gedaan. Elke stap die u zet, komt hier te staan.</source>
        <translation>Nothing has been done yet. Every step you take will be listed here.</translation>
    </message>
    <message>
        <source>Elke stap die u zette, de nieuwste bovenaan. Dubbelklik of druk op Enter om naar een stap te gaan. Er gaat niets verloren: u kunt ook weer vooruit.</source>
        <translation>Every step you took, the newest on top. Double-click or press Enter to go to a step. Nothing gets lost: you can go forward again too.</translation>
    </message>
    <message>
        <source>Deze twee vergelijken…</source>
        <translation>Compare these two…</translation>
    </message>
</context>
<context>
    <name>HistoryPart</name>
    <message>
        <source>Ges&amp;chiedenis</source>
        <translation>H&amp;istory</translation>
    </message>
    <message>
        <source>Geschiedenis van dit ite&amp;m…</source>
        <translation>Histor&amp;y of this item…</translation>
    </message>
    <message>
        <source>Selecteer eerst één item.</source>
        <translation>Select one item first.</translation>
    </message>
    <message>
        <source>Versie vastle&amp;ggen…</source>
        <translation>&amp;Keep version…</translation>
    </message>
    <message>
        <source>V&amp;ersies en reservekopieën…</source>
        <translation>&amp;Versions and backups…</translation>
    </message>
    <message>
        <source>Kopie &amp;bewaren als…</source>
        <translation>Keep a cop&amp;y as…</translation>
    </message>
    <message>
        <source>Kopie om te de&amp;len…</source>
        <translation>Copy to s&amp;hare…</translation>
    </message>
    <message>
        <source>Kaart ver&amp;wijderen</source>
        <translation>De&amp;lete map</translation>
    </message>
    <message>
        <source>Dit is de enige kaart. Voeg eerst een andere toe.</source>
        <translation>This is the only map. Add another one first.</translation>
    </message>
    <message>
        <source>Gesc&amp;hiedenis wissen…</source>
        <translation>Erase his&amp;tory…</translation>
    </message>
    <message>
        <source>Geschiedenis</source>
        <translation>History</translation>
    </message>
    <message>
        <source>%1 Ongedaan maken: %2</source>
        <translation>%1 Undo: %2</translation>
    </message>
    <message>
        <source>U kijkt nu naar een ander moment. Wat u sindsdien deed, is niet weg.</source>
        <translation>You are at another moment now. What you did since then is not gone.</translation>
    </message>
    <message>
        <source>Terug naar waar u was</source>
        <translation>Back to where you were</translation>
    </message>
    <message>
        <source>Zo was het: %1</source>
        <translation>As it was: %1</translation>
    </message>
    <message>
        <source>nu</source>
        <translation>now</translation>
    </message>
    <message>
        <source>Eerst: %1
Daarna: %2</source>
        <translation>Before: %1
After: %2</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Begrippenkader invoegen</source>
        <translation>Insert vocabulary</translation>
    </message>
    <message>
        <source>Zet de begrippen ook op de kaart in beeld</source>
        <translation>Put the concepts on the map in view as well</translation>
    </message>
    <message>
        <source>Wat er nieuw is of verandert</source>
        <translation>What is new or changes</translation>
    </message>
    <message>
        <source>Goed om te weten:</source>
        <translation>Good to know:</translation>
    </message>
    <message>
        <source>Goed om te weten</source>
        <translation>Good to know</translation>
    </message>
    <message>
        <source>Invoegen</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Nieuwe begrippen komen in het document, maar nog op geen kaart. U vindt ze met zoeken, en zet op een kaart wat u nodig heeft.</source>
        <translation>New concepts come into the document, but on no map yet. You find them by searching, and put on a map what you need.</translation>
    </message>
    <message>
        <source>Let op: met zo veel begrippen is de kaart moeilijk te lezen. Alles is in één stap terug te draaien.</source>
        <translation>Mind: with so many concepts the map is hard to read. All of it can be undone in one step.</translation>
    </message>
    <message>
        <source>nieuw</source>
        <translation>new</translation>
    </message>
    <message>
        <source>veranderd</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>hetzelfde</source>
        <translation>the same</translation>
    </message>
    <message>
        <source>%1 heeft %2 begrippen: %3.</source>
        <translation>%1 has %2 concepts: %3.</translation>
    </message>
    <message>
        <source>%1 heeft één begrip: %3.</source>
        <translation>%1 has one concept: %3.</translation>
    </message>
    <message>
        <source>%1 heeft %2 begrippen, allemaal %3.</source>
        <translation>%1 has %2 concepts, all of them %3.</translation>
    </message>
    <message>
        <source>Nieuwe relaties: %1.</source>
        <translation>New relations: %1.</translation>
    </message>
    <message>
        <source>Nieuwe bronnen: %1.</source>
        <translation>New sources: %1.</translation>
    </message>
    <message>
        <source>%1 (wordt bijgewerkt)</source>
        <translation>%1 (will be updated)</translation>
    </message>
    <message>
        <source>Ze komen op de kaart die u nu ziet. Alles is in één stap terug te draaien.</source>
        <translation>They come on the map that you see now. All of it can be undone in one step.</translation>
    </message>
    <message>
        <source>Er komt geen begrip bij. Alles is in één stap terug te draaien.</source>
        <translation>No concept is added. All of it can be undone in one step.</translation>
    </message>
    <message>
        <source>Alles uit dit bestand staat al zo in het document: er is niets in te voegen.</source>
        <translation>All of this file is in the document already: there is nothing to insert.</translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message>
        <source>Teksten</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>Alle bestanden</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>Tekst invoegen als bron</source>
        <translation>Insert text as a source</translation>
    </message>
    <message>
        <source>Niet ingevoegd: %1</source>
        <translation>Not inserted: %1</translation>
    </message>
    <message>
        <source>%1 bestanden zijn niet ingevoegd</source>
        <translation>%1 files were not inserted</translation>
    </message>
    <message>
        <source>Dit bestand kan niet worden geopend. Kijk of het er nog is en of u het mag lezen.</source>
        <translation>This file cannot be opened. See whether it is still there and whether you may read it.</translation>
    </message>
</context>
<context>
    <name>InsightPart</name>
    <message>
        <source>Stand van zaken</source>
        <translation>State of affairs</translation>
    </message>
    <message>
        <source>Feiten</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Begrippen</source>
        <translation>Concepts</translation>
    </message>
    <message>
        <source>Publieke belangen</source>
        <translation>Public interests</translation>
    </message>
    <message>
        <source>Posities en belangen</source>
        <translation>Positions and interests</translation>
    </message>
    <message>
        <source>Doelen en gegevens</source>
        <translation>Purposes and data</translation>
    </message>
    <message>
        <source>Puzzelstukken</source>
        <translation>Pieces of the puzzle</translation>
    </message>
    <message>
        <source>Zaken vergelijken</source>
        <translation>Compare cases</translation>
    </message>
    <message>
        <source>Toon op de &amp;kaart</source>
        <translation>Show on the &amp;map</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Eigenschappen</source>
        <translation>Properties</translation>
    </message>
</context>
<context>
    <name>InterestsPage</name>
    <message>
        <source>Posities en belangen</source>
        <translation>Positions and interests</translation>
    </message>
    <message>
        <source>Wat wil elke partij, en waarom? Onder posities die botsen, liggen vaak belangen die u deelt of die elkaar aanvullen.</source>
        <translation>What does each party want, and why? Under positions that clash there are often interests that are shared or that add to each other.</translation>
    </message>
    <message>
        <source>Per partij</source>
        <translation>By party</translation>
    </message>
    <message>
        <source>Tussen partijen</source>
        <translation>Between parties</translation>
    </message>
    <message>
        <source>Lijst per tweetal</source>
        <translation>List of pairs</translation>
    </message>
    <message>
        <source>Hier staan straks de posities van elke partij, met de belangen eronder. Zet eerst een partij op de kaart, en zeg welke positie zij inneemt of welk belang zij heeft.</source>
        <translation>The positions of each party will be here, with the interests underneath. Put a party on the map first, and say which position it takes or which interest it has.</translation>
    </message>
    <message>
        <source>Wat het is</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>Belangen eronder</source>
        <translation>Interests underneath</translation>
    </message>
    <message>
        <source>Weegt voor de partij</source>
        <translation>Weight for the party</translation>
    </message>
    <message>
        <source>Gezegd of afgeleid?</source>
        <translation>Said or inferred?</translation>
    </message>
    <message>
        <source>Bevestigd?</source>
        <translation>Confirmed?</translation>
    </message>
    <message>
        <source>Partij, positie of belang</source>
        <translation>Party, position or interest</translation>
    </message>
    <message>
        <source>%1 over: %2</source>
        <translation>%1 on: %2</translation>
    </message>
    <message>
        <source>Nog geen: vraag waarom dit belangrijk is</source>
        <translation>None yet: ask why this matters</translation>
    </message>
    <message>
        <source>Afgeleid uit een positie: nog niet gezegd</source>
        <translation>Inferred from a position: not said yet</translation>
    </message>
    <message>
        <source>Nog niet</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, van horen zeggen</source>
        <translation>%1, at second hand</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Vink aan wat %1 zelf heeft bevestigd: klik of druk op de spatiebalk.</source>
        <translation>Tick what %1 itself has confirmed: click or press the space bar.</translation>
    </message>
    <message>
        <source>Partij</source>
        <translation>Party</translation>
    </message>
    <message>
        <source>Belangen die zij delen</source>
        <translation>Interests they share</translation>
    </message>
    <message>
        <source>Doelen die zij delen</source>
        <translation>Purposes they share</translation>
    </message>
    <message>
        <source>Oneens over het middel</source>
        <translation>Differ on the means</translation>
    </message>
    <message>
        <source>Wat botst</source>
        <translation>What clashes</translation>
    </message>
    <message>
        <source>Wat elkaar aanvult</source>
        <translation>What adds to each other</translation>
    </message>
    <message>
        <source>Twee partijen</source>
        <translation>Two parties</translation>
    </message>
</context>
<context>
    <name>ItemHistory</name>
    <message>
        <source>Geschiedenis van dit item</source>
        <translation>History of this item</translation>
    </message>
    <message>
        <source>Van dit item is geen geschiedenis bewaard.</source>
        <translation>No history of this item has been kept.</translation>
    </message>
    <message>
        <source>%1, ongedaan gemaakt</source>
        <translation>%1, undone</translation>
    </message>
    <message>
        <source>%1, opnieuw gedaan</source>
        <translation>%1, done again</translation>
    </message>
</context>
<context>
    <name>ItemPart</name>
    <message>
        <source>Hier iets neerleggen…</source>
        <translation>Lay something here…</translation>
    </message>
    <message>
        <source>Maak eerst een kaart.</source>
        <translation>Make a map first.</translation>
    </message>
    <message>
        <source>&amp;Label toevoegen…</source>
        <translation>Add Add &amp;label…amp;tag…</translation>
    </message>
    <message>
        <source>Selecteer eerst een item.</source>
        <translation>Select an item first.</translation>
    </message>
    <message>
        <source>Label toevoegen</source>
        <translation>Add tag</translation>
    </message>
    <message>
        <source>Welk label krijgen deze items erbij?</source>
        <translation>Which tag is added to these items?</translation>
    </message>
    <message>
        <source>Selecteer eerst een item of een relatie.</source>
        <translation>Select an item or a relation first.</translation>
    </message>
    <message>
        <source>Selecteer eerst een partij op deze kaart.</source>
        <translation>Select a party on this map first.</translation>
    </message>
    <message>
        <source>Selecteer eerst één relatie.</source>
        <translation>Select one relation first.</translation>
    </message>
    <message>
        <source>Vol&amp;gende relatie</source>
        <translation>&amp;Next relation</translation>
    </message>
    <message>
        <source>Selecteer eerst één item of één relatie.</source>
        <translation>Select one item or one relation first.</translation>
    </message>
    <message>
        <source>&amp;Meer over deze relatie</source>
        <translation>&amp;More about this relation</translation>
    </message>
    <message>
        <source>Richting om&amp;keren</source>
        <translation>Turn &amp;round</translation>
    </message>
    <message>
        <source>Selecteer eerst één relatie die ook andersom kan.</source>
        <translation>First select one relation that can also run the other way.</translation>
    </message>
    <message>
        <source>&amp;Beide items tonen</source>
        <translation>Show &amp;both items</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Bewaard op deze pc, nog zonder bestand</source>
        <translation>Kept on this computer, without a file yet</translation>
    </message>
    <message>
        <source>Opgeslagen</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Bewaard op deze pc, nog niet in het bestand</source>
        <translation>Kept on this computer, not in the file yet</translation>
    </message>
    <message>
        <source>Naamloos</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>gvkaart-documenten</source>
        <translation>gvkaart documents</translation>
    </message>
    <message>
        <source>Opslaan als</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>Opgeslagen in %1</source>
        <translation>Saved in %1</translation>
    </message>
    <message>
        <source>Het bestand is intussen veranderd</source>
        <translation>The file has changed in the meantime</translation>
    </message>
    <message>
        <source>Iemand anders of een ander programma heeft dit bestand veranderd of verplaatst. Uw eigen werk staat veilig op deze pc. Sla het op onder een andere naam; dan houdt u beide versies.</source>
        <translation>Somebody else or another program changed or moved this file. Your own work is safe on this computer. Save it under another name; then you keep both versions.</translation>
    </message>
    <message>
        <source>Mijn versie opslaan als…</source>
        <translation>Save my version as…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Wat u typte, kan zo niet worden bewaard</source>
        <translation>What you typed cannot be kept like this</translation>
    </message>
    <message>
        <source>Ga terug om het te verbeteren. Sluit u toch, dan vervalt alleen dit.</source>
        <translation>Go back to mend it. If you close anyway, only this is lost.</translation>
    </message>
    <message>
        <source>Terug om te verbeteren</source>
        <translation>Go back and mend it</translation>
    </message>
    <message>
        <source>Opslaan voor u sluit?</source>
        <translation>Save before closing?</translation>
    </message>
    <message>
        <source>Deze kaart heeft nog geen bestand. Als u niet opslaat, is de kaart weg.</source>
        <translation>This map has no file yet. If you do not save it, the map is gone.</translation>
    </message>
    <message>
        <source>Opslaan…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Niet opslaan</source>
        <translation>Do not save</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Opslaan lukte niet</source>
        <translation>Saving failed</translation>
    </message>
    <message>
        <source>Uw werk staat veilig op deze pc. Bij de volgende start kunt u verdergaan waar u was.</source>
        <translation>Your work is safe on this computer. At the next start you can go on where you were.</translation>
    </message>
    <message>
        <source>Terug naar de kaart</source>
        <translation>Back to the map</translation>
    </message>
    <message>
        <source>Toch sluiten</source>
        <translation>Close anyway</translation>
    </message>
</context>
<context>
    <name>KeysPart</name>
    <message>
        <source>Opdracht &amp;zoeken…</source>
        <translation>Find &amp;command…</translation>
    </message>
    <message>
        <source>&amp;Sneltoetsen…</source>
        <translation>&amp;Shortcuts…</translation>
    </message>
</context>
<context>
    <name>LayoutsPart</name>
    <message>
        <source>Kies eerst een indeling die u zelf hebt bewaard.</source>
        <translation>First choose a layout that you kept yourself.</translation>
    </message>
    <message>
        <source>Indeling &amp;bewaren als…</source>
        <translation>&amp;Keep layout as…</translation>
    </message>
    <message>
        <source>Er staat nog niets op de kaart.</source>
        <translation>There is nothing on the map yet.</translation>
    </message>
    <message>
        <source>Indeling her&amp;noemen…</source>
        <translation>Re&amp;name layout…</translation>
    </message>
    <message>
        <source>Indeling &amp;weghalen</source>
        <translation>Remove la&amp;yout</translation>
    </message>
    <message>
        <source>&amp;Indelen</source>
        <translation>&amp;Lay out</translation>
    </message>
    <message>
        <source>Alles &amp;opnieuw indelen</source>
        <translation>Lay out everythin&amp;g anew</translation>
    </message>
    <message>
        <source>In &amp;lagen</source>
        <translation>In layer&amp;s</translation>
    </message>
    <message>
        <source>Een b&amp;aan per actor</source>
        <translation>A lane for each &amp;actor</translation>
    </message>
    <message>
        <source>I&amp;Jsberg</source>
        <translation>&amp;Iceberg</translation>
    </message>
    <message>
        <source>In &amp;ringen rond de selectie</source>
        <translation>In &amp;rings around the selection</translation>
    </message>
    <message>
        <source>Met de &amp;hand</source>
        <translation>By &amp;hand</translation>
    </message>
    <message>
        <source>Hoe heet deze indeling?</source>
        <translation>What is this layout called?</translation>
    </message>
    <message>
        <source>Indeling bewaren</source>
        <translation>Keep layout</translation>
    </message>
    <message>
        <source>Indeling hernoemen</source>
        <translation>Rename layout</translation>
    </message>
</context>
<context>
    <name>LegendPanel</name>
    <message>
        <source>Wat u op deze kaart ziet</source>
        <translation>What you see on this map</translation>
    </message>
    <message>
        <source>Legenda</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>De kaart is nog leeg. Wat u erop zet, wordt hier uitgelegd.</source>
        <translation>The map is still empty. What you put on it is explained here.</translation>
    </message>
</context>
<context>
    <name>LineCell</name>
    <message>
        <source>jjjj, jjjj-mm of jjjj-mm-dd</source>
        <translation>yyyy, yyyy-mm or yyyy-mm-dd</translation>
    </message>
</context>
<context>
    <name>LiningUpPart</name>
    <message>
        <source>&amp;Links uitlijnen</source>
        <translation>Align &amp;left</translation>
    </message>
    <message>
        <source>Middens onder el&amp;kaar</source>
        <translation>&amp;Centres under each other</translation>
    </message>
    <message>
        <source>&amp;Rechts uitlijnen</source>
        <translation>Align &amp;right</translation>
    </message>
    <message>
        <source>&amp;Bovenkanten gelijk</source>
        <translation>Level &amp;tops</translation>
    </message>
    <message>
        <source>&amp;Middens op één hoogte</source>
        <translation>&amp;Middles at one height</translation>
    </message>
    <message>
        <source>&amp;Onderkanten gelijk</source>
        <translation>Level &amp;bottoms</translation>
    </message>
    <message>
        <source>Op één ri&amp;j zetten</source>
        <translation>Put in one r&amp;ow</translation>
    </message>
    <message>
        <source>In één kolom &amp;zetten</source>
        <translation>Put in one col&amp;umn</translation>
    </message>
    <message>
        <source>R&amp;uimer uit elkaar</source>
        <translation>&amp;Further apart</translation>
    </message>
    <message>
        <source>&amp;Dichter bij elkaar</source>
        <translation>&amp;Nearer together</translation>
    </message>
    <message>
        <source>&amp;Horizontaal verdelen</source>
        <translation>Spread &amp;horizontally</translation>
    </message>
    <message>
        <source>&amp;Verticaal verdelen</source>
        <translation>Spread &amp;vertically</translation>
    </message>
    <message>
        <source>Selecteer eerst minstens twee items op de kaart.</source>
        <translation>Select at least two items on the map first.</translation>
    </message>
    <message>
        <source>Selecteer eerst minstens drie items op de kaart.</source>
        <translation>Select at least three items on the map first.</translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Eén per regel</source>
        <translation>One on each line</translation>
    </message>
</context>
<context>
    <name>LookingPart</name>
    <message>
        <source>&amp;Groter</source>
        <translation>Zoom &amp;in</translation>
    </message>
    <message>
        <source>&amp;Kleiner</source>
        <translation>Zoom &amp;out</translation>
    </message>
    <message>
        <source>&amp;Hele kaart</source>
        <translation>&amp;Whole map</translation>
    </message>
    <message>
        <source>Op &amp;selectie</source>
        <translation>Zoom to &amp;selection</translation>
    </message>
    <message>
        <source>Selecteer eerst een item.</source>
        <translation>Select an item first.</translation>
    </message>
    <message>
        <source>Alle &amp;lijnen tonen</source>
        <translation>Show all &amp;lines</translation>
    </message>
    <message>
        <source>Kleuren van het s&amp;ysteem</source>
        <translation>S&amp;ystem colours</translation>
    </message>
    <message>
        <source>Li&amp;cht</source>
        <translation>Li&amp;ght</translation>
    </message>
    <message>
        <source>D&amp;onker</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>Overzicht</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>Signalen</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Eigenschappen</source>
        <translation>Properties</translation>
    </message>
    <message>
        <source>Legenda</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>Overzichtskaart</source>
        <translation>Overview map</translation>
    </message>
    <message>
        <source>Kaart</source>
        <translation>Map</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Kaart</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Kies een kaart uit dit document</source>
        <translation>Choose a map of this document</translation>
    </message>
    <message>
        <source>Ronde</source>
        <translation>Round</translation>
    </message>
    <message>
        <source>De kaart zoals die was in deze ronde</source>
        <translation>The map as it was in this round</translation>
    </message>
    <message>
        <source>Tonen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Waar u naar kijkt: alles, of een onderwerp</source>
        <translation>What you look at: everything, or a topic</translation>
    </message>
    <message>
        <source>Weergaven</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>Eigen keuze</source>
        <translation>Own choice</translation>
    </message>
    <message>
        <source>Signalen</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Knoppen</source>
        <translation>Toolbar</translation>
    </message>
    <message>
        <source>Naamloos</source>
        <translation>Untitled</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Sleep naar een ander item voor een relatie, of klik voor iets nieuws hieraan.</source>
        <translation>Drag to another item for a relation, or click for something new on this one.</translation>
    </message>
    <message>
        <source>Sleep om de groep ruimer of dichter bij elkaar te zetten.</source>
        <translation>Drag to set the group wider apart or nearer together.</translation>
    </message>
    <message>
        <source>Klik om te tonen wat hieronder is ingeklapt.</source>
        <translation>Click to show what is collapsed below this.</translation>
    </message>
</context>
<context>
    <name>MapHands</name>
    <message>
        <source>De items komen ruimer of dichter bij elkaar. Shift houdt de verhouding gelijk. Esc breekt af.</source>
        <translation>The items come wider apart or nearer together. Shift keeps the ratio. Esc breaks off.</translation>
    </message>
    <message>
        <source>Laat los op een item voor een relatie, of op een lege plek voor iets nieuws. Esc breekt af.</source>
        <translation>Let go on an item for a relation, or on an empty spot for something new. Esc breaks off.</translation>
    </message>
    <message>
        <source>Laat los en kies: %1</source>
        <translation>Let go and choose: %1</translation>
    </message>
    <message>
        <source>Tussen %1 en %2 is alleen de algemene relatie mogelijk: %3</source>
        <translation>Between %1 and %2 only the general relation is possible: %3</translation>
    </message>
    <message>
        <source>{words} (is er al)</source>
        <translation>{words} (there already)</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Niets geselecteerd</source>
        <translation>Nothing selected</translation>
    </message>
    <message>
        <source>Kies een item om het te lezen of te wijzigen. Of voeg er een toe met de knop + of de toets Insert.</source>
        <translation>Choose an item to read or change it. Or add one with the + button or the Insert key.</translation>
    </message>
    <message>
        <source>Rondes</source>
        <translation>Rounds</translation>
    </message>
    <message>
        <source>Deze kaart</source>
        <translation>This map</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Deze kaart is nog leeg. Begin met wie er meepraten en wat zij willen.

Klik op de knop +, druk op Insert of dubbelklik om het eerste item toe te voegen.
Of plak uw aantekeningen met Ctrl+V: elke regel wordt een item.

Eerst kijken hoe het werkt? Kies Help, Rondleiding.</source>
        <translation>This map is still empty. Begin with who takes part and what they want.

Click the + button, press Insert or double-click to add the first item.
Or paste your notes with Ctrl+V: every line becomes an item.

Would you like to see how it works first? Choose Help, Tour.</translation>
    </message>
</context>
<context>
    <name>MapsPart</name>
    <message>
        <source>Maak eerst een kaart.</source>
        <translation>Make a map first.</translation>
    </message>
    <message>
        <source>Kaart du&amp;pliceren…</source>
        <translation>D&amp;uplicate map…</translation>
    </message>
    <message>
        <source>Kaartnaam wi&amp;jzigen…</source>
        <translation>Chan&amp;ge map name…</translation>
    </message>
    <message>
        <source>%1 (kopie)</source>
        <translation>%1 (copy)</translation>
    </message>
    <message>
        <source>Hoe heet de kopie? Op beide kaarten staan dezelfde items. Rondes gaan niet mee.</source>
        <translation>What is the copy called? Both maps hold the same items. Rounds do not come along.</translation>
    </message>
    <message>
        <source>Kaart dupliceren</source>
        <translation>Duplicate map</translation>
    </message>
    <message>
        <source>Kaartnaam wijzigen</source>
        <translation>Change map name</translation>
    </message>
    <message>
        <source>Hoe heet deze kaart?</source>
        <translation>What is this map called?</translation>
    </message>
</context>
<context>
    <name>MarkDialog</name>
    <message>
        <source>Item van deze passage</source>
        <translation>Item from this passage</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Mag leeg blijven</source>
        <translation>May stay empty</translation>
    </message>
    <message>
        <source>&amp;Soort</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>&amp;Titel</source>
        <translation>&amp;Title</translation>
    </message>
    <message>
        <source>&amp;Wie zegt dit?</source>
        <translation>&amp;Who says this?</translation>
    </message>
    <message>
        <source>&amp;Relatie</source>
        <translation>&amp;Relation</translation>
    </message>
    <message>
        <source>Of voeg de passage toe aan een item dat er al is:</source>
        <translation>Or add the passage to an item that exists already:</translation>
    </message>
    <message>
        <source>&amp;Bestaand item</source>
        <translation>&amp;Existing item</translation>
    </message>
    <message>
        <source>Item maken</source>
        <translation>Make item</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Passage toevoegen</source>
        <translation>Add passage</translation>
    </message>
    <message>
        <source>Dit item heeft in deze bron al een passage. Die wordt vervangen: &apos;%1&apos;</source>
        <translation>This item already has a passage in this source. It will be replaced: &apos;%1&apos;</translation>
    </message>
</context>
<context>
    <name>MarkdownEditor</name>
    <message>
        <source>Deze tekst is te lang om helemaal te tonen. U leest het begin.</source>
        <translation>This text is too long to show all of it. You are reading the beginning.</translation>
    </message>
    <message>
        <source>Schrijven</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Lezen</source>
        <translation>Read</translation>
    </message>
</context>
<context>
    <name>MarkdownText</name>
    <message>
        <source>Typ [[ om naar een item te verwijzen. Opmaak gaat met Markdown.</source>
        <translation>Type [[ to link to an item. Markdown makes the layout.</translation>
    </message>
    <message>
        <source>Vet</source>
        <translation>Bold</translation>
    </message>
    <message>
        <source>Cursief</source>
        <translation>Italic</translation>
    </message>
    <message>
        <source>Taak, of taak afvinken</source>
        <translation>Task, or tick the task</translation>
    </message>
    <message>
        <source>Verwijzen naar een item…</source>
        <translation>Link to an item…</translation>
    </message>
</context>
<context>
    <name>MeaningCard</name>
    <message>
        <source>Betekenis volgens %1</source>
        <translation>Meaning according to %1</translation>
    </message>
    <message>
        <source>Bedoeld door: %1</source>
        <translation>Meant by: %1</translation>
    </message>
    <message>
        <source>Volgens anderen bedoeld door: %1</source>
        <translation>According to others meant by: %1</translation>
    </message>
    <message>
        <source>Nog niet gezegd wie dit bedoelt.</source>
        <translation>Not said yet who means this.</translation>
    </message>
    <message>
        <source>Nog niet omschreven</source>
        <translation>Not defined yet</translation>
    </message>
    <message>
        <source>Verschilt van andere: %1</source>
        <translation>Differs from others: %1</translation>
    </message>
    <message>
        <source>Alle velden</source>
        <translation>All fields</translation>
    </message>
    <message>
        <source>Bekijk en wijzig dit begrip hiernaast</source>
        <translation>See and change this concept beside it</translation>
    </message>
    <message>
        <source>Eigen woord geven…</source>
        <translation>Give it its own word…</translation>
    </message>
    <message>
        <source>Geef deze betekenis een eigen woord; het oude woord blijft in de afbakening staan</source>
        <translation>Give this meaning a word of its own; the old word stays in the scope note</translation>
    </message>
</context>
<context>
    <name>MeaningsCard</name>
    <message>
        <source>En nog %1 andere</source>
        <translation>And %1 more</translation>
    </message>
    <message>
        <source>Klik op een betekenis om het begrip te zien.</source>
        <translation>Click on a meaning to see the concept.</translation>
    </message>
    <message>
        <source>In &quot;%1&quot; zit een begrip</source>
        <translation>&quot;%1&quot; holds a concept</translation>
    </message>
    <message>
        <source>Betekenis van &quot;%1&quot;</source>
        <translation>Meaning of &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Betekenissen van &quot;%1&quot;</source>
        <translation>Meanings of &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Bedoeld door: %1</source>
        <translation>Meant by: %1</translation>
    </message>
    <message>
        <source>Volgens anderen bedoeld door: %1</source>
        <translation>Meant by, according to others: %1</translation>
    </message>
    <message>
        <source>Nog niet omschreven.</source>
        <translation>Not described yet.</translation>
    </message>
</context>
<context>
    <name>MentionList</name>
    <message>
        <source>Wordt genoemd in…</source>
        <translation>Mentioned in…</translation>
    </message>
    <message>
        <source>(zonder titel)</source>
        <translation>(untitled)</translation>
    </message>
    <message>
        <source>Nog {count} tonen</source>
        <translation>Show {count} more</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Be&amp;werken</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Bestand</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Wijzigen</source>
        <translation>Chan&amp;ge</translation>
    </message>
    <message>
        <source>Gekozen &amp;relatie</source>
        <translation>Selected &amp;relation</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>&amp;Recent</translation>
    </message>
    <message>
        <source>&amp;Voorbeelden</source>
        <translation>E&amp;xamples</translation>
    </message>
    <message>
        <source>Bee&amp;ld</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>Er is maar één kaart. Maak er een met Bestand, Kaart toevoegen.</source>
        <translation>There is only one map. Make another one with File, Add map.</translation>
    </message>
    <message>
        <source>Dit staat al op elke kaart.</source>
        <translation>This stands on every map already.</translation>
    </message>
    <message>
        <source>&amp;Indeling</source>
        <translation>La&amp;yout</translation>
    </message>
    <message>
        <source>Bewaar&amp;de indelingen</source>
        <translation>Kept layou&amp;ts</translation>
    </message>
    <message>
        <source>Ui&amp;tlijnen</source>
        <translation>Line u&amp;p</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Labelsamp;Tags</translation>
    </message>
    <message>
        <source>Label &amp;weghalen</source>
        <translation>&amp;Remove tag</translation>
    </message>
    <message>
        <source>Zichtbaar v&amp;oor</source>
        <translation>&amp;Visible to</translation>
    </message>
    <message>
        <source>Her&amp;komst</source>
        <translation>&amp;Origin</translation>
    </message>
    <message>
        <source>Aan ta&amp;fel?</source>
        <translation>At the ta&amp;ble?</translation>
    </message>
    <message>
        <source>Naar een &amp;andere kaart</source>
        <translation>To &amp;another map</translation>
    </message>
    <message>
        <source>B&amp;ronnen</source>
        <translation>&amp;Sources</translation>
    </message>
    <message>
        <source>&amp;Invoegen</source>
        <translation>&amp;Insert</translation>
    </message>
    <message>
        <source>&amp;Maken</source>
        <translation>&amp;Make</translation>
    </message>
    <message>
        <source>&amp;Weergave</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Panelen</source>
        <translation>&amp;Panels</translation>
    </message>
    <message>
        <source>Tekst op de k&amp;aart</source>
        <translation>&amp;Text on the map</translation>
    </message>
    <message>
        <source>&amp;Taal</source>
        <translation>Lang&amp;uage</translation>
    </message>
    <message>
        <source>Ook op een andere kaart &amp;leggen</source>
        <translation>Put on anot&amp;her map too</translation>
    </message>
    <message>
        <source>Ton&amp;en</source>
        <translation>S&amp;how</translation>
    </message>
    <message>
        <source>&amp;Onderwerp</source>
        <translation>&amp;Topic</translation>
    </message>
    <message>
        <source>Be&amp;waarde weergaven</source>
        <translation>Saved &amp;views</translation>
    </message>
    <message>
        <source>(nog leeg)</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>NoCases</name>
    <message>
        <source>In dit document staat nog maar één zaak. Met twee of meer kaarten ziet u hier wat uw zaken gemeen hebben, en wat in elk ervan terugkomt.</source>
        <translation>This document has one case only. With two or more maps you see here what your cases have in common, and what returns in each of them.</translation>
    </message>
    <message>
        <source>Bekijk het met drie voorbeelden</source>
        <translation>See it with three examples</translation>
    </message>
    <message>
        <source>Voeg een casusbestand in…</source>
        <translation>Import a case file…</translation>
    </message>
    <message>
        <source>Voeg een kaart toe…</source>
        <translation>Add a map…</translation>
    </message>
</context>
<context>
    <name>NoText</name>
    <message>
        <source>Tekst invoegen…</source>
        <translation>Insert text…</translation>
    </message>
    <message>
        <source>Tekst plakken</source>
        <translation>Paste text</translation>
    </message>
    <message>
        <source>U kunt bestanden van Word, LibreOffice, PDF, HTML, Markdown en platte tekst gebruiken.</source>
        <translation>You can use files of Word, LibreOffice, PDF, HTML, Markdown and plain text.</translation>
    </message>
    <message>
        <source>Er zijn nog geen bronnen</source>
        <translation>There are no sources yet</translation>
    </message>
    <message>
        <source>Voeg een gespreksverslag of document in, of sleep het hierheen. Daarna maakt u items van wat er staat.</source>
        <translation>Insert an interview report or document, or drag it here. Then make items of what it says.</translation>
    </message>
    <message>
        <source>Van deze bron is er nog geen tekst. Voeg die in om passages aan te wijzen.</source>
        <translation>This source has no text yet. Insert it to point at passages.</translation>
    </message>
</context>
<context>
    <name>NodeLine</name>
    <message>
        <source>Typ een deel van de titel</source>
        <translation>Type part of the title</translation>
    </message>
    <message>
        <source>Er is geen item met deze titel. Kies er een uit de lijst of maak het veld leeg.</source>
        <translation>There is no item with this title. Choose one from the list or empty the field.</translation>
    </message>
</context>
<context>
    <name>NodePage</name>
    <message>
        <source>Relaties</source>
        <translation>Relations</translation>
    </message>
    <message>
        <source>Relatie toevoegen…</source>
        <translation>Add relation…</translation>
    </message>
    <message>
        <source>Op deze kaart</source>
        <translation>On this map</translation>
    </message>
    <message>
        <source>Labels en herkomst</source>
        <translation>Tags and origin</translation>
    </message>
</context>
<context>
    <name>NodesEditor</name>
    <message>
        <source>Weghalen: {title}</source>
        <translation>Remove: {title}</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Schrijf een heel getal vanaf 0.</source>
        <translation>Write a whole number from 0.</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Overzicht van de kaart</source>
        <translation>Outline of the map</translation>
    </message>
</context>
<context>
    <name>OutlineDialog</name>
    <message>
        <source>Uit tekst bouwen</source>
        <translation>Build from text</translation>
    </message>
    <message>
        <source>Maken</source>
        <translation>Make</translation>
    </message>
    <message>
        <source>Tekst: elke regel wordt een item</source>
        <translation>Text: every line becomes an item</translation>
    </message>
    <message>
        <source>Actor: Gemeente Waterland
    Positie: gegevens eerder delen
        Belang: schulden op tijd zien
Feit: een op de vijf brieven komt terug
    betwist door: Inlichtingendienst Schulden</source>
        <translation>Actor: Municipality of Waterland
    Position: share data earlier
        Interest: see debts in time
Fact: one in five letters is returned
    disputed by: Debt Information Service</translation>
    </message>
    <message>
        <source>Elke regel wordt een item. Inspringen is een relatie met de regel erboven. Zet de soort ervoor (Actor: …) of kies die in de tabel. Tab springt in, F6 gaat naar de tabel, Ctrl+Enter maakt de items.</source>
        <translation>Every line becomes an item. Indentation is a relation with the line above. Put the kind before it (Actor: …) or choose it in the table. Tab indents, F6 goes to the table, Ctrl+Enter makes the items.</translation>
    </message>
    <message>
        <source>&amp;Soort als er niets bij staat:</source>
        <translation>&amp;Kind when nothing says so:</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Dit zijn %1 regels. Er kunnen er %2 tegelijk: doe het in delen.</source>
        <translation>These are %1 lines. At most %2 can be made at once: do it in parts.</translation>
    </message>
    <message>
        <source>Hier komt te staan wat er van elke regel wordt.</source>
        <translation>Here you will see what becomes of every line.</translation>
    </message>
    <message>
        <source>Nieuw: %1. Bestaat al: %2. Relaties: %3. Kijk na: %4.</source>
        <translation>New: %1. Exist already: %2. Relations: %3. To check: %4.</translation>
    </message>
    <message>
        <source>Deze tekst is te lang (%1 tekens; er passen er %2). Plak hem in delen.</source>
        <translation>This text is too long (%1 characters; at most %2 fit). Paste it in parts.</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>(zonder titel)</source>
        <translation>(untitled)</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Hier komt alles op de kaart te staan, per soort. De knop + of de toets Insert voegt iets toe.</source>
        <translation>Everything on the map will be listed here, by kind. The + button or the Insert key adds something.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter het overzicht</source>
        <translation>Filter the outline</translation>
    </message>
    <message>
        <source>Alleen items met al deze woorden in de titel</source>
        <translation>Only items with all these words in the title</translation>
    </message>
    <message>
        <source>Tussen deze items is geen relatie mogelijk</source>
        <translation>No relation is possible between these items</translation>
    </message>
</context>
<context>
    <name>OverviewMap</name>
    <message>
        <source>Overzichtskaart</source>
        <translation>Overview map</translation>
    </message>
    <message>
        <source>De hele kaart in het klein. De pijltjes verschuiven wat u ziet.</source>
        <translation>The whole map in small. The arrows move what you see.</translation>
    </message>
</context>
<context>
    <name>OwnWordDialog</name>
    <message>
        <source>Een eigen woord</source>
        <translation>A word of its own</translation>
    </message>
    <message>
        <source>Dit woord gebruiken</source>
        <translation>Use this word</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>&amp;Nieuw woord voor deze betekenis</source>
        <translation>&amp;New word for this meaning</translation>
    </message>
    <message>
        <source>Het oude woord &quot;%1&quot; blijft in de afbakening staan, zodat het te herkennen blijft.</source>
        <translation>The old word &quot;%1&quot; stays in the scope note, so that it can still be recognised.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Wat wilt u doen?</source>
        <translation>What do you want to do?</translation>
    </message>
    <message>
        <source>Opdracht zoeken</source>
        <translation>Find command</translation>
    </message>
    <message>
        <source>kan nu niet</source>
        <translation>not possible now</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Panelen</source>
        <translation>Panels</translation>
    </message>
</context>
<context>
    <name>Parser</name>
    <message>
        <source>Deze cel kan niet leeg zijn.</source>
        <translation>This cell cannot be empty.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is geen ja of nee.</source>
        <translation>&apos;{text}&apos; is neither yes nor no.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is geen heel getal vanaf 0.</source>
        <translation>&apos;{text}&apos; is not a whole number from 0.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; past hier niet. Kies uit: {words}.</source>
        <translation>&apos;{text}&apos; does not fit here. Choose from: {words}.</translation>
    </message>
    <message>
        <source>Er is geen item &apos;{title}&apos; van deze soort: {kinds}. Voeg het eerst toe.</source>
        <translation>There is no item &apos;{title}&apos; of this kind: {kinds}. Add it first.</translation>
    </message>
    <message>
        <source>Er zijn {count} items met de titel &apos;{title}&apos;. Kies in de cel zelf welk item u bedoelt.</source>
        <translation>There are {count} items with the title &apos;{title}&apos;. Choose in the cell itself which item you mean.</translation>
    </message>
</context>
<context>
    <name>PastView</name>
    <message>
        <source>Zo was het</source>
        <translation>As it was</translation>
    </message>
    <message>
        <source>Kaart</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Herstellen als kopie…</source>
        <translation>Restore as a copy…</translation>
    </message>
    <message>
        <source>Vergelijken met nu…</source>
        <translation>Compare with now…</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Bezig met tekenen…</source>
        <translation>Drawing…</translation>
    </message>
    <message>
        <source>Er stond toen nog niets op deze kaart.</source>
        <translation>There was nothing on this map yet.</translation>
    </message>
</context>
<context>
    <name>Paster</name>
    <message>
        <source>Gekopieerd uit gvkaart</source>
        <translation>Copied from gvkaart</translation>
    </message>
    <message>
        <source>Gekopieerd: %1.</source>
        <translation>Copied: %1.</translation>
    </message>
    <message>
        <source>Alleen intern: %1. Dat plakt u alleen binnen gvkaart; het staat niet in de tekst.</source>
        <translation>Internal only: %1. This can be pasted inside gvkaart only; it is not in the text.</translation>
    </message>
    <message>
        <source>Van deze kaart gehaald. Ctrl+V zet ze op een kaart; Ctrl+Z draait het terug.</source>
        <translation>Taken off this map. Ctrl+V puts them on a map; Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>Op het klembord staat niets wat op een kaart kan. Kopieer eerst tekst of items.</source>
        <translation>Nothing on the clipboard can go on a map. Copy text or items first.</translation>
    </message>
    <message>
        <source>Alleen items en relaties zijn geplakt. Bestand, Casusbestand invoegen neemt de hele kaart mee.</source>
        <translation>Only items and relations were pasted. File, Insert case file takes the whole map along.</translation>
    </message>
    <message>
        <source>Deze tekst is te lang om items van te maken (%1 tekens). Kopieer hem in delen.</source>
        <translation>This text is too long to make items of (%1 characters). Copy it in parts.</translation>
    </message>
    <message>
        <source>(kopie)</source>
        <translation>(copy)</translation>
    </message>
    <message>
        <source>Bestaat al: %1 van de %2 items, met dezelfde soort en titel. Samenvoegen: die krijgen erbij wat er nog niet stond, en wat er staat blijft staan. Anders komen ze er een tweede keer bij.</source>
        <translation>%1 of the %2 items exist already, with the same kind and title. Merging adds what they did not have, and keeps what they have. Otherwise they are added a second time.</translation>
    </message>
    <message>
        <source>Samenvoegen met wat er al is?</source>
        <translation>Merge with what is there already?</translation>
    </message>
    <message>
        <source>Samenvoegen</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Als nieuwe items</source>
        <translation>As new items</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Deze tekst is een casusbestand waar iets niet klopt</source>
        <translation>This text is a case file with mistakes in it</translation>
    </message>
    <message>
        <source>%1 kan niet op de kaart. Wel: %2. Of kopieer de tekst en plak die.</source>
        <translation>%1 cannot go on the map. These can: %2. Or copy the text and paste that.</translation>
    </message>
    <message>
        <source>%1 kan niet worden geopend.</source>
        <translation>%1 cannot be opened.</translation>
    </message>
</context>
<context>
    <name>PastingPart</name>
    <message>
        <source>Selecteer eerst een item.</source>
        <translation>Select an item first.</translation>
    </message>
    <message>
        <source>Selecteer eerst een item op deze kaart.</source>
        <translation>Select an item on this map first.</translation>
    </message>
    <message>
        <source>Maak eerst een kaart.</source>
        <translation>Make a map first.</translation>
    </message>
    <message>
        <source>Kn&amp;ippen</source>
        <translation>&amp;Cut</translation>
    </message>
    <message>
        <source>Kopiër&amp;en</source>
        <translation>C&amp;opy</translation>
    </message>
    <message>
        <source>&amp;Plakken</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>D&amp;upliceren</source>
        <translation>Duplicat&amp;e</translation>
    </message>
    <message>
        <source>Uit tekst &amp;bouwen…</source>
        <translation>&amp;Build from text…</translation>
    </message>
</context>
<context>
    <name>Planner</name>
    <message>
        <source>Wat u plakt, heeft meer kolommen dan er vanaf hier zijn. Begin verder naar links.</source>
        <translation>What you paste has more columns than there are from here on. Begin further to the left.</translation>
    </message>
    <message>
        <source>Dit item staat niet op deze kaart.</source>
        <translation>This item is not on this map.</translation>
    </message>
    <message>
        <source>Onder de laatste rij kan hier niets bij. Kies boven de tabel eerst een soort.</source>
        <translation>Nothing can be added below the last row here. Choose a kind above the table first.</translation>
    </message>
    <message>
        <source>Een nieuw item heeft een titel nodig.</source>
        <translation>A new item needs a title.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Voorkeuren</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>&amp;Taal</source>
        <translation>Lang&amp;uage</translation>
    </message>
    <message>
        <source>&amp;Kleuren</source>
        <translation>&amp;Colours</translation>
    </message>
    <message>
        <source>Zoals het systeem</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Licht</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Donker</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>&amp;Hoog contrast</source>
        <translation>&amp;High contrast</translation>
    </message>
    <message>
        <source>Ook als het systeem er niet om vraagt.</source>
        <translation>Also when the system does not ask for it.</translation>
    </message>
    <message>
        <source>Tekst op de k&amp;aart</source>
        <translation>&amp;Text on the map</translation>
    </message>
    <message>
        <source>Gewoon</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Groot</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>Extra groot</source>
        <translation>Extra large</translation>
    </message>
    <message>
        <source>Zo groot opent een kaart. Met Ctrl en + of - maakt u haar groter of kleiner.</source>
        <translation>This is how large a map opens. Ctrl and + or - make it larger or smaller.</translation>
    </message>
    <message>
        <source>&amp;Minder beweging</source>
        <translation>Less &amp;movement</translation>
    </message>
    <message>
        <source>Items staan meteen op hun plaats, en de cursor knippert niet.</source>
        <translation>Items are in their place at once, and the cursor does not blink.</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>Alles wat u doet, is meteen bewaard op deze pc. Na een halve minuut rust, en als u sluit, komt het vanzelf in uw bestand. Daar is niets aan in te stellen.</source>
        <translation>All that you do is kept on this computer at once. After half a minute of rest, and when you close, it goes into your file by itself. There is nothing to set.</translation>
    </message>
    <message>
        <source>Reservekopieën en uw voorkeuren staan in: %1</source>
        <translation>Backups and your preferences are in: %1</translation>
    </message>
    <message>
        <source>&amp;Sneltoetsen kiezen…</source>
        <translation>Choose &amp;keys…</translation>
    </message>
    <message>
        <source>Toetsen</source>
        <translation>Keys</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Nieuwe kaart</source>
        <translation>New map</translation>
    </message>
    <message>
        <source>Kaarten en casusbestanden</source>
        <translation>Maps and case files</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>%1 kan niet worden geopend.</source>
        <translation>%1 cannot be opened.</translation>
    </message>
    <message>
        <source>Dat kan niet worden geopend</source>
        <translation>That cannot be opened</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Reservekopieën bekijken…</source>
        <translation>See the backups…</translation>
    </message>
    <message>
        <source>Eerder werk kan niet worden gelezen</source>
        <translation>Earlier work cannot be read</translation>
    </message>
    <message>
        <source>een kaart zonder bestand</source>
        <translation>a map without a file</translation>
    </message>
    <message>
        <source>Het programma is eerder gestopt terwijl er werk was dat nog niet in het bestand stond: %1, laatst gewijzigd op %2. Niets daarvan is verloren.</source>
        <translation>The program stopped earlier while there was work that was not in the file yet: %1, last changed on %2. None of it is lost.</translation>
    </message>
    <message>
        <source>Verdergaan waar u was?</source>
        <translation>Go on where you were?</translation>
    </message>
    <message>
        <source>Verdergaan</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Later beslissen</source>
        <translation>Decide later</translation>
    </message>
    <message>
        <source>Weggooien</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>Dit werk echt weggooien?</source>
        <translation>Really throw this work away?</translation>
    </message>
    <message>
        <source>Het staat nergens anders, en is daarna niet terug te halen.</source>
        <translation>It stands nowhere else, and cannot be brought back afterwards.</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Eerder werk is niet te lezen</source>
        <translation>Earlier work cannot be read</translation>
    </message>
    <message>
        <source>Van een eerdere keer staat er nog werk op deze pc dat dit programma niet kan lezen. Het is beschadigd, of gemaakt met een nieuwere versie van gvkaart. Wat in uw bestand stond, is er nog. Bewaar de map hieronder als u er hulp bij wilt vragen.</source>
        <translation>On this computer there is work from an earlier time that this program cannot read. It is damaged, or made with a newer version of gvkaart. What was in your file is still there. Keep the folder below if you want to ask for help with it.</translation>
    </message>
    <message>
        <source>Dat kan nu niet worden weggegooid</source>
        <translation>That cannot be thrown away now</translation>
    </message>
    <message>
        <source>De taal verandert bij de volgende start</source>
        <translation>The language changes at the next start</translation>
    </message>
    <message>
        <source>Sluit het programma en open het opnieuw.</source>
        <translation>Close the program and open it again.</translation>
    </message>
    <message>
        <source>Er ging iets mis in het programma. Uw werk is bewaard. Sla op en start opnieuw.</source>
        <translation>Something went wrong in the program. Your work has been kept. Save it and start again.</translation>
    </message>
</context>
<context>
    <name>PurposesPage</name>
    <message>
        <source>Doelen en gegevens</source>
        <translation>Purposes and data</translation>
    </message>
    <message>
        <source>Waarvoor zijn de gegevens nodig, hoe precies is dat gezegd, en wie levert, koppelt en ziet wat?</source>
        <translation>What are the data needed for, how precisely is that said, and who supplies, links and sees what?</translation>
    </message>
    <message>
        <source>Groter</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Vergroot het plaatje (+)</source>
        <translation>Enlarge the diagram (+)</translation>
    </message>
    <message>
        <source>Kleiner</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Verklein het plaatje (-)</source>
        <translation>Make the diagram smaller (-)</translation>
    </message>
    <message>
        <source>Hier staan straks de doelen, met wat er nog niet is gezegd: wie doet wat, voor wie, met welke gegevens, tot hoever en tot wanneer. Zet eerst een gebruiksdoel op de kaart.</source>
        <translation>The purposes will be here, with what was not said yet: who does what, for whom, with which data, up to where and until when. Put a purpose on the map first.</translation>
    </message>
    <message>
        <source>Hoe concreet</source>
        <translation>How concrete</translation>
    </message>
    <message>
        <source>Gegevensstromen</source>
        <translation>Data flows</translation>
    </message>
    <message>
        <source>Plaatje</source>
        <translation>Diagram</translation>
    </message>
    <message>
        <source>Hier staan straks de gegevensstromen, met wie levert, koppelt, ontvangt en de uitkomst ziet. Zet eerst een gegevensstroom op de kaart.</source>
        <translation>The data flows will be here, with who supplies, links, receives and sees the outcome. Put a data flow on the map first.</translation>
    </message>
    <message>
        <source>Publieke belangen en andere</source>
        <translation>Public and other interests</translation>
    </message>
    <message>
        <source>Nodig: deze gegevens</source>
        <translation>Data needed</translation>
    </message>
    <message>
        <source>Doel</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>%1 van %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Nog niet gezegd</source>
        <translation>Not said yet</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Over wie</source>
        <translation>About whom</translation>
    </message>
    <message>
        <source>Soort verkeer</source>
        <translation>Kind of traffic</translation>
    </message>
    <message>
        <source>Welke gegevens</source>
        <translation>Which data</translation>
    </message>
    <message>
        <source>Nodig voor</source>
        <translation>Needed for</translation>
    </message>
    <message>
        <source>Verzameld voor</source>
        <translation>Collected for</translation>
    </message>
    <message>
        <source>Grondslag</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Staat waar geregistreerd?</source>
        <translation>Registered where?</translation>
    </message>
    <message>
        <source>Na te gaan?</source>
        <translation>Traceable?</translation>
    </message>
    <message>
        <source>Te herstellen?</source>
        <translation>Correctable?</translation>
    </message>
    <message>
        <source>Gegevensstroom</source>
        <translation>Data flow</translation>
    </message>
    <message>
        <source>Nergens genoemd</source>
        <translation>Named nowhere</translation>
    </message>
    <message>
        <source>Geen genoemd</source>
        <translation>None named</translation>
    </message>
</context>
<context>
    <name>PuzzlePage</name>
    <message>
        <source>Puzzelstukken</source>
        <translation>Pieces of the puzzle</translation>
    </message>
    <message>
        <source>Wie heeft welke informatie? Soms is alles er al, maar legt niemand de stukken bij elkaar.</source>
        <translation>Who has which information? Sometimes everything is there already, but nobody puts the pieces together.</translation>
    </message>
    <message>
        <source>Nog niet bij elkaar gelegd</source>
        <translation>Not put together yet</translation>
    </message>
    <message>
        <source>Wie heeft wat</source>
        <translation>Who has what</translation>
    </message>
    <message>
        <source>Hier staan straks stukken informatie die bij elkaar horen, maar bij verschillende partijen liggen. Zet feiten op de kaart met wie ze stelt, en zeg wat ze onderbouwen.</source>
        <translation>Pieces of information that belong together but lie with different parties will be here. Put facts on the map with who claims them, and say what they support.</translation>
    </message>
    <message>
        <source>Bij wie ligt het?</source>
        <translation>With whom is it?</translation>
    </message>
    <message>
        <source>Wie heeft het meest?</source>
        <translation>Who has most?</translation>
    </message>
    <message>
        <source>Wat mist die nog?</source>
        <translation>What do they lack?</translation>
    </message>
    <message>
        <source>Waar het om gaat, en de stukken</source>
        <translation>What it is about, and the pieces</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (deel van %2)</source>
        <translation>%1 (part of %2)</translation>
    </message>
    <message>
        <source>Stuk informatie</source>
        <translation>Piece of information</translation>
    </message>
    <message>
        <source>Heeft het</source>
        <translation>Has it</translation>
    </message>
    <message>
        <source>Betwist het</source>
        <translation>Disputes it</translation>
    </message>
    <message>
        <source>Weet het niet, is wel van belang</source>
        <translation>Does not know, but it matters</translation>
    </message>
    <message>
        <source>Weet het niet</source>
        <translation>Does not know</translation>
    </message>
    <message>
        <source>Is van belang</source>
        <translation>It matters</translation>
    </message>
</context>
<context>
    <name>QuickPanel</name>
    <message>
        <source>Terug (Backspace)</source>
        <translation>Back (Backspace)</translation>
    </message>
    <message>
        <source>Sluiten (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Wat hangt hieraan?</source>
        <translation>What hangs on this?</translation>
    </message>
    <message>
        <source>Typ een deel, of kies een cijfer</source>
        <translation>Type part of it, or choose a digit</translation>
    </message>
    <message>
        <source>Wat verbindt deze twee?</source>
        <translation>What joins these two?</translation>
    </message>
    <message>
        <source>Wat wilt u neerleggen?</source>
        <translation>What do you want to lay down?</translation>
    </message>
    <message>
        <source>In één regel: wat is het?</source>
        <translation>In one line: what is it?</translation>
    </message>
    <message>
        <source>Nieuw: {kind}</source>
        <translation>New: {kind}</translation>
    </message>
    <message>
        <source>iets anders, los hiervan</source>
        <translation>something else, apart from this</translation>
    </message>
    <message>
        <source>Zo&apos;n relatie is er niet vanaf hier. Kies eerst een relatie, typ daarna de titel.</source>
        <translation>There is no such relation from here. Choose a relation first, then type the title.</translation>
    </message>
    <message>
        <source>Enter kiest · ↑: iets los · Backspace: vorig item · Esc sluit</source>
        <translation>Enter chooses · ↑: something loose · Backspace: item before · Esc closes</translation>
    </message>
    <message>
        <source>Enter kiest · ↑: iets los · Esc sluit</source>
        <translation>Enter chooses · ↑: something loose · Esc closes</translation>
    </message>
    <message>
        <source>Zo&apos;n soort is er niet. Kies eerst wat het is; de naam typt u daarna.</source>
        <translation>There is no such kind. First choose what it is; you type the name after that.</translation>
    </message>
    <message>
        <source>Dit is er al: Enter neemt het. Met ↑ en Enter maakt u er toch nog een</source>
        <translation>This is there already: Enter takes it. With ↑ and Enter you make another one after all</translation>
    </message>
    <message>
        <source>Enter kiest · Esc sluit</source>
        <translation>Enter chooses · Esc closes</translation>
    </message>
    <message>
        <source>Zo&apos;n relatie kan hier niet, of is er al.</source>
        <translation>Such a relation is not possible here, or is there already.</translation>
    </message>
    <message>
        <source>Typ een titel, of kies met ↓ wat er al is · Esc: terug</source>
        <translation>Type a title, or choose with ↓ what is there already · Esc: back</translation>
    </message>
    <message>
        <source>nieuw</source>
        <translation>new</translation>
    </message>
    <message>
        <source>Enter en verder · Shift+Enter: nog een ernaast · Esc: terug</source>
        <translation>Enter and on · Shift+Enter: another beside it · Esc: back</translation>
    </message>
    <message>
        <source>hangt hier al aan</source>
        <translation>hangs here already</translation>
    </message>
    <message>
        <source>niet op deze kaart</source>
        <translation>not on this map</translation>
    </message>
    <message>
        <source>staat er al</source>
        <translation>is there already</translation>
    </message>
</context>
<context>
    <name>QuietLines</name>
    <message>
        <source>De lijn &apos;%1&apos; ziet u als u een van beide items kiest, of met Beeld, Alle lijnen tonen.</source>
        <translation>You see the line &apos;%1&apos; when you choose one of the two items, or with View, Show all lines.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Weergaven</source>
        <translation>Views</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Uitgezocht</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>Betwist</source>
        <translation>Disputed</translation>
    </message>
    <message>
        <source>Gedeeld</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>Van één kant</source>
        <translation>One-sided</translation>
    </message>
    <message>
        <source>Deels gedeeld</source>
        <translation>Partly shared</translation>
    </message>
    <message>
        <source>Van niemand</source>
        <translation>Nobody&apos;s</translation>
    </message>
    <message>
        <source>Op deze kaart</source>
        <translation>On this map</translation>
    </message>
    <message>
        <source>Signalen</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Wie staat erachter?</source>
        <translation>Who stands behind it?</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Items die deze bron noemen, maar waarvan de plek in de tekst niet bekend is</source>
        <translation>Items that cite this source, without a known place in the text</translation>
    </message>
    <message>
        <source>Item maken…</source>
        <translation>Make item…</translation>
    </message>
    <message>
        <source>Maak een item van wat u heeft geselecteerd (Enter)</source>
        <translation>Make an item of what you selected (Enter)</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Vorige passage</source>
        <translation>Previous passage</translation>
    </message>
    <message>
        <source>Volgende passage</source>
        <translation>Next passage</translation>
    </message>
    <message>
        <source>Nog niet op de kaart</source>
        <translation>Not on the map yet</translation>
    </message>
    <message>
        <source>Vorig stuk dat nog niet op de kaart staat</source>
        <translation>Previous part that is not on the map yet</translation>
    </message>
    <message>
        <source>Volgend stuk dat nog niet op de kaart staat</source>
        <translation>Next part that is not on the map yet</translation>
    </message>
    <message>
        <source>%1 % van de tekst</source>
        <translation>%1 % of the text</translation>
    </message>
    <message>
        <source>1 citaat staat niet in de tekst</source>
        <translation>1 quote is not in the text</translation>
    </message>
    <message>
        <source>%1 citaten staan niet in de tekst</source>
        <translation>%1 quotes are not in the text</translation>
    </message>
    <message>
        <source>Klaar met verbeteren</source>
        <translation>Done correcting</translation>
    </message>
    <message>
        <source>Tekst verbeteren</source>
        <translation>Correct text</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>Houdt het stand?</source>
        <translation>Does it stand?</translation>
    </message>
    <message>
        <source>Naar %1</source>
        <translation>To %1</translation>
    </message>
    <message>
        <source>Ga naar dit item</source>
        <translation>Go to this item</translation>
    </message>
</context>
<context>
    <name>RelationList</name>
    <message>
        <source>Nog {count} tonen</source>
        <translation>Show {count} more</translation>
    </message>
</context>
<context>
    <name>RelationPage</name>
    <message>
        <source>Welke relatie</source>
        <translation>Which relation</translation>
    </message>
    <message>
        <source>Naar de passage</source>
        <translation>To the passage</translation>
    </message>
    <message>
        <source>Relatie weghalen</source>
        <translation>Remove relation</translation>
    </message>
    <message>
        <source>Relatie</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>(zonder titel)</source>
        <translation>(untitled)</translation>
    </message>
</context>
<context>
    <name>RelationRow</name>
    <message>
        <source>(zonder titel)</source>
        <translation>(untitled)</translation>
    </message>
    <message>
        <source>Relatie met {title} weghalen</source>
        <translation>Remove the relation with {title}</translation>
    </message>
    <message>
        <source>Relatie weghalen</source>
        <translation>Remove relation</translation>
    </message>
    <message>
        <source>Naar de passage</source>
        <translation>To the passage</translation>
    </message>
    <message>
        <source>Minder over de relatie</source>
        <translation>Less about the relation</translation>
    </message>
    <message>
        <source>Meer over de relatie</source>
        <translation>More about the relation</translation>
    </message>
    <message>
        <source>vanaf {round}</source>
        <translation>from {round}</translation>
    </message>
    <message>
        <source>tot en met {round}</source>
        <translation>until {round}</translation>
    </message>
    <message>
        <source>geldt niet in deze ronde</source>
        <translation>does not hold in this round</translation>
    </message>
    <message>
        <source>van horen zeggen</source>
        <translation>hearsay</translation>
    </message>
    <message>
        <source>van horen zeggen, via {actor}</source>
        <translation>second-hand, through {actor}</translation>
    </message>
    <message>
        <source>bevestigd</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>Alles over deze relatie</source>
        <translation>All about this relation</translation>
    </message>
</context>
<context>
    <name>RelationTree</name>
    <message>
        <source>Relaties van het geselecteerde item</source>
        <translation>Relations of the selected item</translation>
    </message>
    <message>
        <source>Relaties: kies één item</source>
        <translation>Relations: choose one item</translation>
    </message>
    <message>
        <source>Relaties van {title}</source>
        <translation>Relations of {title}</translation>
    </message>
    <message>
        <source>(zonder titel)</source>
        <translation>(untitled)</translation>
    </message>
    <message>
        <source>Naar dit item	Enter</source>
        <translation>To this item	Enter</translation>
    </message>
    <message>
        <source>Alles over deze relatie	Spatie</source>
        <translation>All about this relation	Space</translation>
    </message>
</context>
<context>
    <name>RoundList</name>
    <message>
        <source>Naam van een nieuwe ronde</source>
        <translation>Name of a new round</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>datum</source>
        <translation>date</translation>
    </message>
    <message>
        <source>Naam van de ronde</source>
        <translation>Name of the round</translation>
    </message>
    <message>
        <source>Datum van de ronde</source>
        <translation>Date of the round</translation>
    </message>
    <message>
        <source>Ronde weghalen</source>
        <translation>Remove round</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>Regel</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Hangt aan</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Bestaat al</source>
        <translation>Exists</translation>
    </message>
    <message>
        <source>Let op</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>(geen item)</source>
        <translation>(no item)</translation>
    </message>
    <message>
        <source>(geen relatie)</source>
        <translation>(no relation)</translation>
    </message>
    <message>
        <source>nieuw</source>
        <translation>new</translation>
    </message>
    <message>
        <source>bestaat al, komt er nog een keer bij</source>
        <translation>exists already, is added once more</translation>
    </message>
    <message>
        <source>bestaat al, wordt gebruikt</source>
        <translation>exists already, is used</translation>
    </message>
</context>
<context>
    <name>RowsTable</name>
    <message>
        <source>Wat er van elke regel wordt</source>
        <translation>What becomes of every line</translation>
    </message>
</context>
<context>
    <name>SafeBrowser</name>
    <message>
        <source>Deze link openen in uw browser of mailprogramma?</source>
        <translation>Open this link in your browser or mail program?</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Zoeken</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Zoeken in titels en teksten</source>
        <translation>Search in titles and texts</translation>
    </message>
    <message>
        <source>Gevonden</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>De kaart wordt gelezen. Even geduld…</source>
        <translation>The map is being read. One moment…</translation>
    </message>
    <message>
        <source>Niets gevonden. Probeer een ander woord of een deel ervan.</source>
        <translation>Nothing found. Try another word or a part of it.</translation>
    </message>
    <message>
        <source>%1 van %2</source>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Wat u net typte, is bewaard als nieuwe stap. Naar die andere stap kunt u nu niet meer. Bekijk die stap, of herstel die als kopie.</source>
        <translation>What you just typed is kept as a new step. You cannot go to that other step any more. Look at that step, or restore it as a copy.</translation>
    </message>
</context>
<context>
    <name>SettingAsideDialog</name>
    <message>
        <source>Waarden opzijzetten</source>
        <translation>Set values aside</translation>
    </message>
    <message>
        <source>Opzijzetten</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Welke waarden tellen hier niet?</source>
        <translation>Which &amp;values do not count here?</translation>
    </message>
    <message>
        <source>Waarom &amp;niet?</source>
        <translation>Why &amp;not?</translation>
    </message>
</context>
<context>
    <name>SeveralPage</name>
    <message>
        <source>{count} items geselecteerd</source>
        <translation>{count} items selected</translation>
    </message>
    <message>
        <source>Wat u hier wijzigt, geldt voor al deze items.</source>
        <translation>What you change here applies to all these items.</translation>
    </message>
    <message>
        <source>(verschillend)</source>
        <translation>(different)</translation>
    </message>
    <message>
        <source>Labels die ze allemaal hebben</source>
        <translation>Tags that all of them have</translation>
    </message>
    <message>
        <source>en nog {count}</source>
        <translation>and {count} more</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Sneltoetsen</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>Zoek een opdracht of een toets</source>
        <translation>Find a command or a key</translation>
    </message>
    <message>
        <source>Opdracht</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Toets</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Nieuwe toets</source>
        <translation>New key</translation>
    </message>
    <message>
        <source>&amp;Gebruiken</source>
        <translation>&amp;Use</translation>
    </message>
    <message>
        <source>Geen &amp;toets</source>
        <translation>N&amp;o key</translation>
    </message>
    <message>
        <source>Zoals &amp;eerst</source>
        <translation>As &amp;before</translation>
    </message>
    <message>
        <source>&amp;Nieuwe toets:</source>
        <translation>&amp;New key:</translation>
    </message>
    <message>
        <source>&amp;Alles zoals eerst</source>
        <translation>&amp;All as before</translation>
    </message>
    <message>
        <source>&amp;Lijst kopiëren</source>
        <translation>&amp;Copy list</translation>
    </message>
    <message>
        <source>{keys} (door u gekozen)</source>
        <translation>{keys} (chosen by you)</translation>
    </message>
    <message>
        <source>Op de kaart (liggen vast)</source>
        <translation>On the map (fixed)</translation>
    </message>
    <message>
        <source>Deze toetsen liggen vast.</source>
        <translation>These keys are fixed.</translation>
    </message>
    <message>
        <source>Ga naar het veld en druk de toets die u wilt.</source>
        <translation>Go to the field and press the key you want.</translation>
    </message>
    <message>
        <source>Deze toets is vrij.</source>
        <translation>This key is free.</translation>
    </message>
    <message>
        <source>Deze toets hoort nu bij: {names}. Als u hem gebruikt, raakt die opdracht hem kwijt.</source>
        <translation>This key now belongs to: {names}. If you use it, that command loses it.</translation>
    </message>
    <message>
        <source>De lijst staat op het klembord.</source>
        <translation>The list is on the clipboard.</translation>
    </message>
</context>
<context>
    <name>ShowingPart</name>
    <message>
        <source>Selecteer eerst een item op deze kaart.</source>
        <translation>Select an item on this map first.</translation>
    </message>
    <message>
        <source>&amp;Filteren</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Alleen &amp;rond de selectie</source>
        <translation>Only &amp;around the selection</translation>
    </message>
    <message>
        <source>Een stap &amp;verder kijken</source>
        <translation>Look one step f&amp;urther</translation>
    </message>
    <message>
        <source>Kies eerst Alleen rond de selectie.</source>
        <translation>Choose Only around the selection first.</translation>
    </message>
    <message>
        <source>Alles &amp;tonen</source>
        <translation>&amp;Show everything</translation>
    </message>
    <message>
        <source>Alles wordt al getoond.</source>
        <translation>Everything is shown already.</translation>
    </message>
    <message>
        <source>&amp;In- of uitklappen</source>
        <translation>&amp;Collapse or expand</translation>
    </message>
    <message>
        <source>Alles &amp;uitklappen</source>
        <translation>&amp;Expand everything</translation>
    </message>
    <message>
        <source>Er is niets ingeklapt.</source>
        <translation>Nothing is collapsed.</translation>
    </message>
    <message>
        <source>Weergave &amp;bewaren…</source>
        <translation>Save vie&amp;w…</translation>
    </message>
    <message>
        <source>Er staat nog niets op de kaart.</source>
        <translation>There is nothing on the map yet.</translation>
    </message>
    <message>
        <source>Weergave weg&amp;halen</source>
        <translation>&amp;Remove view</translation>
    </message>
    <message>
        <source>Kies eerst een bewaarde weergave.</source>
        <translation>Choose a saved view first.</translation>
    </message>
    <message>
        <source>Vol&amp;gende vondst</source>
        <translation>Ne&amp;xt hit</translation>
    </message>
    <message>
        <source>Vorige vond&amp;st</source>
        <translation>Pre&amp;vious hit</translation>
    </message>
    <message>
        <source>Zoek eerst iets.</source>
        <translation>Search for something first.</translation>
    </message>
    <message>
        <source>Hieraan hangt niets dat niet ook ergens anders aan hangt.</source>
        <translation>Nothing hangs on this that does not hang on something else too.</translation>
    </message>
    <message>
        <source>Hoe heet deze weergave? Filters, indeling en zoom worden bewaard.</source>
        <translation>What is this view called? Filters, layout and zoom are kept.</translation>
    </message>
    <message>
        <source>Weergave bewaren</source>
        <translation>Save view</translation>
    </message>
</context>
<context>
    <name>SourcesModel</name>
    <message>
        <source>(zonder titel)</source>
        <translation>(untitled)</translation>
    </message>
</context>
<context>
    <name>SourcesPart</name>
    <message>
        <source>Bronnen</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Tekst in&amp;voegen als bron…</source>
        <translation>&amp;Insert text as a source…</translation>
    </message>
    <message>
        <source>Tekst &amp;plakken als bron</source>
        <translation>&amp;Paste text as a source</translation>
    </message>
    <message>
        <source>&amp;Item maken van de selectie…</source>
        <translation>&amp;Make item of the selection…</translation>
    </message>
    <message>
        <source>Selecteer eerst een stuk tekst van een bron.</source>
        <translation>Select a piece of text of a source first.</translation>
    </message>
    <message>
        <source>&amp;Naar de passage in de bron</source>
        <translation>&amp;Go to the passage in the source</translation>
    </message>
    <message>
        <source>Selecteer eerst een item met een passage in een bron.</source>
        <translation>Select an item with a passage in a source first.</translation>
    </message>
    <message>
        <source>Volgende passa&amp;ge</source>
        <translation>&amp;Next passage</translation>
    </message>
    <message>
        <source>V&amp;orige passage</source>
        <translation>P&amp;revious passage</translation>
    </message>
    <message>
        <source>Volgend stuk &amp;zonder passage</source>
        <translation>Next part &amp;without a passage</translation>
    </message>
    <message>
        <source>Vorig stuk zonder p&amp;assage</source>
        <translation>Previous part wi&amp;thout a passage</translation>
    </message>
    <message>
        <source>&amp;Tekst verbeteren</source>
        <translation>&amp;Correct text</translation>
    </message>
    <message>
        <source>Kies eerst een bron in de weergave Bronnen.</source>
        <translation>Choose a source in the view Sources first.</translation>
    </message>
</context>
<context>
    <name>SourcesView</name>
    <message>
        <source>Zoeken in bronnen</source>
        <translation>Search in sources</translation>
    </message>
    <message>
        <source>Zoeken in titels en teksten van bronnen</source>
        <translation>Search in titles and texts of sources</translation>
    </message>
    <message>
        <source>Bronnen</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Tekst invoegen…</source>
        <translation>Insert text…</translation>
    </message>
    <message>
        <source>Plakken</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Maak een bron van de tekst die u heeft gekopieerd</source>
        <translation>Make a source of the text you copied</translation>
    </message>
    <message>
        <source>Selecteer eerst een stuk tekst. Met het toetsenbord: Shift en een pijltje.</source>
        <translation>Select a piece of text first. With the keyboard: Shift and an arrow.</translation>
    </message>
    <message>
        <source>Van deze tekst staat alles op de kaart.</source>
        <translation>All of this text is on the map.</translation>
    </message>
    <message>
        <source>Van %1 staat de passage niet meer in de tekst. Het citaat is bewaard.</source>
        <translation>The passage of %1 is no longer in the text. The quote is kept.</translation>
    </message>
    <message>
        <source>Van %2 items, zoals %1, staat de passage niet meer in de tekst. De citaten zijn bewaard.</source>
        <translation>The passages of %2 items, such as %1, are no longer in the text. The quotes are kept.</translation>
    </message>
    <message>
        <source>Er is geen tekst gekopieerd. Kopieer eerst de tekst in het andere programma.</source>
        <translation>No text was copied. Copy the text in the other program first.</translation>
    </message>
    <message>
        <source>Deze tekst staat er al: &apos;%1&apos;.</source>
        <translation>This text is there already: &apos;%1&apos;.</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>Zet op een kaart wie wat wil en waarom, en zie wat u nog niet weet.</source>
        <translation>Map who wants what and why, and see what you do not know yet.</translation>
    </message>
    <message>
        <source>Lege kaart</source>
        <translation>Empty map</translation>
    </message>
    <message>
        <source>Begin met niets.</source>
        <translation>Begin with nothing.</translation>
    </message>
    <message>
        <source>Openen…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>Een document of casusbestand op deze pc.</source>
        <translation>A document or case file on this computer.</translation>
    </message>
    <message>
        <source>Rondleiding</source>
        <translation>Tour</translation>
    </message>
    <message>
        <source>In één minuut zien wat het programma doet.</source>
        <translation>See in a minute what the program does.</translation>
    </message>
    <message>
        <source>Uitleg</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>De handleiding, ook zonder internet.</source>
        <translation>The manual, without internet too.</translation>
    </message>
    <message>
        <source>Nieuw</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Voor het eerst hier?</source>
        <translation>Here for the first time?</translation>
    </message>
    <message>
        <source>Voorbeelden</source>
        <translation>Examples</translation>
    </message>
    <message>
        <source>Nog niets. Documenten die u opent of opslaat, vindt u hier terug.</source>
        <translation>Nothing yet. Documents that you open or save will be here.</translation>
    </message>
    <message>
        <source>Onlangs geopend</source>
        <translation>Opened lately</translation>
    </message>
    <message>
        <source>Uit deze lijst halen</source>
        <translation>Take out of this list</translation>
    </message>
    <message>
        <source>%1 uit deze lijst halen</source>
        <translation>Take %1 out of this list</translation>
    </message>
    <message>
        <source>Niet gevonden in %1</source>
        <translation>Not found in %1</translation>
    </message>
    <message>
        <source>Gegevens delen tussen organisaties</source>
        <translation>Sharing data between organisations</translation>
    </message>
    <message>
        <source>De vragen voor wie wil delen: wie, waarom, wat en waarop.</source>
        <translation>The questions before sharing: who, why, what, and on what basis.</translation>
    </message>
    <message>
        <source>Begrippen vergelijken</source>
        <translation>Comparing concepts</translation>
    </message>
    <message>
        <source>Eén woord, twee betekenissen: leg ze naast elkaar.</source>
        <translation>One word, two meanings: put them side by side.</translation>
    </message>
    <message>
        <source>Eén formulier voor twee uitkeringen: de een noemt het helpen, de ander kiezen voor de burger.</source>
        <translation>One form for two benefits: some call it helping, others choosing for the citizen.</translation>
    </message>
    <message>
        <source>Twee registers koppelen voor goede cijfers, met werk voor wie er zelf niets aan heeft.</source>
        <translation>Linking two registers for good figures, with work for those who gain nothing by it.</translation>
    </message>
    <message>
        <source>Alle voorbeelden in één document: wie in meer zaken meedoet, is overal dezelfde partij.</source>
        <translation>All examples in one document: whoever takes part in several cases is the same party everywhere.</translation>
    </message>
    <message>
        <source>Vier overheden, schulden die niemand in zijn geheel ziet, en één woord voor twee dingen.</source>
        <translation>Four public bodies, debts that nobody sees as a whole, and one word for two things (in Dutch).</translation>
    </message>
</context>
<context>
    <name>TabbedPage</name>
    <message>
        <source>Filter: woorden uit de rij</source>
        <translation>Filter: words in the row</translation>
    </message>
    <message>
        <source>Kopiëren</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Kopieer wat u ziet, voor Word of Excel</source>
        <translation>Copy what you see, for Word or Excel</translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>Nieuw…</source>
        <translation>New…</translation>
    </message>
    <message>
        <source>Typ hier een titel om een item toe te voegen</source>
        <translation>Type a title here to add an item</translation>
    </message>
</context>
<context>
    <name>TablesPage</name>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Welke soort items u ziet (Ctrl+PgUp en Ctrl+PgDn)</source>
        <translation>Which kind of items you see (Ctrl+PgUp and Ctrl+PgDn)</translation>
    </message>
    <message>
        <source>Filter: woorden uit de rij</source>
        <translation>Filter: words in the row</translation>
    </message>
    <message>
        <source>Filter de tabel</source>
        <translation>Filter the table</translation>
    </message>
    <message>
        <source>Alleen rijen waarin al deze woorden staan; hoofdletters en accenten maken niet uit</source>
        <translation>Only rows with all these words; capitals and accents do not matter</translation>
    </message>
    <message>
        <source>Welke items</source>
        <translation>Which items</translation>
    </message>
    <message>
        <source>Alleen wat op deze kaart staat, of alles in het document</source>
        <translation>Only what is on this map, or all in the document</translation>
    </message>
    <message>
        <source>Op deze kaart</source>
        <translation>On this map</translation>
    </message>
    <message>
        <source>In het hele document</source>
        <translation>In the whole document</translation>
    </message>
    <message>
        <source>Kolommen</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Rijen</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>Alle items</source>
        <translation>All items</translation>
    </message>
    <message>
        <source>Tabel: {kind}</source>
        <translation>Table: {kind}</translation>
    </message>
    <message>
        <source>Kolommen zoals ze waren</source>
        <translation>Columns as they were</translation>
    </message>
    <message>
        <source>Relaties</source>
        <translation>Relations</translation>
    </message>
    <message>
        <source>Oplopend sorteren</source>
        <translation>Sort up</translation>
    </message>
    <message>
        <source>Aflopend sorteren</source>
        <translation>Sort down</translation>
    </message>
    <message>
        <source>Alleen lege cellen tonen</source>
        <translation>Show only empty cells</translation>
    </message>
    <message>
        <source>Kolom verbergen</source>
        <translation>Hide the column</translation>
    </message>
    <message>
        <source>Nieuw item</source>
        <translation>New item</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Kopiëren</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Kopiëren met kolomnamen</source>
        <translation>Copy with column names</translation>
    </message>
    <message>
        <source>Plakken</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Opnieuw sorteren</source>
        <translation>Sort again</translation>
    </message>
    <message>
        <source>1 rij</source>
        <translation>1 row</translation>
    </message>
    <message>
        <source>{count} rijen</source>
        <translation>{count} rows</translation>
    </message>
    <message>
        <source>{words} door het filter; maak het leeg om alles te zien</source>
        <translation>{words} through the filter; empty it to see everything</translation>
    </message>
    <message>
        <source>Nog niets hier. Typ een titel in de rij &apos;Nieuw…&apos;, of plak rijen uit een rekenblad.</source>
        <translation>Nothing here yet. Type a title in the row &apos;New…&apos;, or paste rows from a spreadsheet.</translation>
    </message>
    <message>
        <source>{words} · {count} geselecteerd</source>
        <translation>{words} · {count} selected</translation>
    </message>
</context>
<context>
    <name>TablesPart</name>
    <message>
        <source>Tabellen</source>
        <translation>Tables</translation>
    </message>
</context>
<context>
    <name>TermList</name>
    <message>
        <source>Woorden</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>%1, verwarrend</source>
        <translation>%1, confusing</translation>
    </message>
</context>
<context>
    <name>TermSheet</name>
    <message>
        <source>Hoe verhouden ze zich?</source>
        <translation>How do they compare?</translation>
    </message>
    <message>
        <source>Spreek één omschrijving af…</source>
        <translation>Agree on one definition…</translation>
    </message>
    <message>
        <source>Er hangt nog niets aan dit woord. Verbind een positie of feit met een betekenis: het item gebruikt het begrip.</source>
        <translation>Nothing hangs on this word yet. Connect a position or a fact with a meaning: the item uses the concept.</translation>
    </message>
    <message>
        <source>Wat hangt eraan?</source>
        <translation>What hangs on it?</translation>
    </message>
    <message>
        <source>Afspreken</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>Bent u het samen eens over één omschrijving? Leg die hier vast, met wie het ermee eens is. Of geef bij een betekenis hierboven een eigen woord.</source>
        <translation>Do you agree on one definition together? Record it here, with who agrees. Or give a meaning above a word of its own.</translation>
    </message>
    <message>
        <source>Dit woord heeft zo veel betekenissen dat niet alles hier past. De rest staat bij de begrippen zelf.</source>
        <translation>This word has so many meanings that not all of them fit here. The rest is with the concepts themselves.</translation>
    </message>
    <message>
        <source>%1. Heet ook: %2</source>
        <translation>%1. Also called: %2</translation>
    </message>
    <message>
        <source>%1. Let op: partijen bedoelen er niet hetzelfde mee.</source>
        <translation>%1. Mind: parties do not mean the same by it.</translation>
    </message>
    <message>
        <source>Gemarkeerd en onderstreept: woorden die niet in elke omschrijving staan.</source>
        <translation>Marked and underlined: words that do not stand in every definition.</translation>
    </message>
    <message>
        <source>%1 en %2: hoe verhouden ze zich?</source>
        <translation>%1 and %2: how do they compare?</translation>
    </message>
    <message>
        <source>Er staat ook: %1. Wat u kiest, vervangt dat.</source>
        <translation>It also says: %1. What you choose replaces that.</translation>
    </message>
    <message>
        <source>Eerder genoemd: %1</source>
        <translation>Formerly called: %1</translation>
    </message>
    <message>
        <source>Nog niet omschreven</source>
        <translation>Not defined yet</translation>
    </message>
    <message>
        <source>Afgesproken</source>
        <translation>Agreed</translation>
    </message>
</context>
<context>
    <name>TermWatch</name>
    <message>
        <source>Betekenissen van &quot;%1&quot;…</source>
        <translation>Meanings of &quot;%1&quot;…</translation>
    </message>
</context>
<context>
    <name>TermsPart</name>
    <message>
        <source>Beteken&amp;issen van het woord</source>
        <translation>Me&amp;anings of the word</translation>
    </message>
    <message>
        <source>Begrippen onde&amp;rstrepen</source>
        <translation>Und&amp;erline terms</translation>
    </message>
    <message>
        <source>Zet de cursor eerst in een tekst, op een woord met een streep eronder.</source>
        <translation>First put the cursor in a text, on a word with a line below it.</translation>
    </message>
    <message>
        <source>Dit woord is hier geen begrip. Voeg een begrip toe als u wilt vastleggen wat het betekent.</source>
        <translation>This word is no concept here. Add a concept if you want to record what it means.</translation>
    </message>
</context>
<context>
    <name>TextCell</name>
    <message>
        <source>Eén per regel, met Shift+Enter</source>
        <translation>One per line, with Shift+Enter</translation>
    </message>
</context>
<context>
    <name>TitleEditor</name>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
</context>
<context>
    <name>Topics</name>
    <message>
        <source>De &amp;hele kaart</source>
        <translation>The whole &amp;map</translation>
    </message>
    <message>
        <source>&amp;Wie wil wat, en waarom</source>
        <translation>&amp;Who wants what, and why</translation>
    </message>
    <message>
        <source>&amp;Feiten en argumenten</source>
        <translation>&amp;Facts and arguments</translation>
    </message>
    <message>
        <source>W&amp;oorden</source>
        <translation>W&amp;ords</translation>
    </message>
    <message>
        <source>&amp;Doelen en gegevens</source>
        <translation>&amp;Purposes and data</translation>
    </message>
    <message>
        <source>&amp;Problemen en oplossingen</source>
        <translation>P&amp;roblems and solutions</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Dit is de kaart</source>
        <translation>This is the map</translation>
    </message>
    <message>
        <source>Elk vakje is een item: wie meepraat, wat zij willen en waarom. Dit is een eigen exemplaar van het voorbeeld, dus u kunt niets stukmaken.</source>
        <translation>Every box is an item: who takes part, what they want and why. This is your own copy of the example, so you cannot break anything.</translation>
    </message>
    <message>
        <source>Wat opvalt</source>
        <translation>What stands out</translation>
    </message>
    <message>
        <source>Hier staan signalen: wat het programma op de kaart opmerkt. Een signaal is geen oordeel, maar een vraag die u kunt stellen.</source>
        <translation>Here are the findings: what the program notices on the map. A finding is no verdict, but a question you can ask.</translation>
    </message>
    <message>
        <source>Waar het op steunt</source>
        <translation>What it rests on</translation>
    </message>
    <message>
        <source>Dit signaal zegt dat één woord twee dingen betekent. De kaart licht op waar dat staat; onder de lijst leest u wat u kunt doen.</source>
        <translation>This finding says that one word means two things. The map lights up where that is; below the list you read what you can do.</translation>
    </message>
    <message>
        <source>Alles over één item</source>
        <translation>All about one item</translation>
    </message>
    <message>
        <source>Klik op een item en u ziet rechts alles wat erover bekend is. Daar wijzigt u het ook; bewaren gaat vanzelf.</source>
        <translation>Click an item, and at the right is all that is known about it. You change it there too; keeping goes by itself.</translation>
    </message>
    <message>
        <source>Langs een relatie</source>
        <translation>Along a relation</translation>
    </message>
    <message>
        <source>Met de pijltjes loopt u langs de lijnen van het ene item naar het andere. Zo komt u van wat iemand wil bij het belang dat eronder zit.</source>
        <translation>The arrows take you along the lines from one item to another. So you come from what somebody wants to the interest beneath it.</translation>
    </message>
    <message>
        <source>Anders kijken</source>
        <translation>Another look</translation>
    </message>
    <message>
        <source>Dit is dezelfde kaart als ijsberg: boven water wat men zegt, eronder waarom. Uw eigen indeling blijft bewaard; u kiest in het menu Indeling.</source>
        <translation>This is the same map as an iceberg: above the water what people say, under it why. Your own layout is kept; you choose in the menu Layout.</translation>
    </message>
    <message>
        <source>Iets toevoegen</source>
        <translation>Adding something</translation>
    </message>
    <message>
        <source>Net is er een belang bij gekomen, met een lijn naar de actor. Zelf doet u dat met Insert: het programma laat alleen zien wat daar kan.</source>
        <translation>An interest has just been added, with a line to the actor. You do that with Insert: the program shows only what is possible there.</translation>
    </message>
    <message>
        <source>En weer terug</source>
        <translation>And back again</translation>
    </message>
    <message>
        <source>Met Ctrl+Z is het weer weg: alles is terug te draaien, ook morgen nog. Probeer nu zelf, of druk op F1 voor de uitleg.</source>
        <translation>Ctrl+Z took it away again: everything can be undone, tomorrow too. Now try for yourself, or press F1 for the guide.</translation>
    </message>
    <message>
        <source>Voorbeeld: minder brieven per gezin</source>
        <translation>Example: fewer letters for each family</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Vorige</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stoppen (Esc)</source>
        <translation>Stop (Esc)</translation>
    </message>
    <message>
        <source>%1 van %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Volgende</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>ValuesPage</name>
    <message>
        <source>Publieke belangen</source>
        <translation>Public interests</translation>
    </message>
    <message>
        <source>Wat doet dit plan met wat voor iedereen telt, en wie aan tafel komt daarvoor op? Leg de kaart naast de lijst van publieke waarden.</source>
        <translation>What does this plan do to what matters to everybody, and who at the table stands up for that? Hold the map against the list of public values.</translation>
    </message>
    <message>
        <source>Zet op de kaart</source>
        <translation>Put on the map</translation>
    </message>
    <message>
        <source>Zet de gekozen waarde als publiek belang op de kaart</source>
        <translation>Put the chosen value on the map as a public interest</translation>
    </message>
    <message>
        <source>Publieke waarden</source>
        <translation>Public values</translation>
    </message>
    <message>
        <source>Groepen mensen</source>
        <translation>Groups of people</translation>
    </message>
    <message>
        <source>Hier staan straks de publieke waarden waar dit plan aan raakt. Kies hierboven &apos;Alle waarden&apos; om te zien wat er nog bij kan horen.</source>
        <translation>The public values that this plan touches will be here. Choose &apos;All values&apos; above to see what else may belong to it.</translation>
    </message>
    <message>
        <source>Eigen belang…</source>
        <translation>Own interest…</translation>
    </message>
    <message>
        <source>Zet een publiek belang op de kaart dat niet in de lijst staat</source>
        <translation>Put a public interest on the map that is not in the list</translation>
    </message>
    <message>
        <source>Hier staan straks de groepen mensen die iets van dit plan merken, en wie voor hen opkomt. Voeg een actor toe en kies als soort &apos;Groep mensen&apos;.</source>
        <translation>The groups of people that notice something of this plan will be here, and who stands up for them. Add an actor and choose &apos;Group of people&apos; as its type.</translation>
    </message>
    <message>
        <source>Welke waarden</source>
        <translation>Which values</translation>
    </message>
    <message>
        <source>Op de kaart</source>
        <translation>On the map</translation>
    </message>
    <message>
        <source>Zonder stem</source>
        <translation>Without a voice</translation>
    </message>
    <message>
        <source>Niet op de kaart</source>
        <translation>Not on the map</translation>
    </message>
    <message>
        <source>Alle waarden</source>
        <translation>All values</translation>
    </message>
    <message>
        <source>Zeg waarom de gekozen waarde in deze zaak niet telt; dan vraagt het programma er niet meer naar</source>
        <translation>Say why the chosen value does not count in this case; the program will not ask about it any more</translation>
    </message>
    <message>
        <source>Laat de gekozen waarde weer meetellen</source>
        <translation>Let the chosen value count again</translation>
    </message>
    <message>
        <source>Terughalen</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Opzijzetten…</source>
        <translation>Set aside…</translation>
    </message>
    <message>
        <source>Eigen publieke belangen</source>
        <translation>Public interests of your own</translation>
    </message>
    <message>
        <source>Publieke waarde</source>
        <translation>Public value</translation>
    </message>
    <message>
        <source>Hoe het ervoor staat</source>
        <translation>How it stands</translation>
    </message>
    <message>
        <source>Gediend door</source>
        <translation>Served by</translation>
    </message>
    <message>
        <source>Geschaad door</source>
        <translation>Harmed by</translation>
    </message>
    <message>
        <source>Wie aan tafel komt ervoor op?</source>
        <translation>Who at the table stands up for it?</translation>
    </message>
    <message>
        <source>Wie nog meer?</source>
        <translation>Who else?</translation>
    </message>
    <message>
        <source>Botst vaak met (ook op de kaart)</source>
        <translation>Often at odds with (also on the map)</translation>
    </message>
    <message>
        <source>Niet meegewogen, omdat</source>
        <translation>Not weighed, because</translation>
    </message>
    <message>
        <source>%1 komt hiervoor op</source>
        <translation>%1 stands up for this</translation>
    </message>
    <message>
        <source>Enter of dubbelklik: kies wie aan tafel hiervoor opkomt.</source>
        <translation>Enter or double click: choose who at the table stands up for this.</translation>
    </message>
    <message>
        <source>Waarom telt &apos;%1&apos; in deze zaak niet?</source>
        <translation>Why does &apos;%1&apos; not count in this case?</translation>
    </message>
    <message>
        <source>Waarde opzijzetten</source>
        <translation>Set a value aside</translation>
    </message>
    <message>
        <source>Welk publiek belang mist u in de lijst?</source>
        <translation>Which public interest do you miss in the list?</translation>
    </message>
    <message>
        <source>Eigen publiek belang</source>
        <translation>A public interest of your own</translation>
    </message>
    <message>
        <source>Stem aan tafel?</source>
        <translation>A voice at the table?</translation>
    </message>
    <message>
        <source>Merkt iets van</source>
        <translation>Notices something of</translation>
    </message>
    <message>
        <source>Wie zou dat kunnen?</source>
        <translation>Who could do that?</translation>
    </message>
    <message>
        <source>Groep mensen</source>
        <translation>Group of people</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nee, niemand</source>
        <translation>No, nobody</translation>
    </message>
    <message>
        <source>Nog niet</source>
        <translation>Not yet</translation>
    </message>
</context>
<context>
    <name>_Progress</name>
    <message>
        <source>Bezig met indelen…</source>
        <translation>Arranging…</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>_Waiting</name>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>De tekst wordt gelezen…</source>
        <translation>The text is being read…</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Versie %1. Kennisbank en argumentenkaart voor wie een gesprek over gegevensverkeer voorbereidt.

Het programma maakt nooit verbinding met internet. Alles blijft op deze pc.

Vrije software onder de EUPL 1.2. Lettertype: Noto Sans (SIL OFL). Pictogrammen: Lucide (ISC). Vensters: Qt (LGPL).</source>
        <translation>Version %1. Knowledge base and argument map for those who prepare a conversation about data sharing.

The program never connects to the internet. Everything stays on this computer.

Free software under the EUPL 1.2. Font: Noto Sans (SIL OFL). Icons: Lucide (ISC). Windows: Qt (LGPL).</translation>
    </message>
    <message>
        <source>Werkkopieën en reservekopieën: %1</source>
        <translation>Working copies and backups: %1</translation>
    </message>
</context>
<context>
    <name>item-history</name>
    <message>
        <source>Geschiedenis van %1</source>
        <translation>History of %1</translation>
    </message>
</context>
<context>
    <name>item-links</name>
    <message>
        <source>Dit item is er niet meer.</source>
        <translation>This item is no longer there.</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source> of </source>
        <translation> or </translation>
    </message>
    <message>
        <source>pijltjes</source>
        <translation>arrows</translation>
    </message>
    <message>
        <source>naar het volgende item, langs een relatie als die er is</source>
        <translation>to the next item, along a relation if there is one</translation>
    </message>
    <message>
        <source>ook het volgende item selecteren</source>
        <translation>select the next item too</translation>
    </message>
    <message>
        <source>Alt+links, Alt+rechts</source>
        <translation>Alt+left, Alt+right</translation>
    </message>
    <message>
        <source>terug naar het vorige item, en weer vooruit</source>
        <translation>back to the previous item, and forward again</translation>
    </message>
    <message>
        <source>Alt+omhoog, Alt+omlaag</source>
        <translation>Alt+up, Alt+down</translation>
    </message>
    <message>
        <source>een andere relatie van het item waar u vandaan komt</source>
        <translation>another relation of the item you came from</translation>
    </message>
    <message>
        <source>wat geselecteerd is verplaatsen</source>
        <translation>move what is selected</translation>
    </message>
    <message>
        <source>de kaart verschuiven</source>
        <translation>push the map</translation>
    </message>
    <message>
        <source>eigenschappen van het item openen</source>
        <translation>open the properties of the item</translation>
    </message>
    <message>
        <source>+ en -</source>
        <translation>+ and -</translation>
    </message>
    <message>
        <source>groter en kleiner</source>
        <translation>larger and smaller</translation>
    </message>
    <message>
        <source>ware grootte</source>
        <translation>actual size</translation>
    </message>
    <message>
        <source>hele kaart, alleen de selectie</source>
        <translation>whole map, only the selection</translation>
    </message>
    <message>
        <source>verwijderen wat geselecteerd is</source>
        <translation>remove what is selected</translation>
    </message>
    <message>
        <source>naar het volgende deel van het venster</source>
        <translation>to the next part of the window</translation>
    </message>
    <message>
        <source>afbreken wat u sleept; selectie opheffen; terug naar de kaart</source>
        <translation>stop what you are dragging; clear the selection; back to the map</translation>
    </message>
    <message>
        <source>| toets | doet |</source>
        <translation>| key | does |</translation>
    </message>
    <message>
        <source>Op de kaart</source>
        <translation>On the map</translation>
    </message>
    <message>
        <source>Deze toets typt een teken. Neem Ctrl of Alt erbij, of een functietoets.</source>
        <translation>This key types a character. Add Ctrl or Alt, or take a function key.</translation>
    </message>
    <message>
        <source>Met deze toets gaat u door tekst, velden en de kaart. Neem een andere.</source>
        <translation>This key moves through text, fields and the map. Take another.</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>Nog geen tekst</source>
        <translation>No text yet</translation>
    </message>
    <message>
        <source>Nog geen passages</source>
        <translation>No passages yet</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 passage</translation>
    </message>
    <message>
        <source>%1 passages</source>
        <translation>%1 passages</translation>
    </message>
</context>
<context>
    <name>targets</name>
    <message>
        <source>%1 bestaat al</source>
        <translation>%1 exists already</translation>
    </message>
    <message>
        <source>Wilt u dit bestand vervangen?</source>
        <translation>Do you want to replace this file?</translation>
    </message>
    <message>
        <source>Niet vervangen</source>
        <translation>Do not replace</translation>
    </message>
    <message>
        <source>Vervangen</source>
        <translation>Replace</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Gisteren</source>
        <translation>Yesterday</translation>
    </message>
</context>
</TS>
