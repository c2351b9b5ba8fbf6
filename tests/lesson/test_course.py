"""A course says something for all of its lessons; a lesson's own word counts first."""

from mathora.lesson import CourseSettings, ModelSource, Pronunciation, Text

COURSE = CourseSettings(
    title=Text.written("Analysis"),
    author=Text.written("E. Noether"),
    language="de",
    words_per_minute=120,
    addresses=(Text.written("https://example.org"),),
    pronounce=(Pronunciation(word=Text.written("Euler"), said=Text.written("oiler")),),
    order=(Text.written("limits"), Text.written("slopes")),
    prerequisites=((Text.written("slopes"), (Text.written("limits"),)),),
)


def test_a_lesson_that_says_nothing_has_what_the_course_says():
    values = COURSE.completed({"title": "One"})
    assert (values["title"], values["author"], values["language"]) == ("One", "E. Noether", "de")
    assert values["words_per_minute"] == 120
    assert values["addresses"] == ("https://example.org",)


def test_what_the_lesson_says_counts_first():
    assert COURSE.completed({"language": "en", "author": "S. Germain"})["language"] == "en"
    assert COURSE.completed({"author": "S. Germain"})["author"] == "S. Germain"


def test_what_neither_says_is_left_out():
    assert not {"theme", "voice", "licence"} & COURSE.completed({}).keys()


def test_words_are_pronounced_as_both_say_and_the_lesson_last():
    own = Pronunciation(word=Text.written("Euler"), said=Text.written("yuler"))
    more = Pronunciation(word=Text.written("Gauss"), said=Text.written("gows"))
    assert COURSE.completed({"pronounce": (own, more)})["pronounce"] == (own, more)


def test_the_base_of_its_logarithms_goes_into_the_model():
    settings = CourseSettings(log="e")
    assert settings.completed({})["model"] == ModelSource().with_log("e")
    assert "model" not in COURSE.completed({})


def test_it_names_each_lesson_of_its_order_and_its_prerequisites():
    assert {one.value for one in COURSE.named} == {"limits", "slopes"}
    assert CourseSettings().named == ()
    assert CourseSettings().fonts == ()
