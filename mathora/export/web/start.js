// Joins the parts. FUNCTIONS, the model's functions, stands before this in the page.

const start = () => {
  const lesson = JSON.parse(document.getElementById("lesson-data").textContent);
  const store = openStore(lesson.id);

  const showProgress = () => {
    const watched = lesson.sections.filter(({ key }) => store.state.watched[key]);
    const right = lesson.questions.filter(({ key, options, correct }) => store.state.answers[key] === options[correct]);
    const meter = document.getElementById("watched");
    meter.value = watched.length;
    const parts = [counted(WORDS.sections, lesson.sections.length, { watched: watched.length })];
    if (lesson.questions.length) parts.push(counted(WORDS.checks, lesson.questions.length, { right: right.length }));
    document.getElementById("progress-text").textContent = parts.join(" · ");
    for (const { id, key } of lesson.sections) {
      const entry = document.querySelector(`.chapters li[data-section="${CSS.escape(id)}"]`);
      const seen = Boolean(store.state.watched[key]);
      entry.classList.toggle("watched", seen);
      part(entry, "mark").textContent = seen ? "✓" : entry.dataset.number;
      part(entry, "watched").hidden = !seen;
    }
    document.getElementById("remembers").textContent = store.lasting ? WORDS.remembers : WORDS.remembers_not;
  };

  startFilm(lesson, store, showProgress);
  for (const config of lesson.curves) startCurve(document.getElementById(config.place), config, FUNCTIONS);
  for (const config of lesson.areas) startArea(document.getElementById(config.place), config, FUNCTIONS);
  for (const config of lesson.maps) startGradient(document.getElementById(config.place), config, FUNCTIONS);
  for (const config of lesson.dials) startDials(document.getElementById(config.place), config, FUNCTIONS);
  for (const config of lesson.computations) startComputation(document.getElementById(config.place), config, FUNCTIONS);
  for (const config of lesson.planes) startPlane(document.getElementById(config.place), config);
  const questions = lesson.questions.map((config) =>
    startQuestion(document.getElementById(config.place), config, store, showProgress));

  document.getElementById("reset").addEventListener("click", () => {
    store.reset();
    for (const question of questions) question.restore();
    document.getElementById("resume").hidden = true;
    showProgress();
    announce(WORDS.was_reset);
  });
  showProgress();
  followReading();
};

/** Marks the section that is being read in the table of contents. */
const followReading = () => {
  const links = new Map([...document.querySelectorAll(".contents a")].map((link) => [link.hash.slice(1), link]));
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const link = links.get(encodeURIComponent(target.id)) ?? links.get(target.id);
      if (!link || !isIntersecting) continue;
      for (const other of links.values()) other.removeAttribute("aria-current");
      link.setAttribute("aria-current", "true");
    }
  }, { rootMargin: "-25% 0px -65% 0px" });
  for (const chapter of document.querySelectorAll(".chapter")) watcher.observe(chapter);
};

start();
