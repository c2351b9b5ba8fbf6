"""What scenes say of curves, in German: by the English sentence that stands in the scene's file."""

from __future__ import annotations

from collections.abc import Mapping

OF_CURVES: Mapping[str, str] = {
    # TangentPlane
    "The surface of {function}, with a ball at {at}.": "Die Fläche von {function}, mit einer Kugel bei {at}.",
    "The camera goes close to {at}, until the surface is flat: its tangent plane.": (
        "Die Kamera geht nah an {at} heran, bis die Fläche eben ist: ihre Tangentialebene."
    ),
    "First along one axis, then along the other: each part of the step, and how much higher it leads.": (
        "Erst längs der einen Achse, dann längs der anderen: jeder Teil des Schritts, und wie viel höher er führt."
    ),
    "The whole step on the plane; at its end both rises stand on one another, and are its rise.": (
        "Der ganze Schritt auf der Ebene; an seinem Ende stehen beide Anstiege aufeinander und sind sein Anstieg."
    ),
    # DirectionField
    "Axes appear, and all over the plane short marks: at each place the way that the field goes there.": (
        "Achsen erscheinen, und überall in der Ebene kurze Striche: an jeder Stelle der Weg, den das Feld dort nimmt."
    ),
    "From {at} a point runs along the field, and leaves a curve that follows the marks everywhere.": (
        "Von {at} läuft ein Punkt mit dem Feld und hinterlässt eine Kurve, die überall den Strichen folgt."
    ),
    "Dots, spread over the plane, drift along with the field for a while, faster where it is stronger.": (
        "Punkte, über die Ebene verteilt, treiben eine Weile mit dem Feld, schneller, wo es stärker ist."
    ),
    "{count} straight steps from {at}, each along the field where it begins: Euler's method, {size} a step.": (
        "{count} gerade Schritte von {at}, jeder mit dem Feld, wo er beginnt: Eulers Verfahren, {size} je Schritt."
    ),
    # ConstrainedMap
    "A map of {function}: its level sets as rings, each with its value.": (
        "Eine Karte von {function}: ihre Niveaulinien als Ringe, jeder mit seinem Wert."
    ),
    "On the map the constraint is drawn, the curve on which {constraint} is {level}.": (
        "Auf der Karte wird die Nebenbedingung gezeichnet, die Kurve, auf der {constraint} gleich {level} ist."
    ),
    "A point walks along the whole constraint; the level set through it goes along, and its value is read out.": (
        "Ein Punkt läuft die ganze Nebenbedingung entlang; die Niveaulinie durch ihn geht mit, ihr Wert steht dabei."
    ),
    "The point runs along the constraint to where it is nearest to {to}.": (
        "Der Punkt läuft auf der Nebenbedingung dahin, wo sie {to} am nächsten ist."
    ),
    "The point runs to where {function} has its {kind} on the constraint: its level set only touches it there.": (
        "Der Punkt läuft dahin, wo {function} auf der Nebenbedingung ihr Extremum hat ({kind}): die Niveaulinie "
        "berührt sie dort nur."
    ),
    "At the point stand both gradients, to one scale: that of {function}, and that of {constraint}.": (
        "Am Punkt stehen beide Gradienten, in einem Maßstab: der von {function} und der von {constraint}."
    ),
    # Area
    "The area between the curve and the axis fills, from end to end, over {over}; it is read out.": (
        "Die Fläche zwischen der Kurve und der Achse füllt sich, von Ende zu Ende, {over}; sie wird abgelesen."
    ),
    "Bars, {count} of them, stand under the curve, all equally wide; what they cover together is read out.": (
        "Balken, {count} an der Zahl, stehen unter der Kurve, alle gleich breit; was sie zusammen bedecken, wird "
        "abgelesen."
    ),
    "The bars split, until there are {count}; their sum follows.": (
        "Die Balken teilen sich, bis es {count} sind; ihre Summe folgt."
    ),
    "What lies between lower and upper bars slides into one column beside them: as far apart are their sums.": (
        "Was zwischen unteren und oberen Balken liegt, gleitet in eine Säule daneben: So weit liegen ihre Summen "
        "auseinander."
    ),
    "The wagon runs until {to}, as fast as the curve is high; with it, if that is asked for, the area fills.": (
        "Der Wagen fährt bis {to}, so schnell, wie die Kurve hoch ist; mit ihm füllt sich, wenn es verlangt ist, die "
        "Fläche."
    ),
    "The area under the lower curve grows to {to}; above, the point draws as a height how large it is.": (
        "Die Fläche unter der unteren Kurve wächst bis {to}; darüber zeichnet der Punkt als Höhe, wie groß sie ist."
    ),
    "A strip comes to the area, {reach} wide, in a rectangle as high as the curve; above, so much is added.": (
        "Ein Streifen kommt zur Fläche, {reach} breit, in einem Rechteck so hoch wie die Kurve; darüber kommt ebenso "
        "viel dazu."
    ),
    "The strip narrows to {reach}, looked at ever closer: it fills its rectangle, and the secant turns.": (
        "Der Streifen wird schmal bis auf {reach}, immer näher betrachtet: Er füllt sein Rechteck, und die Sekante "
        "dreht sich."
    ),
    "The end of the area moves to {to}; what it covers follows.": (
        "Das Ende der Fläche geht nach {to}; was sie bedeckt, folgt."
    ),
    "The area between the two curves fills, over {over}; it is read out.": (
        "Die Fläche zwischen den beiden Kurven füllt sich, {over}; sie wird abgelesen."
    ),
    # Curve
    "The point runs to where the curve is highest or lowest, a {kind}; the tangent lies level there.": (
        "Der Punkt läuft dahin, wo die Kurve am höchsten oder am tiefsten ist, ein {kind}; die Tangente liegt dort "
        "waagerecht."
    ),
    "Dots mark where the curve meets the axis, with their places: the zeros of {function}.": (
        "Punkte zeigen, wo die Kurve die Achse trifft, mit ihren Stellen: die Nullstellen von {function}."
    ),
    "Dashed lines show to what the curve comes: at its poles, and far out on both sides.": (
        "Gestrichelte Linien zeigen, wohin die Kurve strebt: an ihren Polen, und weit draußen auf beiden Seiten."
    ),
    "The curve is turned over the dashed line of equal coordinates: its mirror image is the inverse.": (
        "Die Kurve wird an der gestrichelten Linie gleicher Koordinaten gespiegelt: ihr Spiegelbild ist die "
        "Umkehrfunktion."
    ),
    "Beside the curve runs a polynomial that fits it, near {at}; the higher its degree, the farther it fits.": (
        "Neben der Kurve läuft ein Polynom, das ihr gleicht, bei {at}; je höher sein Grad, desto weiter gleicht es ihr."
    ),
    "The parameter, {of}, moves to {to}, and the curve changes with it.": (
        "Der Parameter, {of}, geht nach {to}, und die Kurve ändert sich mit ihm."
    ),
    "The point runs along the curve; on axes below, a second one draws how steep it is: the derivative.": (
        "Der Punkt läuft auf der Kurve; auf Achsen darunter zeichnet ein zweiter, wie steil sie ist: die Ableitung."
    ),
    "Axes appear, and the curve of {function} is drawn from left to right.": (
        "Achsen erscheinen, und die Kurve von {function} wird von links nach rechts gezeichnet."
    ),
    "A point stands on the curve, at {at}; thin lines lead from it to both axes, and its height is read out.": (
        "Ein Punkt steht auf der Kurve, bei {at}; dünne Linien führen von ihm zu beiden Achsen, und seine Höhe wird "
        "abgelesen."
    ),
    "The point runs along the curve to {to}; what belongs to it follows.": (
        "Der Punkt läuft auf der Kurve bis {to}; was zu ihm gehört, folgt."
    ),
    "Another point stands {reach} farther along; the line through both, a secant, has its slope read out.": (
        "Ein zweiter Punkt steht um {reach} weiter; von der Geraden durch beide, einer Sekante, wird die Steigung "
        "abgelesen."
    ),
    "The second point runs along the curve towards the first; the secant turns, and its slope follows.": (
        "Der zweite Punkt läuft auf der Kurve zum ersten; die Sekante dreht sich, und ihre Steigung folgt."
    ),
    "The tangent touches the curve, at {at}; its slope is read out.": (
        "Die Tangente berührt die Kurve, bei {at}; ihre Steigung wird abgelesen."
    ),
    "A triangle shows the slope: one way across, and how far the line rises on it.": (
        "Ein Dreieck zeigt die Steigung: ein Stück zur Seite, und wie weit die Gerade darauf steigt."
    ),
    "The axes show {span} of the curve, so that it can be seen larger or as a whole.": (
        "Die Achsen zeigen {span} der Kurve, damit sie größer oder im Ganzen zu sehen ist."
    ),
    "Dots mark where the curve meets that of {function}, with their places.": (
        "Punkte zeigen, wo die Kurve die von {function} trifft, mit ihren Stellen."
    ),
    "{count} steps from the point: down its tangent to the axis, and from there upright back to the curve.": (
        "{count} Schritte vom Punkt: auf seiner Tangente hinab zur Achse, und von dort senkrecht zurück zur Kurve."
    ),
    # LimitAt
    "Two points stand on the curve, {gap} to the left and to the right of {at}; their heights are read out.": (
        "Zwei Punkte stehen auf der Kurve, {gap} links und rechts von {at}; ihre Höhen werden abgelesen."
    ),
    "A level band reaches {within} up and down from the limit; a strip around {at} keeps the curve in it.": (
        "Ein waagrechtes Band reicht {within} über und unter den Grenzwert; im Streifen um {at} bleibt die Kurve darin."
    ),
    # Sequence
    "Axes appear; over each index stands a dot at its term, one after the other.": (
        "Achsen erscheinen; über jedem Index steht ein Punkt auf der Höhe seines Glieds, einer nach dem anderen."
    ),
    "A dashed level line shows to what the terms come: {at}.": (
        "Eine gestrichelte waagrechte Linie zeigt, wohin die Glieder kommen: {at}."
    ),
    "A band reaches {within} up and down from {around}; terms in it turn green, others red.": (
        "Ein Band reicht {within} über und unter {around}; Glieder darin werden grün, andere rot."
    ),
    "Each term becomes a bar; the bars are stacked, so that each dot stands at the sum so far.": (
        "Jedes Glied wird ein Balken; die Balken werden gestapelt, sodass jeder Punkt auf der Summe bis dahin steht."
    ),
    "The parameter {of} moves to {to}, and all terms follow.": (
        "Der Parameter {of} geht zu {to}, und alle Glieder folgen."
    ),
    # Stretches
    "Number lines below each other, on one scale; on each a point, where {at} takes it.": (
        "Zahlengeraden untereinander, in einem Maßstab; auf jeder ein Punkt, wohin {at} führt."
    ),
    "A small change, {run} long, on the first line; from line to line it is stretched.": (
        "Eine kleine Änderung um {run} auf der ersten Geraden; von Gerade zu Gerade wird sie gestreckt."
    ),
    "Between the lines stand the slopes; below the last one a bar shows what their product makes of the change.": (
        "Zwischen den Geraden stehen die Steigungen; unter der letzten zeigt ein Balken, was ihr Produkt aus der "
        "Änderung macht."
    ),
    "The change shrinks to {to}, seen ever larger; both last bars become one.": (
        "Die Änderung schrumpft auf {to}, immer stärker vergrößert; die beiden letzten Balken werden einer."
    ),
    # ParametricCurve
    "Axes with equal units; a point runs along its path and draws it, over the whole of the span.": (
        "Achsen mit gleichen Einheiten; ein Punkt läuft auf seiner Bahn und zeichnet sie, über die ganze Spanne."
    ),
    "A point stands on the path, at {at}, with an arrow from the origin; its coordinates are read out.": (
        "Ein Punkt steht auf der Bahn, bei {at}, mit einem Pfeil vom Ursprung; seine Koordinaten werden abgelesen."
    ),
    "The point runs along the path to {to}; what belongs to it follows.": (
        "Der Punkt läuft auf der Bahn zu {to}; was zu ihm gehört, folgt."
    ),
    "The two coordinates of the point are drawn as legs: across from the origin, then up to the point.": (
        "Die beiden Koordinaten des Punkts als Katheten: vom Ursprung zur Seite, dann hinauf zum Punkt."
    ),
    "An arrow at the point shows its velocity: the way it goes now, and how fast.": (
        "Ein Pfeil am Punkt zeigt seine Geschwindigkeit: wohin er jetzt geht, und wie schnell."
    ),
    "On axes beside it a second point draws {trace_of} over the parameter, while the point runs to {to}.": (
        "Auf Achsen daneben zeichnet ein zweiter Punkt {trace_of} über dem Parameter, während der Punkt zu {to} läuft."
    ),
    "A parameter, {of}, moves to {to}, and the path changes with it.": (
        "Ein Parameter, {of}, geht zu {to}, und die Bahn ändert sich mit ihm."
    ),
    # Directions
    "A map of the level sets of {function}; a point stands at {at}.": (
        "Eine Karte der Niveaumengen von {function}; ein Punkt steht bei {at}."
    ),
    "From the point an arrow for each direction, {ways}, all equally long, each with its name; not `named`, they are "
    "alike, lettered from A, and what they are is told when balls roll.": (
        "Vom Punkt aus ein Pfeil für jede Richtung, {ways}, alle gleich lang, jeder mit seinem Namen; ohne Namen "
        "(`named`) sind sie gleich, mit Buchstaben von A an, und was sie sind, zeigt sich, wenn Kugeln rollen."
    ),
    "Along each arrow a ball rolls, all equally far, and follows its direction as it turns; beside the map stands what "
    "{function} is where each ball is.": (
        "Entlang jedes Pfeils rollt eine Kugel, alle gleich weit, und folgt seiner Richtung, wie sie sich dreht; neben "
        "der Karte steht, was {function} ist, wo jede Kugel ist."
    ),
}
