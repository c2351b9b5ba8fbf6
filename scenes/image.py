"""A picture of the author's own: a photo, a drawing, a diagram from another program; a part of it comes closer."""

from __future__ import annotations

from manim import DOWN, LEFT, UP, Create, FadeIn, FadeOut, RoundedRectangle, VGroup

from mathora.stage import Interval, LessonScene, Picture, Prose, Region, StepView, action, brings
from mathora.stage.figures.pages.raster import picture_mobject

UNDER = 0.9  # how much room a line under the picture has, in scene units
WHOLE = 100  # parts of the picture are given in hundredths of it


class Image(LessonScene):
    """A PNG, JPEG or SVG of yours, with a line under it; parts of it are framed one after the other."""

    picture: Picture
    shows: Prose
    credit: Prose | None = None

    needs = (("mark.across, mark.up", "from_to(0 to 100), reaches_over(1)", "both are hundredths of the picture"),)
    read_on_page = ("shows", "credit", "mark.says")

    def begin(self) -> None:
        """The picture in the middle of the body; nothing stands yet."""
        body = self.layout.body
        self.place = Region(body.left, body.bottom + UNDER, body.right, body.top)
        self.image = picture_mobject(self.picture, self.place, self.theme.background)
        self.frame, self.line = VGroup(), VGroup()

    @action("A picture: {shows}.", quiet=True)
    def show(self, step: StepView) -> None:
        """The picture comes up, then the line that says where it is from."""
        self.play(FadeIn(self.image), run_time=1.2)
        self._say(self.credit)

    @brings("picture")
    def _stand_picture(self) -> None:
        if self.image not in self.mobjects:
            self.add(self.image)

    @action("A frame stands around a part of the picture: {says}.", needs="picture", quiet=True)
    def mark(self, step: StepView, across: Interval, up: Interval, says: Prose | None = None) -> None:
        """A frame around the part from `across` to `up`, both in hundredths of the picture, from its lower left."""
        left, low = self.image.get_corner(DOWN + LEFT)[:2]
        wide, high = self.image.width / WHOLE, self.image.height / WHOLE
        frame = RoundedRectangle(
            width=across.length * wide, height=up.length * high, corner_radius=0.1, stroke_color=self.theme.right,
            stroke_width=5, fill_opacity=0,
        )  # fmt: skip
        frame.move_to([left + across.middle * wide, low + up.middle * high, 0])
        if len(self.frame):
            self.play(FadeOut(self.frame), run_time=0.4)
        self.frame = frame
        self.play(Create(frame), run_time=0.9)
        self._say(says)

    def _say(self, words: Prose | None) -> None:
        """Another line under the picture."""
        if len(self.line):
            self.play(FadeOut(self.line), run_time=0.3)
        self.line = VGroup()
        if words is not None:
            self.line = VGroup(self.prose_mobject(words, self.layout.body.width, self.theme.sizes.body))
            body = self.layout.body
            Region(body.left, body.bottom, body.right, body.bottom + UNDER - 0.15).place(self.line)
            self.play(FadeIn(self.line, shift=0.1 * UP), run_time=0.6)
