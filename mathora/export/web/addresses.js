// Addresses: `#section` and `#section/step` name a moment; film, clip and page begin there. Each link to a moment has that
// address, so that it can be copied, opened in another tab, and left by the browser's back and forward.

/** The moment that a fragment names, with its section; null if it names none. */
const momentOf = (lesson, fragment) => {
  let id = fragment.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch { /* a stray per cent sign: it names nothing here */ }
  for (const section of lesson.sections) {
    const moment = section.id === id ? section.moments[0] : section.moments.find((one) => one.id === id);
    if (moment) return { ...moment, section: section.id, place: id };
  }
  return null;
};

/** Unfolds what hides a place, and gives it back; null if there is no such place. */
const unfold = (id) => {
  const place = document.getElementById(id);
  for (let at = place; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  return place;
};

/** `watchFrom(seconds)` plays the film from there; `begin(moment)` makes film and clip ready to begin there. */
const startAddresses = (lesson, film, { watchFrom, begin }) => {
  const arrive = ({ scroll }) => {
    const moment = momentOf(lesson, location.hash);
    if (!moment) return;
    const place = unfold(moment.place);
    if (scroll) place.scrollIntoView();
    begin(moment);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-seek]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.hash !== location.hash) history.pushState(null, "", link.hash);
    watchFrom(Number(link.dataset.seek));
  });
  window.addEventListener("hashchange", () => arrive({ scroll: false }));

  const [visit] = performance.getEntriesByType("navigation");
  arrive({ scroll: !visit || visit.type === "navigate" });
};
