// The film and the sections' clips: chapters, captions, links to moments, what has been watched.

/** Tracks come as data: URLs, which a page opened from a file may load; a film inside the page becomes a blob. */
const embeddedFilm = () => {
  const data = document.getElementById("film-data");
  if (!data) return null;
  const bytes = Uint8Array.from(atob(data.textContent), (letter) => letter.charCodeAt(0));
  data.remove();
  return URL.createObjectURL(new Blob([bytes], { type: "video/mp4" }));
};

const startFilm = (lesson, store, onProgress) => {
  const film = document.getElementById("film");
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const moments = lesson.sections.flatMap((section) => section.moments);
  const heard = new Map(lesson.sections.map((section) => [section.id, new Set()]));
  const blob = embeddedFilm();
  if (blob) film.src = blob;

  const seek = (seconds, { play = true } = {}) => {
    // A hair past the boundary: a seek to a frame's exact time may round down to the frame before.
    film.currentTime = seconds + 0.001;
    film.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
    film.focus({ preventScroll: true });
    if (play && !still.matches) film.play().catch(() => {});
  };

  /** Counts whole seconds that were seen; a section with nine tenths of them is watched. */
  const hear = (seconds) => {
    const section = lesson.sections.find(({ start, end }) => start <= seconds && seconds < end);
    if (!section || store.state.watched[section.key]) return;
    const seen = heard.get(section.id).add(Math.floor(seconds));
    if (seen.size < 0.9 * Math.floor(section.end - section.start)) return;
    store.change((state) => { state.watched[section.key] = true; });
    onProgress();
  };

  const mark = (selector, current) => {
    for (const link of document.querySelectorAll(selector)) {
      if (link === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  let now = null;
  const follow = () => {
    const seconds = film.currentTime;
    const moment = moments.findLast(({ start }) => start <= seconds + 0.002) ?? null;
    if (moment === now) return;
    now = moment;
    for (const place of document.querySelectorAll(".moment.now")) place.classList.remove("now");
    if (!moment) return;
    document.getElementById(moment.id)?.classList.add("now");
    const [section] = moment.id.split("/");
    mark(".chapters a", document.querySelector(`.chapters a[data-section="${CSS.escape(section)}"]`));
  };

  let saved = 0;
  film.addEventListener("timeupdate", () => {
    if (film.readyState > 0 && (film.played.length > 0 || film.currentTime > 0)) follow();
    if (film.paused) return;
    hear(film.currentTime);
    if (Math.abs(film.currentTime - saved) < 2) return;
    saved = film.currentTime;
    store.change((state) => { state.position = saved; });
  });
  film.addEventListener("seeked", follow);
  film.addEventListener("pause", () => store.change((state) => { state.position = film.currentTime; }));
  film.addEventListener("ended", () => store.change((state) => { state.position = 0; }));
  film.addEventListener("play", () => { document.getElementById("resume").hidden = true; });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-seek]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    seek(Number(link.dataset.seek));
  });

  for (const figure of document.querySelectorAll(".clip")) startClip(figure, film, blob, hear);

  const resume = document.getElementById("resume");
  if (store.state.position > 3 && store.state.position < lesson.duration - 2) {
    part(resume, "position").textContent = clock(store.state.position);
    part(resume, "go").addEventListener("click", () => seek(store.state.position));
    resume.hidden = false;
  }
  return { seek };
};

/** A section's clip has a clock of its own that starts at zero. In a page that has the film inside, the clip is the
    film from `start` to `end`, on the film's clock, and has to be stopped there. */
const startClip = (figure, film, blob, hear) => {
  const video = figure.querySelector("video");
  const start = Number(figure.dataset.start);
  const end = Number(figure.dataset.end);
  const zero = blob ? 0 : start;
  const button = part(figure, "start");
  if (blob) video.src = `${blob}#t=${start},${end}`;
  button.hidden = false;
  video.controls = false;
  button.addEventListener("click", () => {
    button.hidden = true;
    video.controls = true;
    const now = zero + video.currentTime;
    if (now < start || now > end - 0.1) video.currentTime = start - zero + 0.001;
    video.focus();
    video.play().catch(() => {});
  });
  video.addEventListener("play", () => {
    for (const other of document.querySelectorAll("video")) if (other !== video) other.pause();
  });
  const offerAgain = () => {
    button.hidden = false;
    part(button, "label").textContent = "Play again";
    if (document.activeElement === video) button.focus({ preventScroll: true });
    video.controls = false;
  };
  video.addEventListener("ended", offerAgain);
  video.addEventListener("timeupdate", () => {
    const now = zero + video.currentTime;
    if (!video.paused && now < end) hear(now);
    if (!blob || video.currentTime < end - 0.04) return;
    video.pause();
    if (video.currentTime > end) video.currentTime = end - 0.02;
    offerAgain();
  });
  film.addEventListener("play", () => video.pause());
};
