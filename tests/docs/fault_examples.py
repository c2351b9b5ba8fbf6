r"""An example of each fault that `check` tells: a good line of a small lesson, and what is wrong in its place.

Owns: `BASE`, `EXAMPLES`, and `FURTHER`, the faults that want more than one line to be made. The mend of an example is
its good line: the lesson holds with it, which a test sees to.
"""

from __future__ import annotations

BASE = r"""id: slopes
title: Slopes
course: {track: Maths, unit: Curves, number: 1, level: Easy, minutes: 1}
summary: How steep is a curve?
model:
  f(x): x^2
  g(x, y): x^2 + y^2
  c:
  h_i: {data: [1, 2, 4]}
colors: {x: blue}
theme: dark
sections:
  - id: by-hand
    title: By hand
    scene: WorkedExample
    with: {function: f}
    steps:
      - do: line
        with: {reason: The slope}
        say: At three, it is [6](f'(3)).
        show: f'(x) = 2x
      - do: line
        with: {reason: A sum}
        say: Two and two is four.
        show: 2 + 2 = 4
        rest: 1
  - id: curve
    title: The curve
    scene: Curve
    with:
      function: f
      span: [-2, 2]
    steps:
      - do: draw
        say: Here is the curve.
      - do: point
        with: {at: 1}
        say: And a point.
  - id: quiz
    title: Check yourself
    scene: QuickCheck
    with:
      questions:
        - ask: What is $f'(3)$?
          claim: f'(3) = \answer
          options:
            - {text: $6$, correct: true, why: The slope is $2x$.}
            - {text: $9$, why: That is the height.}
    steps:
      - do: ask
        say: Your turn.
      - do: reveal
        say: It is six.
"""

CLAIM = "          claim: f'(3) = \\answer\n"
SIX = "            - {text: $6$, correct: true, why: The slope is $2x$.}\n"
NINE = "            - {text: $9$, why: That is the height.}\n"

ASKED = "    steps:\n      - do: ask\n        say: Your turn.\n      - do: reveal\n        say: It is six.\n"
TWICE = """\
      - do: draw
        id: point
        say: Here is the curve.
      - do: draw
        id: point
        say: Again.
"""

EXAMPLES: tuple[tuple[str, str], ...] = (
    # the file
    ("id: slopes\n", "id: [slopes\n"),
    ("title: Slopes\n", "title:Slopes\n"),
    ("title: Slopes\n", "titel: Slopes\n"),
    ("  c:\n", "  c: {kind: event}\n  P(c): 1.2\n"),
    ("title: Slopes\n", "title: Slopes\ntitle: Slopes\n"),
    ("title: Slopes\n", "title:\n"),
    ("title: Slopes\n", "title: [Slopes]\n"),
    ("title: Slopes\n", ""),
    ("title: Slopes\n", "? [a]\n: b\ntitle: Slopes\n"),
    ("title: Slopes\n", "title: !text Slopes\n"),
    ("title: Slopes\n", "title:\u00a0Slopes\n"),
    ("title: Slopes\n", "<<<<<<< mine\ntitle: Slopes\n"),
    ("id: slopes\n", "id: My Slopes\n"),
    ("theme: dark\n", "theme: darc\n"),
    ("theme: dark\n", "pronounce: {e^x: e to the x}\n"),
    ("        say: Two and two is four.\n", "        say: Step #2 is next.\n"),
    ("        say: Two and two is four.\n", "        say: Step \u202etwo.\n"),
    ("        show: 2 + 2 = 4\n", '        show: "\\frac{4}{2} = 2"\n'),
    ("        show: 2 + 2 = 4\n", "        show: $2 + 2 = 4$\n"),
    # texts
    ("        say: Two and two is four.\n", "        say: Two and $x is four.\n"),
    ("        say: Two and two is four.\n", "        say: Two and $$ is four.\n"),
    ("        say: At three, it is [6](f'(3)).\n", "        say: At three, it is [6](f'(3).\n"),
    ("        say: At three, it is [6](f'(3)).\n", "        say: At three, it is [](f'(3)).\n"),
    ("        say: At three, it is [6](f'(3)).\n", "        say: At three, it is [six](f'(3)).\n"),
    ("        say: At three, it is [6](f'(3)).\n", "        say: At three, it is [7](f'(3)).\n"),
    ("        say: Two and two is four.\n", "        say: The sign ∇ alone.\n"),
    ("    title: By hand\n", "    title: 手で\n"),
    ("    title: By hand\n", "    title: Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenpolierer\n"),
    # sections and steps
    ("    scene: WorkedExample\n", "    scene: WorkedExampel\n"),
    ("    with: {function: f}\n", "    with: {funktion: f}\n"),
    ("    with: {function: f}\n", "    with: {function: k}\n"),
    ("    with: {function: f}\n", "    with: {function: c}\n"),
    ("      function: f\n", "      function: g\n"),
    ("      - do: draw\n", "      - do: drow\n"),
    ("        with: {at: 1}\n", "        with: {at: here}\n"),
    ("      span: [-2, 2]\n", "      span: [2, -2]\n"),
    ("        rest: 1\n", "        rest: 1000\n"),
    ("        say: And a point.\n", "        say: And {glow} a point.\n"),
    ("    scene: Curve\n", "    scene: Curve\n    continues: true\n"),
    ("      - do: point\n", "      - do: point\n        beside: {do: point}\n"),
    (ASKED, "    steps: []\n"),
    ("      - do: draw\n        say: Here is the curve.\n", TWICE),
    ("      function: f\n      span", "      span"),
    ("        with: {at: 1}\n", "        with: {at: [1, 2]}\n"),
    # questions
    (CLAIM, ""),
    (CLAIM, "          claim: f'(3) = 6\n"),
    (SIX, "            - {text: $6$, why: The slope is $2x$.}\n"),
    (SIX, "            - {text: $7$, correct: true, why: The slope is $2x$.}\n"),
    (NINE, "            - {text: $5 + 1$, why: That is the height.}\n"),
    (NINE, "            - {text: nine, why: That is the height.}\n"),
    # the model
    ("  f(x): x^2\n", "  f(x): x^2\n  f(t): t\n"),
    ("  f(x): x^2\n", "  f(2): x^2\n"),
    ("  f(x): x^2\n", "  f(x): x^2 = 1\n"),
    ("  f(x): x^2\n", "  f(x): {is: x^2, domain: x + 1}\n"),
    ("  c:\n", "  c: d\n  d: c\n"),
    ("  c:\n", "  c: {kind: number}\n"),
    ("  h_i: {data: [1, 2, 4]}\n", "  h_i: {data: []}\n"),
    ("  h_i: {data: [1, 2, 4]}\n", "  h_i: {data: [1, two, 4]}\n"),
    ("  h_i: {data: [1, 2, 4]}\n", "  h: {data: [1, 2, 4]}\n"),
    ("  h_i: {data: [1, 2, 4]}\n", "  h_i: {data: [1, 2, 4], is: 3}\n"),
    ("  h_i: {data: [1, 2, 4]}\n", "  h_i: {data: heights.csv, column: age}\n"),
    ("summary: How steep is a curve?\n", "summary: &one [*one]\n"),
    ("summary: How steep is a curve?\n", "summary: How steep is \\(x^2\\)?\n"),
    ("  h_i: {data: [1, 2, 4]}\n", "  h_i: {data: [1]}\n  k_i: {data: heights.csv}\n"),
    # formulas
    ("        show: f'(x) = 2x\n", "        show: f'(x) = ?\n"),
    ("        show: f'(x) = 2x\n", "        show: f'(x) = \\answer\n"),
    ("        show: f'(x) = 2x\n", "        show: f'(x) = 2x + \\dots\n"),
    ("        show: f'(x) = 2x\n", ""),
    ("        say: At three, it is [6](f'(3)).\n", "        say: At three, it is [6]().\n"),
    (
        "        say: At three, it is [6](f'(3)).\n",
        "        say: It is [0.5](\\sum_{k=1}^{\\infty} \\frac{1}{k^3 \\sin^2 k}).\n",
    ),
    ("      span: [-2, 2]\n", "      span: [-2, c]\n"),
    ("        with: {at: 1}\n", "        with: {at: c}\n"),
    ("        show: f'(x) = 2x\n", "        show: f'(x) = 3x\n"),
    ("        show: f'(x) = 2x\n", "        show: f'(x) = 2x +\n"),
    ("        show: f'(x) = 2x\n", "        show: f'(x) = 2x + sin(x) - sin(x)\n"),
    ("        show: f'(x) = 2x\n", "        show: f'(x) = 2z\n"),
    ("        show: f'(x) = 2x\n", "        show: f'(x) = \\tfrak{2} x\n"),
    ("        show: f'(x) = 2x\n", "        show: f'(x) = 2x §\n"),
    ("        show: f'(x) = 2x\n", "        show: g(x) = x^2\n"),
    ("        show: f'(x) = 2x\n", "        show: \\frac{d^2 f}{dx} = 2\n"),
    ("        show: f'(x) = 2x\n", "        show: {tex: f'(x) = 2x, role: mistake}\n"),
    ("        show: f'(x) = 2x\n", "        show: \\sum_{k=1}^{\\infty} \\frac{1}{k^3 \\sin^2 k} = 30\n"),
    ("        show: f'(x) = 2x\n", "        show: \\begin{bmatrix} 1 & 2 \\\\ 3 \\end{bmatrix} = c\n"),
    ("        show: f'(x) = 2x\n", "        show: 1/2x = \\frac{x}{2}\n"),
)

FURTHER: dict[str, str] = {
    "course-file": "found 'course.yml', expected what a course says in 'course.yaml': rename it",
    "alike-colours": "a colour of the course's own cannot be told from another: take the one that is named",
    "bad-interval": "an interval goes on without end where the picture needs two ends: write two numbers",
    "bad-font": "a font of `course.yaml` is no TTF or OTF, is damaged, or has coloured signs: take another",
    "bad-picture": "a picture is no PNG, JPEG or plain SVG, or is cut short: save it again as one of these",
    "bad-tolerance": "a rounded number is asked to be exact to more digits than can be held: write fewer",
    "bad-unit": "a unit is not known, or does not fit the value: write one of those that are named",
    "circle": "lessons of `course.yaml` need each other in a circle: take one of the prerequisites out",
    "control-character": "a character that cannot be seen stands in the file: delete it",
    "data-cell": "a cell of a CSV file is no number: mend it in the file",
    "data-cells": "a row of a CSV file has more or fewer cells than the first: mend it in the file",
    "data-column": "a CSV file has no column of this name, or two of them: write the name as its first line has it",
    "duplicate-coordinate": "a point says one coordinate twice: leave one out",
    "duplicate-lesson": "two scripts have one `id:`: give each lesson its own",
    "empty-data": "a CSV file has no row of numbers: add some",
    "empty-number": "the parentheses of a checked number are empty: write what it is held against",
    "empty-script": "the file has no text: `mathora new lesson NAME` writes one to start from",
    "encoding": "the file is not UTF-8: save it as UTF-8",
    "empty-domain": "no number is in the `domain:` of a function: write relations that hold together",
    "faint-colour": "text in a colour of the course's own cannot be read on its ground: take the one that is named",
    "late-prerequisite": "`order:` has a lesson before one that it needs: put that one before it",
    "long-title": "a title is longer than its place on a picture: shorten it, and say the rest",
    "missing-answer": "the option's `answer:` is missing where the claim wants one: add it",
    "open-cue": "a brace in a narration calls no move: write the move's name between braces, or `\\{` for a brace",
    "points-at-nothing": "`{$…$}` points at what no formula of the section holds: write a part as it stands there",
    "move-order": "two marks `{name}` stand in another order than the moves are made: change their places",
    "no-lesson": "`course.yaml` names a lesson that is not there: write a script's name",
    "not-a-colour": 'a colour is not of the form `"#1b5bbf"`: write it so, in quotes',
    "not-a-matrix": "a matrix is needed, and something else is given: name one of the model",
    "bad-recording": "a recording is no sound, silent, too short or too long: record it again, or take it away",
    "not-a-sound": "what `music:` names is no sound, or too long: name an MP3, Ogg, FLAC or WAV file",
    "not-an-address": "an address does not begin with https:// or http://: write all of it",
    "not-lit": "a mark points at a term while the picture still moves: put it before a later word, or leave it out",
    "nothing-to-build-on": "an action goes on with what another draws, and none has: put that one before it",
    "nothing-stands": "a section begins with `do: stay`, and nothing stands yet: begin with another action",
    "nothing-to-continue": "the first section has none before it: leave `continues:` out",
    "nothing-to-take": "an action takes the next of a list, and the list is at its end: add one, or leave the step out",
    "option-undecided": "an option could be neither proved nor refuted: give it a simpler `answer:`",
    "other-theme": "a colour of the course's own is for the other theme alone: add one for the course's theme",
    "out-of-limits": "a count, a list or a text is larger than the scene can draw: stay within what is named",
    "outside": "a file lies outside of the course's folder: put it into the folder",
    "placeholder": "`\\answer` stands where nothing is asked: it belongs into a question's `claim:`",
    "repeated": "a lesson, a shape or an address stands twice in its list: leave one of them out",
    "same-option": "two options of a question are alike: write another, or leave it out",
    "stands-still": "nothing moves for more than three seconds that are no `rest:`: say less there, or split the step",
    "too-big": "the file is larger than a lesson may be: make two lessons of it",
    "too-deep": "lists in lists, or fractions in fractions, go too deep: write it in parts",
    "too-large": "a number or a matrix is larger than can be held, or drawn: write a power, or a smaller one",
    "too-long": "a text or a formula is longer than can be shown: make two of it",
    "too-many": "a list has more entries than can be shown: leave some out",
    "too-much-to-read": "what is new on a picture cannot be read in the time for which it stands: say more, or `rest:`",
    "unreadable": "the file cannot be read: give yourself the right to read it",
}
"""When a fault is told, and what mends it."""
