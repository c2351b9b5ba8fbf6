"""What the scenes of chance, tables and the number line say of their pictures, in German."""

from __future__ import annotations

from collections.abc import Mapping

OF_CHANCE: Mapping[str, str] = {
    # Density, Distribution
    "A part of the distribution lights up, and its probability is read out.": (
        "Ein Teil der Verteilung leuchtet auf, und seine Wahrscheinlichkeit steht dabei."
    ),
    "A wedge under the axis marks where the distribution balances: its mean, which is read out.": (
        "Ein Keil unter der Achse zeigt, wo die Verteilung im Gleichgewicht ist: ihren Mittelwert; er steht dabei."
    ),
    "A line under the axis reaches one standard deviation to both sides of the mean, and is read out.": (
        "Eine Strecke unter der Achse reicht eine Standardabweichung zu beiden Seiten des Mittelwerts; sie steht dabei."
    ),
    "{count} draws from the distribution fall one after the other; a histogram of them fills its outline.": (
        "{count} Züge aus der Verteilung fallen nacheinander; ihr Histogramm füllt den Umriss der Verteilung."
    ),
    "{size} draws fall, and gather at their mean; {count} such means fill a histogram over the distribution. The "
    "more draws to a mean, the narrower it is; with normal, the bell curve to which it comes is drawn.": (
        "{size} Züge fallen und sammeln sich in ihrem Mittelwert; {count} solche Mittelwerte füllen ein Histogramm "
        "über der Verteilung. Je mehr Züge zu einem Mittelwert gehören, desto schmaler ist es; mit normal wird die "
        "Glockenkurve gezeichnet, der es sich nähert."
    ),
    "{of} moves to {to}, and the distribution follows.": "{of} geht nach {to}, und die Verteilung folgt.",
    "The distribution changes into that of {function}; with keep, an outline of what it was stays behind.": (
        "Aus der Verteilung wird die von {function}; mit keep bleibt der Umriss der früheren stehen."
    ),
    "Bars rise over the outcomes, each as high as its probability.": (
        "Über den Ergebnissen wachsen Balken, jeder so hoch wie seine Wahrscheinlichkeit."
    ),
    "The curve of the density is drawn over its axis; the area under it is 1.": (
        "Die Kurve der Dichte wird über ihrer Achse gezeichnet; die Fläche darunter ist 1."
    ),
    # Population
    "{count} dots stand together, each a person or a thing, all alike.": (
        "{count} Punkte stehen beisammen, jeder eine Person oder ein Ding, alle gleich."
    ),
    "The dots split into two blocks: a share {prior} of them in one colour, all others beside them.": (
        "Die Punkte teilen sich in zwei Blöcke: ein Anteil {prior} von ihnen in einer Farbe, alle anderen daneben."
    ),
    "A test marks dots in both blocks: {hit} of the first, and wrongly {alarm} of the second.": (
        "Ein Test markiert Punkte in beiden Blöcken: {hit} des ersten, und fälschlich {alarm} des zweiten."
    ),
    "All marked dots gather in one block, the right ones first; the others stay small below.": (
        "Alle markierten Punkte sammeln sich in einem Block, die richtigen zuerst; die übrigen bleiben klein darunter."
    ),
    "The shares change, and with them how many dots are in each block.": (
        "Die Anteile ändern sich, und mit ihnen, wie viele Punkte in jedem Block sind."
    ),
    # NumberLine
    "A line of numbers appears.": "Eine Zahlengerade erscheint.",
    "A point stands at {at}.": "Ein Punkt steht bei {at}.",
    "The point moves along the line to {to}.": "Der Punkt wandert auf der Geraden nach {to}.",
    "From the point an arc hops over the line by {by}, and the point stands where it lands.": (
        "Vom Punkt springt ein Bogen um {by} über die Gerade, und der Punkt steht dort, wo er landet."
    ),
    "An interval is marked: {over}, with {ends} ends.": "Ein Intervall ist markiert: {over}, Enden: {ends}.",
    "All numbers beyond a bound are marked, to the end of the line.": (
        "Alle Zahlen jenseits einer Schranke sind markiert, bis ans Ende der Geraden."
    ),
    "A band around {around} is shaded, {within} to each side; points in it are green, others red.": (
        "Ein Band um {around} ist gefärbt, {within} zu jeder Seite; Punkte darin sind grün, andere rot."
    ),
    "The first {count} terms of the sequence fall onto the line, one after the other.": (
        "Die ersten {count} Glieder der Folge fallen nacheinander auf die Gerade."
    ),
    # ProbabilityTree
    "The next level of the tree grows: from each node a branch for each outcome, with its chance on it.": (
        "Die nächste Stufe des Baums wächst: von jedem Knoten ein Ast für jedes Ergebnis, mit seiner Chance."
    ),
    "Along the way to a leaf the chances are multiplied; the product stands at the leaf.": (
        "Entlang des Wegs zu einem Blatt werden die Wahrscheinlichkeiten multipliziert; das Produkt steht am Blatt."
    ),
    "The leaves {leaves_of} are added: their sum stands below the tree.": (
        "Die Blätter {leaves_of} werden addiert: ihre Summe steht unter dem Baum."
    ),
    "Of the leaves {leaves_of}, the share of leaf {leaf} stands below the tree.": (
        "Von den Blättern {leaves_of} steht der Anteil des Blatts {leaf} unter dem Baum."
    ),
    # Table, TwoWayTable
    "The head of a table: the variable, and beside it each function.": (
        "Der Kopf einer Tabelle: die Variable, und daneben jede Funktion."
    ),
    "The next row of the table: a value of the variable, and the functions there.": (
        "Die nächste Zeile der Tabelle: ein Wert der Variablen, und die Funktionen dort."
    ),
    "The rest of the table fills, row by row.": "Der Rest der Tabelle füllt sich, Zeile für Zeile.",
    "A row of the table is marked, or a column, or only the entry where both are told.": (
        "Eine Zeile der Tabelle ist markiert, oder eine Spalte, oder nur der Eintrag, wo beide gesagt sind."
    ),
    "A table: its rows and columns are named, and each cell has its entry.": (
        "Eine Tabelle: ihre Zeilen und Spalten haben Namen, und jedes Feld hat seinen Eintrag."
    ),
    "The sums of the rows and of the columns stand at the right and below, and the sum of all in the corner.": (
        "Die Summen der Zeilen und der Spalten stehen rechts und unten, und die Summe von allem in der Ecke."
    ),
    "One row, or one column, is looked at alone; the rest of the table stands back.": (
        "Eine Zeile oder eine Spalte wird allein betrachtet; der Rest der Tabelle tritt zurück."
    ),
    "One entry is divided by the sum of its {of}: the quotient stands below.": (
        "Ein Eintrag wird durch eine Summe geteilt ({of}): der Quotient steht darunter."
    ),
    # MarkovChain
    "The states as boxes, {states}, and arrows from each to each, with the chance to go that way.": (
        "Die Zustände als Kästen, {states}, und Pfeile von jedem zu jedem, mit der Wahrscheinlichkeit, so zu gehen."
    ),
    "In each box a level as high as its state is likely at first, {at}, with its number.": (
        "In jedem Kasten ein Pegel, so hoch, wie sein Zustand zu Beginn wahrscheinlich ist, {at}, mit seiner Zahl."
    ),
    "{count} steps: along each arrow goes its share of what is in its box, and the levels change.": (
        "{count} Schritte: Auf jedem Pfeil geht sein Anteil von dem, was im Kasten ist, und die Pegel ändern sich."
    ),
    "Step after step, until the levels stay: what leaves each box and what comes to it are equal.": (
        "Schritt für Schritt, bis die Pegel bleiben: Was jeden Kasten verlässt und was zu ihm kommt, ist gleich viel."
    ),
    # Convolution
    "The signal {signal} and the kernel {kernel}: numbers in cells, the stronger in colour the larger.": (
        "Das Signal {signal} und der Kern {kernel}: Zahlen in Zellen, je größer, desto kräftiger in der Farbe."
    ),
    "The kernel is turned by half a turn: its last number is the first now.": (
        "Der Kern wird um eine halbe Drehung gedreht: Seine letzte Zahl ist jetzt die erste."
    ),
    "The kernel lies on the signal, in row {row}, at place {column}: the products there, and their sum.": (
        "Der Kern liegt auf dem Signal, in Zeile {row}, an der Stelle {column}: die Produkte dort und ihre Summe."
    ),
    "The kernel slides over all places that are left, and the result fills.": (
        "Der Kern gleitet über alle übrigen Stellen, und das Ergebnis füllt sich."
    ),
    # PrincipalDirections
    "The data as points over two axes with equal units.": (
        "Die Daten als Punkte über zwei Achsen mit gleichen Einheiten."
    ),
    "A cross marks the mean of all points.": "Ein Kreuz bezeichnet den Mittelwert aller Punkte.",
    "A line through the mean, at {angle} degrees; each point throws its shadow on it.": (
        "Eine Gerade durch den Mittelwert, unter {angle} Grad; jeder Punkt wirft seinen Schatten auf sie."
    ),
    "The line turns by half a turn, and beside it a curve shows how far the shadows spread at each angle; it comes "
    "to rest where that is most.": (
        "Die Gerade macht eine halbe Drehung, und daneben zeigt eine Kurve, wie weit die Schatten bei jedem Winkel "
        "streuen; sie kommt zur Ruhe, wo es am meisten ist."
    ),
    "Two arrows from the mean, at right angles: where the points spread most and least, each as long as the "
    "standard deviation that way.": (
        "Zwei Pfeile vom Mittelwert aus, rechtwinklig zueinander: wohin die Punkte am meisten und am wenigsten "
        "streuen, jeder so lang wie die Standardabweichung in seiner Richtung."
    ),
    "Each point moves to its shadow on the first principal direction: one number of two is left.": (
        "Jeder Punkt geht zu seinem Schatten auf der ersten Hauptrichtung: Von zwei Zahlen bleibt eine."
    ),
}
