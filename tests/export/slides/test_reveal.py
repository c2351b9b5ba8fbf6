"""reveal.js stands in the deck as it was released: nothing of it is changed, and nothing of it is fetched."""

import hashlib
from importlib import resources

RELEASE = {
    "LICENSE": "34014800f4126ac2525e224166f099f26628612e95c41f76d70841b63138c989",
    "notes.js": "df1201d19d03241a2897d39c3d38768177df1cbd4bde06327b321cb83461ae89",
    "reset.css": "1aa8e84c9cabcbfe4d95b19879fe48b9c2c5e6d54574cbe679bc22edb9fe12b6",
    "reveal.css": "68f915a11ebf7203c0446576b7e952ff61c5dd02134a8a226ffaf62ed42136d2",
    "reveal.js": "46538b52db48724192f59bf46f5e851a18e302777c46f4a34c32709d010d6a29",
    "speaker-view.html": "dee46abb809215895af5a51fd388a14bb06a66e4d17ec9f66c87b7d1264e4873",
}
"""SHA-256 of each file as the npm package reveal.js 5.2.1 has it."""


def test_reveal_is_its_release_unchanged():
    folder = resources.files("mathora.export").joinpath("reveal_js")
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}
    assert found == RELEASE
