"""The interactives of slices and fields begin where the script cuts, and show all heights of the function."""

from played import found, plays

from mathora.export.content.story import spoken


def test_a_slice_begins_where_the_script_cuts():
    play = found()["FreezeVariable"]
    assert [spoken(dial.name) for dial in play.dials] == ["y", "x"]
    assert play.dials[0].start == 1
    low, high = play.data["up"]
    assert (low < 0, high > 16) == (True, True)


def test_a_field_of_slopes_and_one_of_two_components_are_told_apart():
    (flow,) = plays([("DirectionField", "{up: H, across: G}", "field")])
    assert (found()["DirectionField"].kind, flow.kind) == ("slopes", "flow")
    assert (set(flow.functions), found()["DirectionField"].data["across"]) == ({"u", "v"}, (0.0, 4.0))
