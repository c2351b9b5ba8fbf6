"""What scenes say of their pictures, in German: by the English sentence that stands in the scene's file."""

from __future__ import annotations

from collections.abc import Mapping

from mathora.words.german_chance import OF_CHANCE
from mathora.words.german_curves import OF_CURVES

SENTENCES: Mapping[str, str] = {
    # every scene
    "The picture stays as it is.": "Das Bild bleibt, wie es ist.",
    # Image
    "A picture: {shows}.": "Ein Bild: {shows}.",
    "A frame stands around a part of the picture: {says}.": "Ein Rahmen steht um einen Teil des Bildes: {says}.",
    # Code
    "The lines of a program appear, one under the other: {program}": (
        "Die Zeilen eines Programms erscheinen, eine unter der anderen: {program}"
    ),
    "Of the program these lines stand out, the others stand back: {lines}.": (
        "Von dem Programm treten diese Zeilen hervor, die anderen zurück: {lines}."
    ),
    "All lines stand out alike.": "Alle Zeilen treten gleich hervor.",
    # Statement
    "A card with what is stated, in words, and in a formula if there is one.": (
        "Eine Karte mit dem, was gesagt wird, in Worten, und als Formel, wenn es eine gibt."
    ),
    "Under the card a case, ticked if it falls under the statement, else crossed out: {text}": (
        "Unter der Karte ein Fall, abgehakt, wenn er darunter fällt, sonst durchgestrichen: {text}"
    ),
    "The card stands at the top; under it the next line of the proof, with its reason at the left.": (
        "Die Karte steht oben; unter ihr die nächste Zeile des Beweises, links ihr Grund."
    ),
    "A filled square ends the proof, and the card's frame lights up.": (
        "Ein gefülltes Quadrat beendet den Beweis, und der Rahmen der Karte leuchtet auf."
    ),
    # BackwardPass
    "A network of neurons, layer by layer, all joined by edges; at its end the loss.": (
        "Ein Netz aus Neuronen, Schicht für Schicht, alle durch Kanten verbunden; an seinem Ende der Verlust."
    ),
    "One edge swells and thins while its weight wiggles, and the bar of the loss answers; no other edge moves.": (
        "Eine Kante schwillt und schwindet, während ihr Gewicht wackelt, und der Balken des Verlusts antwortet; keine "
        "andere Kante bewegt sich."
    ),
    "A pulse of light runs forward through the layers, up to the loss.": (
        "Ein Lichtpuls läuft vorwärts durch die Schichten, bis zum Verlust."
    ),
    "From the loss backwards, the edges light up layer by layer, and some show their partial derivative.": (
        "Vom Verlust her leuchten die Kanten rückwärts auf, Schicht für Schicht, und einige zeigen ihre partielle "
        "Ableitung."
    ),
    "A small arrow leaves every lit edge, and all of them gather in one row: the gradient.": (
        "Von jeder leuchtenden Kante geht ein kleiner Pfeil aus, und alle sammeln sich in einer Zeile: dem Gradienten."
    ),
    "The row turns into its negative; every edge changes a little, and the bar of the loss sinks a little.": (
        "Die Zeile wird zu ihrem Negativen; jede Kante ändert sich ein wenig, und der Balken des Verlusts sinkt ein "
        "wenig."
    ),
    "The network shrinks into a vast grid of dots, while a counter of weights runs up to {count}.": (
        "Das Netz schrumpft zu einem riesigen Gitter aus Punkten, während ein Zähler der Gewichte bis {count} läuft."
    ),
    # BestBox
    "A square sheet of side {sheet}.": "Ein quadratisches Blatt der Seite {sheet}.",
    "Small squares are marked in the four corners, and fall away.": (
        "In den vier Ecken werden kleine Quadrate markiert, und sie fallen weg."
    ),
    "The four flaps fold up, and the flat sheet becomes an open box.": (
        "Die vier Laschen klappen hoch, und aus dem flachen Blatt wird eine offene Schachtel."
    ),
    "The same sheet with two cuts, {small} and {large}: below each the box that it makes, and what that holds.": (
        "Dasselbe Blatt mit zwei Schnitten, {small} und {large}: unter jedem die Schachtel daraus, und was sie fasst."
    ),
    "The curve of the volume over the cut is drawn, while the box goes through all cuts.": (
        "Die Kurve des Volumens über dem Schnitt wird gezeichnet, während die Schachtel alle Schnitte durchläuft."
    ),
    "The tangent of the curve where the box stands now, and its slope.": (
        "Die Tangente der Kurve dort, wo die Schachtel gerade steht, und ihre Steigung."
    ),
    "The cut goes to {to}; box, point and tangent follow.": (
        "Der Schnitt geht auf {to}; Schachtel, Punkt und Tangente folgen."
    ),
    "The cut goes to the best place of the curve, where the tangent comes to rest level.": (
        "Der Schnitt geht zur besten Stelle der Kurve, wo die Tangente waagerecht zur Ruhe kommt."
    ),
    # ComputeGraph
    "The inputs as boxes with their numbers, and arrows from them to each step, up to {function}.": (
        "Die Eingaben als Kästen mit ihren Zahlen, und Pfeile von ihnen zu jedem Schritt, bis hin zu {function}."
    ),
    "Numbers run forward along the arrows: each box gets its value, the last one that of {function}.": (
        "Zahlen laufen vorwärts die Pfeile entlang: jeder Kasten erhält seinen Wert, der letzte den von {function}."
    ),
    "Slopes run backward from {function}: each arrow gets its own, each box the product along its way.": (
        "Steigungen laufen von {function} her zurück: jeder Pfeil erhält seine eigene, jeder Kasten das Produkt auf "
        "seinem Weg."
    ),
    "All paths from {to} to {function} light up, one after the other; the rest stands back.": (
        "Alle Wege von {to} zu {function} leuchten auf, einer nach dem anderen; das Übrige tritt zurück."
    ),
    "The inputs change by {by}: the change runs on all its ways at once, and where ways meet it adds up.": (
        "Die Eingaben ändern sich um {by}: die Änderung läuft auf allen Wegen zugleich, und wo Wege sich treffen, "
        "addiert sie sich."
    ),
    "The inputs move to {to}; all numbers of the graph follow.": (
        "Die Eingaben wandern nach {to}; alle Zahlen des Graphen folgen."
    ),
    # ContourMap
    "A surface hovers over its floor, which is its map.": "Eine Fläche schwebt über ihrem Boden, der ihre Karte ist.",
    "A level plane stops at {height}; where it cuts, a ring lights up, then drops.": (
        "Eine waagerechte Ebene hält in der Höhe {height}; wo sie die Fläche trifft, leuchtet ein Ring auf, dann "
        "fällt er."
    ),
    "All the other level sets appear as rings, one after another, and drop onto the map; each carries its value.": (
        "Alle anderen Niveaumengen erscheinen als Ringe, einer nach dem anderen, und fallen auf die Karte; jede trägt "
        "ihren Wert."
    ),
    "The camera tips over until it looks straight down, and only the map is left.": (
        "Die Kamera kippt, bis sie senkrecht hinabblickt, und nur die Karte bleibt."
    ),
    "A point walks once round the level set through {at}; the value read out does not change by a digit.": (
        "Ein Punkt läuft einmal um die Niveaumenge durch {at}; der abgelesene Wert ändert sich um keine Ziffer."
    ),
    "A closer look at {at}: level sets become parallel lines; the shortest way to the next is straight across.": (
        "Aus der Nähe bei {at}: Niveaumengen werden zu parallelen Geraden; der kürzeste Weg zur nächsten führt quer."
    ),
    "At {at} the gradient stands perpendicular on its level set, uphill; where it is zero, it is a dot.": (
        "Bei {at} steht der Gradient senkrecht auf seiner Niveaumenge, bergauf; wo er null ist, ist er ein Punkt."
    ),
    "Arrows stand on all level sets: perpendicular everywhere, and as long as the slope is steep.": (
        "Auf allen Niveaumengen stehen Pfeile: überall senkrecht, und so lang, wie der Hang steil ist."
    ),
    "Surface and map side by side: a ball released at {at} rolls down against the gradient on both.": (
        "Fläche und Karte nebeneinander: eine Kugel, losgelassen bei {at}, rollt auf beiden gegen den Gradienten hinab."
    ),
    # Iteration
    "Axes for {function} over the steps.": "Achsen für {function} über den Schritten.",
    "The next run: {function} after each step, a mark for each, joined by a line; the axes hold all runs.": (
        "Der nächste Lauf: {function} nach jedem Schritt, für jeden eine Marke, durch eine Linie verbunden; die Achsen "
        "fassen alle Läufe."
    ),
    # Regression
    "The data as points over two axes.": "Die Daten als Punkte über zwei Achsen.",
    "The curve of {function} at {at} among the points; its parameters are read out.": (
        "Die Kurve von {function} bei {at} zwischen den Punkten; ihre Parameter werden angezeigt."
    ),
    "From each point a vertical line to the curve: its residual.": (
        "Von jedem Punkt eine senkrechte Strecke zur Kurve: sein Residuum."
    ),
    "On each residual stands a square, as wide as it is long; the loss is read out.": (
        "An jedem Residuum steht ein Quadrat, so breit, wie jenes lang ist; der Verlust wird angezeigt."
    ),
    "Beside the points the loss over the parameters, and a point on it where they stand now.": (
        "Neben den Punkten der Verlust über den Parametern, und darauf ein Punkt, wo sie jetzt stehen."
    ),
    "The parameters move to {to}; curve, residuals and loss follow.": (
        "Die Parameter wandern nach {to}; Kurve, Residuen und Verlust folgen."
    ),
    "The parameters move to where the loss is lowest: there its gradient is zero.": (
        "Die Parameter wandern dorthin, wo der Verlust am kleinsten ist: dort ist sein Gradient null."
    ),
    "{count} steps of gradient descent with step size {rate}: the curve turns, the point on the loss sinks.": (
        "{count} Schritte Gradientenabstieg mit Schrittweite {rate}: die Kurve dreht sich, der Punkt auf dem Verlust "
        "sinkt."
    ),
    # DataPlot
    "The data as points over two axes, each in the colour of its group.": (
        "Die Daten als Punkte über zwei Achsen, jeder in der Farbe seiner Gruppe."
    ),
    "The line on which {boundary} is {level}; points on the wrong side of it are ringed.": (
        "Die Linie, auf der {boundary} den Wert {level} hat; Punkte auf der falschen Seite haben einen Ring."
    ),
    "The parameters move to {to}; the line turns, and the rings come and go.": (
        "Die Parameter wandern nach {to}; die Linie dreht sich, und die Ringe kommen und gehen."
    ),
    "Each point takes the colour of the centre that is nearest to it.": (
        "Jeder Punkt nimmt die Farbe des Zentrums an, das ihm am nächsten ist."
    ),
    "Each centre moves to the mean of its points.": "Jedes Zentrum wandert zum Mittel seiner Punkte.",
    # FreezeVariable
    "A surface rises over a floor whose two directions are the variables; the camera turns a little around it.": (
        "Eine Fläche wächst über einem Boden, dessen zwei Richtungen die Variablen sind; die Kamera dreht sich ein "
        "wenig um sie."
    ),
    "A ball lands on the surface at {at}; thin lines lead to the floor and both axes, its height is read out.": (
        "Eine Kugel landet bei {at} auf der Fläche; dünne Linien führen zum Boden und zu beiden Achsen, ihre Höhe wird "
        "abgelesen."
    ),
    "A plane glides through the surface to where {frozen} is held; the curve along which it cuts glows.": (
        "Eine Ebene gleitet durch die Fläche bis dorthin, wo {frozen} festgehalten ist; die Kurve, in der sie die "
        "Fläche schneidet, leuchtet."
    ),
    "The slice leaves the surface and becomes an ordinary curve on two axes.": (
        "Der Schnitt verlässt die Fläche und wird zu einer gewöhnlichen Kurve auf zwei Achsen."
    ),
    "A secant becomes the tangent at {at}; its slope is read out, and the ball marks the point on the surface.": (
        "Aus einer Sekante wird die Tangente bei {at}; ihre Steigung wird abgelesen, und die Kugel markiert den Punkt "
        "auf der Fläche."
    ),
    "The point runs along the curve to {to}; tangent, slope and the ball on the surface follow.": (
        "Der Punkt läuft auf der Kurve bis {to}; Tangente, Steigung und die Kugel auf der Fläche folgen."
    ),
    "The curve returns into the surface, the camera turns, and a plane freezes the other variable: {frozen}.": (
        "Die Kurve kehrt in die Fläche zurück, die Kamera dreht sich, und eine Ebene hält die andere Variable fest: "
        "{frozen}."
    ),
    # LinearMap
    "A grid with both axes; its lines go through the whole numbers.": (
        "Ein Gitter mit beiden Achsen; seine Linien gehen durch die ganzen Zahlen."
    ),
    "The vector {of} is an arrow from the origin.": "Der Vektor {of} ist ein Pfeil vom Ursprung aus.",
    "The two basis vectors are arrows, one unit along each axis.": (
        "Die beiden Basisvektoren sind Pfeile, je eine Einheit lang, entlang der Achsen."
    ),
    "A matrix moves every point of the plane, {by}; lines stay straight, and the grid evenly spaced.": (
        "Eine Matrix bewegt jeden Punkt der Ebene, {by}; Linien bleiben gerade, und das Gitter bleibt gleichmäßig."
    ),
    "Everything goes back to where it was before.": "Alles geht dahin zurück, wo es vorher war.",
    "The unit square is filled, and its area is read out; a flipped plane shows its other side, with a minus.": (
        "Das Einheitsquadrat ist gefüllt, seine Fläche wird abgelesen; eine gewendete zeigt ihre Rückseite, mit Minus."
    ),
    "A box holds the moved square; pieces fill the rest.": "Ein Kasten fasst das Quadrat; Stücke füllen den Rest.",
    "The unit circle is filled; where the plane moves it becomes an ellipse.": (
        "Der Einheitskreis ist gefüllt; wo die Ebene sich bewegt, wird er eine Ellipse."
    ),
    "An arrow turns once around, and with it its image under {matrix}; it ends where both lie on one line.": (
        "Ein Pfeil dreht sich einmal herum, und mit ihm sein Bild unter {matrix}; er endet, wo beide auf einer Geraden "
        "liegen."
    ),
    "The lines that {matrix} keeps are drawn, an arrow on each; where the plane moves, its stretch is read.": (
        "Die Geraden, die {matrix} festhält, sind gezeichnet, und auf jeder ein Pfeil; bewegt sich die "
        "Ebene, wird seine Streckung abgelesen."
    ),
    "The curve of all points where the quadratic form of {matrix} is {level}; it stays where it is.": (
        "Die Kurve aller Punkte, an denen die quadratische Form von {matrix} {level} ist; sie bleibt, wo sie ist."
    ),
    # Vectors
    "The arrow {of} is stretched by {by}, on its line.": "Der Pfeil {of} wird auf seiner Geraden gestreckt, um {by}.",
    "The arrows {of}, each {times} times, are laid end to end; an arrow goes from the start to the end.": (
        "Die Pfeile {of}, je {times} mal, sind aneinandergelegt; ein Pfeil geht vom Anfang zum Ende."
    ),
    "All that can be combined of {first} and {second}: a grid over the plane, or only a line.": (
        "Alles, was sich aus {first} und {second} kombinieren lässt: ein Gitter über der Ebene, oder nur eine Gerade."
    ),
    "The grid of {first} and {second}; along it, {of} is reached by multiples of both.": (
        "Das Gitter von {first} und {second}; auf ihm wird {of} durch Vielfache der beiden erreicht."
    ),
    "The shadow of {of} on the line of {onto}; what is left over meets the line at a right angle.": (
        "Der Schatten von {of} auf der Geraden von {onto}; was übrig bleibt, steht senkrecht auf ihr."
    ),
    "An arc between {first} and {second}; the angle is read out.": (
        "Ein Bogen zwischen {first} und {second}; der Winkel wird abgelesen."
    ),
    # MatrixProduct, Elimination
    "The matrices are written out, {left} and {right}, row by row.": (
        "Die Matrizen sind ausgeschrieben, {left} und {right}, Zeile für Zeile."
    ),
    "Under each matrix stands how many rows and columns it has; they fit if the inner numbers agree.": (
        "Unter jeder Matrix steht, wie viele Zeilen und Spalten sie hat; passend, wenn die inneren Zahlen gleich sind."
    ),
    "Row {row} of the first matrix times column {column} of the second: products of pairs, added up.": (
        "Zeile {row} der ersten Matrix mal Spalte {column} der zweiten: paarweise Produkte, addiert."
    ),
    "All the other entries of the product are filled in, each a row times a column.": (
        "Alle anderen Einträge des Produkts sind eingesetzt, jeder eine Zeile mal eine Spalte."
    ),
    "The matrix {matrix} is written out, row by row, {right} behind a bar.": (
        "Die Matrix {matrix} ist ausgeschrieben, Zeile für Zeile, {right} hinter einem Strich."
    ),
    "{times} times row {of} is added to row {row}; the numbers of that row change.": (
        "Das {times}-fache der Zeile {of} wird zur Zeile {row} addiert; die Zahlen dieser Zeile ändern sich."
    ),
    "Row {row} is multiplied by {by}.": "Zeile {row} wird mit {by} multipliziert.",
    "Rows {row} and {other} change their places.": "Die Zeilen {row} und {other} tauschen ihre Plätze.",
    # MythAndFact
    "A card headed Myth, with the mistaken sentence and the formula it would need; under it the place of the fact, and "
    "beside the first a map of {function}, if there is one; a later one clears the picture.": (
        "Eine Karte mit der Überschrift Irrtum, mit dem falschen Satz und der Formel, die er bräuchte; darunter der "
        "Platz der Tatsache, und neben dem ersten eine Karte des Geländes von {function}, wenn es eines gibt; ein "
        "späterer räumt das Bild ab."
    ),
    "The myth is struck through, and under it stands a card headed Fact, with what is true.": (
        "Der Irrtum wird durchgestrichen, und darunter steht eine Karte mit der Überschrift Tatsache, mit dem, was "
        "stimmt."
    ),
    "On the map the gradient points uphill, its negative downhill, and not straight at the minimum.": (
        "Auf der Karte des Geländes zeigt der Gradient bergauf, sein Negatives bergab, nicht geradewegs zum Minimum."
    ),
    "In place of the map the curve of {function} along its first variable; a tangent runs to {at}.": (
        "An der Stelle des Geländes die Kurve von {function} entlang der ersten Variablen; eine Tangente läuft zu {at}."
    ),
    # QuickCheck
    "A question and its options, lettered from A.": "Eine Frage und ihre Antworten, ab A mit Buchstaben.",
    "A ring empties while there is time to think: {seconds} seconds.": (
        "Ein Ring leert sich, solange Zeit zum Nachdenken ist: {seconds} Sekunden."
    ),
    "The right option is ticked, the others are crossed out, and the reason stands below.": (
        "Die richtige Antwort wird abgehakt, die anderen werden ausgekreuzt, und darunter steht die Begründung."
    ),
    # Recap
    "The next point to remember; beside it a small picture of {function} at {at}.": (
        "Der nächste Merkpunkt; daneben ein kleines Bild von {function} bei {at}."
    ),
    "The points leave, and the lesson's title comes up large; behind it faint lines of {function}.": (
        "Die Punkte gehen, und der Titel der Lektion erscheint groß; dahinter blasse Linien von {function}."
    ),
    # StackGradient
    "A map with equal units and level sets, or a grid; a dot stands at {at}.": (
        "Eine Karte mit gleichen Einheiten und Niveaumengen, oder ein Gitter; ein Punkt steht bei {at}."
    ),
    "From the dot an arrow along the axis of {moves}, as long as the partial derivative there.": (
        "Vom Punkt aus ein Pfeil längs der Achse von {moves}, so lang wie dort die partielle Ableitung."
    ),
    "The second arrow moves to the tip of the first, and the gradient grows along the diagonal.": (
        "Der zweite Pfeil rückt an die Spitze des ersten, und der Gradient wächst auf der Diagonale."
    ),
    "A direction turns once around the dot, and the gradient throws its shadow on it: the slope that way, which "
    "traces a wave beside the map; it is largest along the gradient.": (
        "Eine Richtung dreht sich einmal um den Punkt, und der Gradient wirft seinen Schatten auf sie: die Steigung "
        "dorthin, die neben der Karte eine Welle zeichnet; am größten ist sie längs des Gradienten."
    ),
    "The opposite arrow swings out of the gradient and points straight downhill.": (
        "Der entgegengesetzte Pfeil schwenkt aus dem Gradienten heraus und zeigt genau bergab."
    ),
    "Beside the map stands the row of all components, and under it a counter runs up to {count}.": (
        "Neben der Karte steht die Reihe aller Komponenten, und darunter zählt ein Zähler bis {count}."
    ),
    # SteepestDescent
    "A map with level sets beside the small surface; the ball lies at {start}; step size and loss are read out.": (
        "Eine Karte mit Niveaumengen neben der kleinen Fläche; die Kugel liegt bei {start}; Schrittweite und Verlust "
        "werden abgelesen."
    ),
    (
        "The gradient at the ball, uphill; its negative, hollow, turns out of it and becomes as long as the step. "
        "Where the gradient is too long for the map, a part of it stands there, and says so."
    ): (
        "Der Gradient an der Kugel, bergauf; hohl dreht sich sein Negatives aus ihm heraus und wird so lang wie der "
        "Schritt. Wo der Gradient zu lang für die Karte ist, steht dort ein Teil von ihm und sagt es."
    ),
    "{count} steps against the gradient, each a hop along its arrow that leaves a dot, on map and surface.": (
        "{count} Schritte gegen den Gradienten, jeder ein Sprung längs seines Pfeils, der einen Punkt hinterlässt, "
        "auf Karte und Fläche."
    ),
    "The old track fades, the ball is back at its start, and the step size is now {rate}.": (
        "Die alte Spur verblasst, die Kugel ist wieder an ihrem Anfang, und die Schrittweite ist jetzt {rate}."
    ),
    # Title
    "The title card: course, lesson, level and minutes; behind it faint lines of {function}.": (
        "Die Titelkarte: Kurs, Lektion, Niveau und Minuten; dahinter blasse Linien von {function}."
    ),
    "A row of dials, one for each knob of the model, and a bar that shows the loss.": (
        "Eine Reihe von Drehreglern, einer für jeden Knopf des Modells, und ein Balken, der den Verlust zeigt."
    ),
    "Only the dial of {moves} turns; the bar answers, and all other dials are locked and grey.": (
        "Nur der Regler von {moves} dreht sich; der Balken antwortet, und alle anderen Regler sind gesperrt und grau."
    ),
    "From every dial rises an arrow in its colour, as long as the loss answers; they fly together into one row.": (
        "Aus jedem Regler steigt ein Pfeil in seiner Farbe, so lang, wie der Verlust antwortet; sie fliegen zusammen "
        "in eine Zeile."
    ),
    "The ideas of this lesson, numbered, one after the other.": "Die Ideen dieser Lektion, nummeriert, nacheinander.",
    # WorkedExample
    "The next line of the page, with its reason at the left.": "Die nächste Zeile der Seite, links ihre Begründung.",
    "{variable} goes grey in the first line, under a small lock; what is left gives the next line.": (
        "{variable} wird in der ersten Zeile grau, unter einem kleinen Schloss; was bleibt, ergibt die nächste Zeile."
    ),
    "In a copy of the last line {term} is struck out where it cancels; the rest is the next line.": (
        "In einer Abschrift der letzten Zeile wird {term} durchgestrichen, wo es sich kürzt; der Rest ist die nächste "
        "Zeile."
    ),
    "In a copy of the last line {term} goes from every term before a bracket.": (
        "In einer Abschrift der letzten Zeile geht {term} aus jedem Glied vor eine Klammer."
    ),
    "In a copy of the last line {term} goes from before the bracket into every term.": (
        "In einer Abschrift der letzten Zeile geht {term} von vor der Klammer in jedes Glied."
    ),
    "In a copy of the last line {term} is framed as a constant: it does not change with {variable}, and becomes 0.": (
        "In einer Abschrift der letzten Zeile wird {term} als Konstante eingerahmt: es ändert sich nicht mit "
        "{variable} und wird 0."
    ),
    "In a copy of the last line the exponent of {variable} steps down and becomes the factor: the power rule.": (
        "In einer Abschrift der letzten Zeile steigt der Exponent von {variable} herab und wird der Faktor: die "
        "Potenzregel."
    ),
    "In a copy of the last line {term} goes over the equals sign to the other side.": (
        "In einer Abschrift der letzten Zeile geht {term} über das Gleichheitszeichen auf die andere Seite."
    ),
    "The numbers of {at} take the places of their variables in a copy of the last line; then the result.": (
        "In einer Abschrift der letzten Zeile treten die Zahlen von {at} an die Stelle ihrer Variablen; dann das "
        "Ergebnis."
    ),
    "The lines move left; on a map the gradient at {at} stands straight uphill, across its level set.": (
        "Die Zeilen rücken nach links; auf einer Karte zeigt der Gradient bei {at} genau bergauf, quer zu seiner "
        "Niveaumenge."
    ),
    "On the map the opposite arrow grows straight downhill, with its components along the axes.": (
        "Auf der Karte wächst der entgegengesetzte Pfeil genau bergab, mit seinen Komponenten längs der Achsen."
    ),
    **OF_CHANCE,
    **OF_CURVES,
}
