// The deck: a slide's clip plays once when the slide is entered and stops on its last frame. R plays it again. Clips are
// mute until a viewer turns the sound on, by a button or M; from then on the clip of each slide is heard.

const WORDS = JSON.parse(document.getElementById("deck-data").textContent).words;

const upright = window.matchMedia("(max-aspect-ratio: 1/1)");

/** The picture's 720 pixels and the bar under it; the style of an upright screen gives the bar more. */
const height = () => (upright.matches ? 1400 : 816);

const deck = new Reveal({
  width: 1280,
  height: height(),
  margin: 0,
  center: false,
  hash: true,
  navigationMode: "linear",
  controls: true,
  controlsTutorial: false,
  progress: true,
  overview: true,
  touch: true,
  scrollActivationWidth: null,
  transition: "none",
  backgroundTransition: "none",
  preloadIframes: false,
  autoPlayMedia: false,
  plugins: [RevealNotes],
});

const still = window.matchMedia("(prefers-reduced-motion: reduce)");

const playClip = (slide) => {
  document.documentElement.classList.toggle("still", still.matches || deck.isOverview());
  for (const video of document.querySelectorAll("video")) if (!slide?.contains(video)) video.pause();
  const video = slide?.querySelector(".picture video");
  if (!video || still.matches || deck.isOverview()) return;
  video.currentTime = 0;
  video.play().catch(() => {});
};

const sounds = [...document.querySelectorAll("[data-part=sound]")];

const turnSound = (on) => {
  for (const video of document.querySelectorAll("video")) video.muted = !on;
  for (const one of sounds) one.setAttribute("aria-pressed", String(on));
  if (on) playClip(deck.getCurrentSlide());
};

const switchSound = () => turnSound(sounds[0]?.getAttribute("aria-pressed") === "false");

for (const one of sounds) {
  one.addEventListener("click", switchSound);
  one.addEventListener("keydown", (event) => {
    if (event.key === " " || event.key === "Enter") event.stopPropagation(); // the button's, not the next slide's
  });
}

deck.on("slidechanged", ({ currentSlide }) => playClip(currentSlide));
deck.on("overviewshown", () => playClip(null));
deck.on("overviewhidden", () => playClip(deck.getCurrentSlide()));
upright.addEventListener("change", () => deck.configure({ height: height() }));
still.addEventListener("change", () => playClip(deck.getCurrentSlide()));
// Left and right, swipes and the arrows on the screen go through every step. Up and down stay within a section; in the
// overview all four keys move on its grid, which reveal.js does itself.
for (const [keyCode, key, way, name] of [
  [40, "\u2193", "down", WORDS.next_of_section],
  [38, "\u2191", "up", WORDS.previous_of_section],
]) {
  deck.addKeyBinding({ keyCode, key, description: name }, () => deck[way]());
}
deck.registerKeyboardShortcut("&#8594;  ,  &#8595;  ,  SPACE  ,  N  ,  L  ,  J", WORDS.next_step);
deck.addKeyBinding({ keyCode: 82, key: "R", description: WORDS.play_again }, () => playClip(deck.getCurrentSlide()));
if (sounds.length > 0) deck.addKeyBinding({ keyCode: 77, key: "M", description: WORDS.switch_sound }, switchSound);
deck.initialize().then(() => playClip(deck.getCurrentSlide()));
