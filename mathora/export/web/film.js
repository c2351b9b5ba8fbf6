// The film: chapters, links to moments, where it stopped. The address says which moment is meant: `#section/step`.

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
  const hear = openHeard(lesson, store, onProgress);
  const blob = embeddedFilm();
  if (blob) film.src = blob;
  const parts = askForParts(film.getAttribute("src"));
  const jump = startJumping(film, document.getElementById("film-note"), parts);

  const watchFrom = (seconds) => {
    film.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
    film.focus({ preventScroll: true });
    jump(seconds, { play: !still.matches });
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
  listen(film, 0, () => lesson.duration, hear);
  film.addEventListener("timeupdate", () => {
    if (film.readyState > 0 && (film.played.length > 0 || film.currentTime > 0)) follow();
    if (film.paused || Math.abs(film.currentTime - saved) < 2) return;
    saved = film.currentTime;
    store.change((state) => { state.position = saved; });
  });
  film.addEventListener("seeked", follow);
  film.addEventListener("pause", () => store.change((state) => { state.position = film.currentTime; }));
  film.addEventListener("ended", () => store.change((state) => { state.position = 0; }));
  film.addEventListener("play", () => { document.getElementById("resume").hidden = true; });

  const clips = new Map([...document.querySelectorAll(".clip")].map((figure) =>
    [figure.closest(".chapter").id, startClip(figure, film, blob, parts, hear)]));
  startAddresses(lesson, film, { watchFrom, begin: (moment) => {
    jump(moment.start, { play: !film.paused });
    clips.get(moment.section)?.(moment.start);
  } });
  startCaptions();

  const resume = document.getElementById("resume");
  if (store.state.position > 3 && store.state.position < lesson.duration - 2) {
    part(resume, "position").textContent = clock(store.state.position);
    part(resume, "go").addEventListener("click", () => watchFrom(store.state.position));
    resume.hidden = false;
  }
};
