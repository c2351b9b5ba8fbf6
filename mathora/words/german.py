"""German."""

from __future__ import annotations

from mathora.words.catalogue import (
    AreaPlayWords,
    Catalogue,
    ComputationPlayWords,
    CurvePlayWords,
    DeckWords,
    Forms,
    JoiningWords,
    LessonWords,
    MapPlayWords,
    NumberSigns,
    PageWords,
    PictureWords,
    PlanePlayWords,
    PointPlayWords,
    ProductWords,
    ScriptWords,
    StandingWords,
    StatementWords,
    TrackWords,
    TranscriptWords,
)
from mathora.words.german_dials import DIALS
from mathora.words.german_sentences import SENTENCES
from mathora.words.german_speech import SPOKEN

GERMAN = Catalogue(
    language="de",
    film_code="deu",
    numbers=NumberSigns(decimal=",", thousands="\N{NO-BREAK SPACE}", spelled=False),
    joining=JoiningWords(equals="{name} = {value}", both=" und ", span="{low} bis {high}"),
    picture=PictureWords(
        angle="Winkel (°)",
        area="Fläche",
        about="etwa",
        integral="Integral",
        sum="Summe",
        variance="Varianz",
        at="bei",
        constant="konstant",
        degree="Grad",
        deviation="Streuung",
        draws=Forms("Zug", "Züge"),
        maximum="max.",
        mean="Mittel",
        means=Forms("Mittelwert", "Mittelwerte"),
        minimum="min.",
        of_these="davon",
        overshoots="zu weit",
        probability="Wahrscheinlichkeit",
        slope="Steigung",
        steps="Schritte",
        stretch="Streckung",
        weights=Forms("Gewicht", "Gewichte"),
    ),
    lesson=LessonWords(
        answer="Antwort: {letter}.",
        course="Kurs",
        fact="Tatsache",
        formula="Formel",
        in_this_lesson="In dieser Lektion",
        minutes="{minutes} Min.",
        myth="Irrtum",
        not_quite="Nicht ganz.",
        number="Lektion {number}",
        question="Frage",
        right="Richtig.",
        typeface="Schrift: {credit}",
        where="wobei",
        wrong="Falsch.",
    ),
    statement=StatementWords(
        corollary="Folgerung",
        definition="Definition",
        lemma="Hilfssatz",
        proof="Beweis",
        remark="Bemerkung",
        rule="Regel",
        theorem="Satz",
    ),
    standing=StandingWords(
        total=Forms(
            "Von der {count} Formel oder geprüften Zahl dieser Lektion gilt: {verdicts}.",
            "Von den {count} Formeln und geprüften Zahlen dieser Lektion gilt: {verdicts}.",
        ),
        verdicts={
            "proved": Forms(
                "{count} wurde bewiesen, bevor sie gezeichnet wurde",
                "{count} wurden bewiesen, bevor sie gezeichnet wurden",
            ),
            "definition": Forms("{count} ist eine Definition", "{count} sind Definitionen"),
            "given": Forms("{count} ist vom Autor vorgegeben", "{count} sind vom Autor vorgegeben"),
            "notation": Forms("{count} benennt nur etwas", "{count} benennen nur etwas"),
            "assignment": Forms(
                "{count} ist ein Schritt einer Rechnung (←)", "{count} sind Schritte einer Rechnung (←)"
            ),
            "schematic": Forms("{count} zeigt nur eine Form", "{count} zeigen nur eine Form"),
            "mistake": Forms(
                "{count} ist mit Absicht falsch, und wurde widerlegt",
                "{count} sind mit Absicht falsch, und wurden widerlegt",
            ),
            "undecided": Forms(
                "{count} konnte nicht entschieden werden und steht aus einem Grund da, den der Autor genannt hat",
                "{count} konnten nicht entschieden werden und stehen aus einem Grund da, den der Autor genannt hat",
            ),
        },
        rest=(
            "Andere Zahlen im Text sind Worte des Autors. Zahlen, die sich bewegen, werden aus denselben Funktionen in "
            "Gleitkommaarithmetik berechnet und in ihrer letzten Ziffer gerundet."
        ),
    ),
    page=PageWords(
        about="Über diese Lektion",
        again="Noch einmal versuchen",
        captions_of_film="des Films",
        captions_of_part="dieses Teils",
        check="Antwort prüfen",
        clip_of="Ausschnitt: {title}",
        explanation="Die Erklärung bei {time} ansehen",
        film="Der Film",
        film_of="Der Film: {title}",
        go_on="Dort weitermachen",
        other_forms="Diese Lektion in anderer Form",
        part="Teil {number}",
        part_with_answers="Dieser Teil des Films, mit den Antworten",
        reset="Fortschritt zurücksetzen",
        said="Was im Film gesagt wird",
        shelf="Fortschritt und Dateien",
        skip="Zur Lektion springen",
        start_again="Von vorn",
        stopped_at="Du hast bei {position} aufgehört.",
        title_after=": {title}",
        watched="(gesehen)",
        watch_from="Ansehen ab",
    ),
    script=ScriptWords(
        choose="Wähle zuerst eine Antwort.",
        checks=Forms("{right} von {count} Frage richtig", "{right} von {count} Fragen richtig"),
        loading="{no_parts} Damit man darin springen kann, wird erst der ganze Film geladen.",
        loading_so_far=(
            "{no_parts} Damit man darin springen kann, wird erst der ganze Film geladen: {percent} % sind da."
        ),
        no_jumps="{no_parts} Auch als Ganzes konnte er nicht geladen werden: er läuft nur von Anfang an.",
        no_parts="Dieser Server kann keinen Teil eines Films senden.",
        not_quite="✗ Nicht ganz",
        play_again="Noch einmal abspielen",
        remembers="Der Fortschritt bleibt in diesem Browser gespeichert.",
        remembers_not="Dieser Browser sperrt den Speicher: der Fortschritt hält, bis du gehst.",
        right="✓ Richtig",
        sections=Forms("{watched} von {count} Abschnitt gesehen", "{watched} von {count} Abschnitten gesehen"),
        undefined="nicht definiert",
        was_reset="Der Fortschritt wurde zurückgesetzt.",
        watch_part="Diesen Teil ansehen, {length}",
        watch_part_from="Diesen Teil ab {time} ansehen",
    ),
    curve_play=CurvePlayWords(
        best="max. {value} bei {symbol} = {at}",
        bigger="Ein größerer Schnitt",
        box="Die offene Schachtel, die daraus gefaltet wird",
        curve="Das Volumen als Kurve über dem Schnitt, mit seiner Tangente",
        cut="Schnitt",
        downhill="bergab",
        how=(
            "Schneide mit dem Schieber größere oder kleinere Quadrate aus den Ecken. Wie viel fasst die gefaltete "
            "Schachtel?"
        ),
        level="waagerecht",
        remarks={
            "maximum": "waagerecht: höher als alles in der Nähe, aber nicht am höchsten",
            "minimum": "waagerecht: ein Minimum, niedriger als alles in der Nähe",
            "neither": "waagerecht, aber weder Maximum noch Minimum",
            "rising": "hier bergauf, aber hinter der höchsten Stelle",
            "falling": "hier bergab, aber die höchste Stelle liegt weiter",
            "last": "bergauf bis zuletzt: einen größeren gibt es nicht",
            "first": "bergab von Anfang an: einen kleineren gibt es nicht",
            "flat": "waagerecht",
        },
        sentence=(
            "Quadrate von {symbol} = {at} aus einem Blatt {side}×{side} geschnitten: Volumen {volume}; Steigung {slope}"
        ),
        sheet="Das Blatt, aus dessen Ecken je ein Quadrat geschnitten ist",
        smaller="Ein kleinerer Schnitt",
        title="Zum Ausprobieren: die beste Schachtel",
        uphill="bergauf",
    ),
    point_play=PointPlayWords(
        bigger="Weiter nach rechts",
        curve="Die Kurve der Funktion mit ihrer Tangente",
        how="Gehe mit dem Schieber die Kurve entlang. Was macht die Tangente?",
        sentence="{name} ist {volume} bei {symbol} = {at}; Steigung {slope}",
        smaller="Weiter nach links",
        title="Zum Ausprobieren: ein Punkt auf der Kurve",
    ),
    area_play=AreaPlayWords(
        bars="Balken:",
        curve="Die Kurve, die Fläche darunter, und Balken, die der Fläche nahekommen",
        end="Die Fläche endet bei",
        how="Nimm mehr Balken, und ihre Summe kommt der Fläche näher. Verschiebe das Ende, und die Fläche ändert sich.",
        sentence="Von {low} bis {high} ist die Summe der Balken {sum}; die Fläche ist {area}",
        title="Zum Ausprobieren: Balken und Fläche",
    ),
    map_play=MapPlayWords(
        how=(
            "Ziehe den Punkt, oder gib ihm den Fokus und nimm die Pfeiltasten. Der volle Pfeil ist der Gradient: genau "
            "quer zur Niveaumenge, und bergauf. Der gestrichelte ist der Weg hinab."
        ),
        leaves=(
            "Dieser Schritt würde die Karte verlassen: er führt nach {place}, wo der Verlust {there} wäre; hier ist er "
            "{here}. Der Punkt bleibt."
        ),
        less="Ein Schritt, und der Verlust ist kleiner: {place}",
        not_less="Ein Schritt, und der Verlust ist nicht kleiner: {place}",
        pair="({first}; {second})",
        point="Der Punkt auf der Karte, {first} und {second}: mit den Pfeiltasten zu bewegen",
        point_kind="beweglicher Punkt",
        rate="mit Schrittweite",
        sentence="{first} = {x}; {second} = {y}; Verlust {loss}, Gradient {gradient}",
        step="Ein Schritt hinab",
        title="Zum Ausprobieren: der Gradient unter deinem Finger",
    ),
    dials_plays=DIALS,
    computation_play=ComputationPlayWords(
        each="{name} = {value}",
        how="Bewege die Eingaben: alle Werte folgen, und mit ihnen die Steigung des letzten nach jedem Namen.",
        how_fit=(
            "Bewege die Parameter, oder gehe Schritte gegen den Gradienten: die Kurve, der Verlust und seine "
            "Steigungen folgen."
        ),
        less="Ein Schritt gegen den Gradienten, und {output} ist kleiner: {sentence}",
        lowest="Kein Schritt macht {output} kleiner: {sentence}",
        name="Name",
        picture="Datenpunkte und die Kurve, die ihnen angepasst wird, mit ihren Residuen",
        sentence="{inputs}: {output} = {value}",
        slope="Steigung",
        step="Ein Schritt bergab",
        title="Zum Ausprobieren: bewege die Eingaben",
        value="Wert",
    ),
    plane_play=PlanePlayWords(
        angle="Winkel zwischen beiden",
        area="Fläche des Quadrats",
        how=(
            "Ziehe die Spitze des Pfeils, oder gib ihr den Fokus und nimm die Pfeiltasten. Die Matrix macht einen "
            "zweiten Pfeil daraus. Wo bleibt der Pfeil auf seiner Geraden? Der Regler bewegt die ganze Ebene."
        ),
        less="Zurück zum Anfang hin",
        more="Weiter zum Ende hin",
        moved="bewegt nach",
        pair="({first}; {second})",
        point="Der Pfeil {name}: die Spitze ist mit den Pfeiltasten zu bewegen",
        point_kind="beweglicher Pfeil",
        progress="Wie weit die Matrix die Ebene bewegt hat",
        sentence="{name} = {vector}, bewegt nach {moved}; Winkel {angle}, Streckung {stretch}, Fläche {area}",
        stretch="Streckung",
        title="Zum Ausprobieren: bewege den Pfeil und die Ebene",
        vector="Pfeil",
    ),
    transcript=TranscriptWords(
        about="Niederschrift: alles, was gesagt, gezeigt und gesehen wird.",
        right_option="(richtig)",
        seen="Zu sehen: {picture}",
        title="{title} · Niederschrift",
    ),
    deck=DeckWords(
        title="{title} · Folien",
        slides="Folien: {title}",
        sound="Ton",
        next_step="Nächster Schritt (↓: dieses Abschnitts)",
        next_of_section="Nächster Schritt dieses Abschnitts",
        previous_of_section="Voriger Schritt dieses Abschnitts",
        play_again="Diesen Ausschnitt noch einmal abspielen",
        switch_sound="Ton an oder aus",
    ),
    track=TrackWords(
        captions="Untertitel",
        chapters="Kapitel",
        descriptions="Was das Bild zeigt",
        voice="Stimme: {credit}",
        music="Musik: {credit}",
    ),
    product=ProductWords(pdf="Handzettel (PDF)", pptx="PowerPoint", slides="Folien", transcript="Niederschrift"),
    spoken=SPOKEN,
    sentences=SENTENCES,
)
