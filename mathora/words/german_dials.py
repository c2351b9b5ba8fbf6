"""What the page says in German about its interactives with sliders, by their kinds."""

from __future__ import annotations

from collections.abc import Mapping

from mathora.words.catalogue import DialsPlayWords

DIALS: Mapping[str, DialsPlayWords] = {
    "bars": DialsPlayWords(
        how="Bewege die Parameter und die Enden des Ereignisses. Die Balken, die dazugehören, leuchten.",
        names={"low": "von", "high": "bis"},
        picture="Balken von Wahrscheinlichkeiten, die des Ereignisses leuchten",
        sentence="Von {low} bis {high}: Wahrscheinlichkeit {probability}",
        title="Probiere es: die Verteilung bewegen",
    ),
    "density": DialsPlayWords(
        how="Bewege die Parameter und die Enden des Intervalls. Die Fläche darüber ist seine Wahrscheinlichkeit.",
        names={"low": "von", "high": "bis"},
        picture="Die Kurve einer Dichte, die Fläche über einem Intervall gefärbt",
        sentence="Von {low} bis {high}: Wahrscheinlichkeit {probability}",
        title="Probiere es: Wahrscheinlichkeit als Fläche",
    ),
    "population": DialsPlayWords(
        how="Bewege die Anteile und sieh, wer markiert ist. Die markierten Punkte stehen oben.",
        names={
            "event": "damit",
            "other": "ohne",
            "marked": "markiert",
            "unmarked": "nicht markiert",
            "prior": "Anteil: {event}",
            "hit": "{marked}, von denen {event}",
            "alarm": "{marked}, von denen {other}",
        },
        picture="Eine Menge von Punkten in Gruppen: oben die markierten, unten die übrigen",
        sentence="{marked}: {said}, davon {event}: {hits}. Der Anteil {event} unter denen {marked} ist {posterior}",
        title="Probiere es: eine Menge und ein Test",
    ),
    "table": DialsPlayWords(
        how="Bewege die Zahl. Die letzte Zeile der Tabelle gehört dir.",
        names={},
        picture="Eine Wertetabelle; die letzte Zeile ist die Zahl, die du wählst",
        sentence="{at}: {values}",
        title="Probiere es: eine eigene Zeile",
    ),
    "two-way": DialsPlayWords(
        how="Wähle einen Eintrag durch seine Zeile und seine Spalte. Wovon ist er ein Anteil?",
        names={"row": "Zeile", "column": "Spalte"},
        picture="Eine Tafel mit Anzahlen und Summen; ein Eintrag leuchtet, mit seiner Zeile und seiner Spalte",
        sentence="{row}, {column}: {entry}. Von seiner Zeile {across}, von seiner Spalte {down}, von allen {all}",
        title="Probiere es: Anteil wovon?",
    ),
    "tree": DialsPlayWords(
        how="Bewege die Wahrscheinlichkeiten und wähle ein Blatt. Auf seinem Weg werden sie multipliziert.",
        names={
            "chance": "Wahrscheinlichkeit: {outcome}",
            "given": "Wahrscheinlichkeit: {outcome}, nach {parent}",
            "leaf": "Blatt",
        },
        picture="Ein Baum von Wahrscheinlichkeiten; der Weg zu einem Blatt leuchtet",
        sentence="{way}: {product}. Alle Wege, die mit {last} enden: {sum}. Davon ist dieser {share}",
        title="Probiere es: die Wahrscheinlichkeiten bewegen",
    ),
    "product": DialsPlayWords(
        how="Wähle einen Eintrag des Produkts: eine Zeile der ersten Matrix mal eine Spalte der zweiten.",
        names={"row": "Zeile", "column": "Spalte"},
        picture="Zwei Matrizen und ihr Produkt; eine Zeile, eine Spalte und ihr Eintrag leuchten",
        sentence="Zeile {row} mal Spalte {column}: {work}",
        title="Probiere es: Eintrag für Eintrag",
    ),
    "elimination": DialsPlayWords(
        how="Addiere ein Vielfaches einer Zeile zu einer anderen. Welches macht eine Null?",
        names={"row": "Zeile, die sich ändert", "times": "wie oft", "of": "Zeile, die dazukommt"},
        picture="Eine Matrix; die Zeile, die sich ändert, leuchtet",
        sentence="Zeile {row} und {times} mal Zeile {of}: {result}",
        title="Probiere es: eine Null machen",
    ),
    "number-line": DialsPlayWords(
        how="Bewege beide Zahlen. Der Pfeil führt von der ersten zur zweiten.",
        names={"first": "erste Zahl", "second": "zweite Zahl"},
        picture="Eine Zahlengerade mit zwei Punkten und einem Pfeil vom ersten zum zweiten",
        sentence="{second} − {less} = {way}; der Abstand ist {distance}",
        title="Probiere es: zwei Zahlen auf der Geraden",
    ),
    "vectors": DialsPlayWords(
        how="Nimm jeden Vektor, so oft du willst. Welche Punkte der Ebene erreichst du?",
        names={"times": "mal"},
        picture="Vielfache zweier Vektoren aneinandergelegt, und der Pfeil, den sie zusammen ergeben",
        sentence="Zusammen: {sum}, von der Länge {length}",
        title="Probiere es: die Vektoren kombinieren",
    ),
    "iteration": DialsPlayWords(
        how="Bewege den Anfang und das, was jeder Schritt bekommt. Wohin führt es?",
        names={},
        picture="Ein Wert über den Schritten einer wiederholten Rechnung",
        sentence="{name} beginnt mit {first}; nach Schritt {steps} ist es {last}",
        title="Probiere es: Schritt für Schritt",
    ),
    "groups": DialsPlayWords(
        how="Bewege die Linie. Ein Punkt auf ihrer falschen Seite hat einen Ring.",
        names={},
        picture="Punkte zweier Gruppen und die Linie zwischen ihnen",
        sentence="Auf der falschen Seite der Linie: {wrong} von {count} Punkten",
        title="Probiere es: die Gruppen trennen",
    ),
    "clusters": DialsPlayWords(
        how="Bewege die Zentren. Jeder Punkt hat die Farbe des nächsten.",
        names={"centre": "Zentrum {number}:"},
        picture="Punkte in den Farben der Zentren, denen sie am nächsten sind",
        sentence="Summe der quadrierten Abstände zum nächsten Zentrum: {total}",
        title="Probiere es: die Zentren bewegen",
    ),
    "sequence": DialsPlayWords(
        how="Bewege den Index durch die Folge, und das, was ihre Glieder bekommen.",
        names={},
        picture="Die Glieder einer Folge als Punkte über ihren Indizes; einer ist größer",
        sentence="{name}({index}) = {term}; die Glieder bis dahin ergeben {sum}",
        title="Probiere es: Glied für Glied",
    ),
    "slice": DialsPlayWords(
        how="Bewege, was festgehalten wird, und den Punkt auf der Kurve, die bleibt. Wie steil ist es dort?",
        names={},
        picture="Die Kurve einer Funktion, bei der eine Variable festgehalten wird, mit ihrer Tangente in einem Punkt",
        sentence="{held} ist {fixed}: bei {moving} = {at} ist {name} gleich {height} und die Steigung {slope}",
        title="Probiere es: eine Variable festhalten",
    ),
    "slopes": DialsPlayWords(
        how="Bewege den Punkt. Die Kurve durch ihn folgt den Strichen nach beiden Seiten: Sie ist die Lösung dort.",
        names={},
        picture="Kurze Striche überall in der Ebene und die Kurve durch einen Punkt, die ihnen folgt",
        sentence="In {place} ist die Steigung {slope}",
        title="Probiere es: eine andere Lösung",
    ),
    "flow": DialsPlayWords(
        how="Bewege den Punkt, in dem es beginnt. Wohin trägt ihn das Feld?",
        names={},
        picture="Kleine Pfeile überall in der Ebene und die Kurve von einem Punkt aus, die ihnen folgt",
        sentence="In {place} ist das Feld {field}",
        title="Probiere es: treiben lassen",
    ),
    "constraint": DialsPlayWords(
        how="Bringe den Punkt auf die dicke Kurve, die Bedingung, und dahin, wo beide Pfeile auf einer Linie liegen.",
        names={},
        picture="Niveaulinien, die Kurve einer Nebenbedingung und ein Punkt mit einem Pfeil für jeden Gradienten",
        sentence=(
            "{function} = {value}; {constraint} = {held}, soll {level} sein. "
            "Zwischen den Gradienten liegen {angle} Grad"
        ),
        title="Probiere es: Wo ist es am besten?",
    ),
    "chain": DialsPlayWords(
        how="Wähle, wo sie beginnt, und gehe Schritt für Schritt. Kommt es am Ende noch auf den Anfang an?",
        names={"steps": "Schritte", "begin": "beginnt im Zustand", "stay": "Wahrscheinlichkeit zu bleiben: {state}"},
        picture="Wie wahrscheinlich jeder Zustand ist, über den Schritten, eine Linie für jeden",
        sentence="Von {begin} aus, nach {steps} Schritten: {shares}",
        title="Probiere es: Schritt für Schritt",
    ),
    "convolution": DialsPlayWords(
        how="Bewege den Kern über das Signal. Multipliziere, was aufeinander liegt, und addiere.",
        names={"row": "Zeile", "column": "Stelle in der Zeile"},
        picture="Ein Signal mit dem Kern über einem Teil, der Kern und das Ergebnis; ein Eintrag leuchtet",
        sentence="Bei {place}: {work}",
        title="Probiere es: den Kern verschieben",
    ),
    "spread": DialsPlayWords(
        how="Drehe die Gerade. Jeder Punkt wirft seinen Schatten auf sie: Wie herum streuen die Schatten am meisten?",
        names={"angle": "Winkel in Grad"},
        picture="Punkte, eine Gerade durch ihren Mittelwert und der Schatten jedes Punktes auf ihr",
        sentence="Bei {angle} Grad ist die Varianz der Schatten {variance}. Die größte ist {most}, bei {best} Grad",
        title="Probiere es: die Gerade drehen",
    ),
}
