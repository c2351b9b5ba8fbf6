// Captions on film and clips: shown from the start in every browser, and one switch for all of them.

/** The captions of a video as the browser knows them. */
const captionsOf = (video) => [...video.textTracks].find(({ kind }) => kind === "captions");

/**
 * A `default` track is a wish that WebKit does not follow: the mode is set here, and again when a video is loaded, when
 * WebKit chooses anew. What is chosen in the browser's own menu of a video that is loaded counts for all, like the switch.
 */
const startCaptions = () => {
  const videos = [...document.querySelectorAll("video")];
  const switches = [...document.querySelectorAll("[data-part=captions]")];
  let on = true;
  const show = () => {
    for (const video of videos) {
      const track = captionsOf(video);
      if (track && (track.mode === "showing") !== on) track.mode = on ? "showing" : "hidden";
    }
    for (const one of switches) one.setAttribute("aria-pressed", String(on));
  };
  const turn = (to) => {
    on = to;
    show();
  };
  for (const video of videos) {
    let settled = false;
    for (const event of ["loadstart", "loadedmetadata"]) {
      video.addEventListener(event, () => {
        settled = false;
        show();
      });
    }
    video.addEventListener("playing", () => {
      if (!settled) show();
      settled = true;
    });
    video.textTracks.addEventListener("change", () => {
      if (settled) turn(captionsOf(video)?.mode === "showing");
      else show();
    });
  }
  for (const one of switches) {
    one.hidden = false;
    one.addEventListener("click", () => turn(!on));
  }
  show();
};
