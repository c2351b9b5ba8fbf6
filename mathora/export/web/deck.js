// The deck: a slide's clip plays once when the slide is entered and stops on its last frame. R plays it again.

const upright = window.matchMedia("(max-aspect-ratio: 1/1)");

/** The picture's 720 pixels and the bar under it; the style of an upright screen gives the bar more. */
const height = () => (upright.matches ? 1400 : 816);

const deck = new Reveal({
  width: 1280,
  height: height(),
  margin: 0,
  center: false,
  hash: true,
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

deck.on("slidechanged", ({ currentSlide }) => playClip(currentSlide));
deck.on("overviewshown", () => playClip(null));
deck.on("overviewhidden", () => playClip(deck.getCurrentSlide()));
upright.addEventListener("change", () => deck.configure({ height: height() }));
still.addEventListener("change", () => playClip(deck.getCurrentSlide()));
deck.addKeyBinding({ keyCode: 82, key: "R", description: "Play this clip again" }, () => playClip(deck.getCurrentSlide()));
deck.initialize().then(() => playClip(deck.getCurrentSlide()));
