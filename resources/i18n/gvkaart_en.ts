<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="nl">
<context>
    <name>AddDialog</name>
    <message>
        <source>Item toevoegen</source>
        <translation>Add item</translation>
    </message>
    <message>
        <source>In één regel: wat is het?</source>
        <translation>In one line: what is it?</translation>
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
        <source>Hangt aan</source>
        <translation>Attached to</translation>
    </message>
    <message>
        <source>&amp;Relatie</source>
        <translation>&amp;Relation</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>(geen relatie)</source>
        <translation>(no relation)</translation>
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
    <name>Checker</name>
    <message>
        <source>De signalen konden niet worden bijgewerkt. De kaart zelf is in orde.</source>
        <translation>The findings could not be updated. The map itself is all right.</translation>
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
    <name>ExportDialog</name>
    <message>
        <source>Diagram maken</source>
        <translation>Make diagram</translation>
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
        <source>PDF: om te printen</source>
        <translation>PDF: for printing</translation>
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
        <source>Annuleren</source>
        <translation>Cancel</translation>
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
        <source>Casusbestand &amp;invoegen…</source>
        <translation>&amp;Insert case file…</translation>
    </message>
    <message>
        <source>Casusbestand &amp;maken…</source>
        <translation>&amp;Make case file…</translation>
    </message>
    <message>
        <source>&amp;Diagram maken…</source>
        <translation>Make &amp;diagram…</translation>
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
    <name>HelpingPart</name>
    <message>
        <source>&amp;Uitleg</source>
        <translation>&amp;Guide</translation>
    </message>
    <message>
        <source>&amp;Over gvkaart</source>
        <translation>&amp;About gvkaart</translation>
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
        <source>&amp;Indelen</source>
        <translation>&amp;Arrange</translation>
    </message>
    <message>
        <source>Alles opnieuw in&amp;delen</source>
        <translation>Arrange &amp;everything anew</translation>
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
    <name>MapPage</name>
    <message>
        <source>Niets geselecteerd</source>
        <translation>Nothing selected</translation>
    </message>
    <message>
        <source>Kies een item om het te lezen en te wijzigen. Of voeg er een toe met de toets Insert.</source>
        <translation>Choose an item to read and change it. Or add one with the Insert key.</translation>
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
    <name>MarkdownEditor</name>
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
        <source>&amp;Weergave</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Panelen</source>
        <translation>&amp;Panels</translation>
    </message>
    <message>
        <source>&amp;Taal</source>
        <translation>Lang&amp;uage</translation>
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
    <name>OutlineModel</name>
    <message>
        <source>(zonder titel)</source>
        <translation>(untitled)</translation>
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
        <source>Eerder werk is beschadigd</source>
        <translation>Earlier work is damaged</translation>
    </message>
    <message>
        <source>Van een eerdere keer staat er nog werk op deze pc dat niet meer te lezen is. Wat in uw bestand stond, is er nog. Bewaar de map hieronder als u er hulp bij wilt vragen.</source>
        <translation>Work from an earlier time is still on this computer, but it cannot be read any more. What was in your file is still there. Keep the folder below if you want to ask for help.</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Keep</translation>
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
    <name>RelationAdder</name>
    <message>
        <source>Relatie toevoegen…</source>
        <translation>Add relation…</translation>
    </message>
    <message>
        <source>Met welk item</source>
        <translation>With which item</translation>
    </message>
    <message>
        <source>Soort van het nieuwe item</source>
        <translation>Kind of the new item</translation>
    </message>
    <message>
        <source>Verbinden</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Welke relatie</source>
        <translation>Which relation</translation>
    </message>
    <message>
        <source>Dit item…</source>
        <translation>This item…</translation>
    </message>
    <message>
        <source>…met welk item</source>
        <translation>…with which item</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Dit item is er nog niet. Kies de soort; het komt op de kaart.</source>
        <translation>This item does not exist yet. Choose its kind; it will be put on the map.</translation>
    </message>
    <message>
        <source>Toevoegen en verbinden</source>
        <translation>Add and connect</translation>
    </message>
    <message>
        <source>Dit item is er nog niet. Het komt op de kaart als: {kind}.</source>
        <translation>This item does not exist yet. It will be put on the map as: {kind}.</translation>
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
        <source>van horen zeggen, via {actor}</source>
        <translation>second-hand, through {actor}</translation>
    </message>
    <message>
        <source>bevestigd</source>
        <translation>confirmed</translation>
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
        <source>Niets gevonden. Probeer een ander woord of een deel ervan.</source>
        <translation>Nothing found. Try another word or a part of it.</translation>
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
    <name>Views</name>
    <message>
        <source>Weergaven</source>
        <translation>Views</translation>
    </message>
</context>
<context>
    <name>_EmptyState</name>
    <message>
        <source>Deze kaart is nog leeg.

Druk op Insert of dubbelklik om het eerste item toe te voegen,
bijvoorbeeld een partij die mee moet praten.

Eerst kijken hoe het werkt? Kies Bestand, Voorbeelden.</source>
        <translation>This map is still empty.

Press Insert or double-click to add the first item,
for instance a party that should join the conversation.

Want to see how it works first? Choose File, Examples.</translation>
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
    <name>help</name>
    <message>
        <source>Uitleg bij gvkaart</source>
        <translation>Guide to gvkaart</translation>
    </message>
    <message>
        <source>Versie %1. Kennisbank en argumentenkaart voor wie een gesprek over gegevensverkeer voorbereidt.

Het programma maakt nooit verbinding met internet. Alles blijft op deze pc.

Vrije software onder de EUPL 1.2.</source>
        <translation>Version %1. Knowledge base and argument map for those who prepare a conversation about data traffic.

The program never connects to the internet. Everything stays on this computer.

Free software under the EUPL 1.2.</translation>
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
</TS>
