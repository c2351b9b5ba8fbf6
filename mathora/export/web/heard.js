// What of the lesson has been watched: by the film and by the sections' clips, counted on the film's clock.

const ENOUGH = 0.9; // of a section's seconds
const STRETCH = 3; // seconds between two reports that one stretch may have: a browser in the background reports rarely

/** A function that counts the seconds from `from` to `to` as watched; a section with nine tenths of its own is watched. */
const openHeard = (lesson, store, onProgress) => {
  const seen = new Map(lesson.sections.map((section) => [section.id, new Set()]));
  return (from, to) => {
    for (const { id, key, start, end } of lesson.sections) {
      if (store.state.watched[key] || to < start || from >= end) continue;
      const own = seen.get(id);
      const last = Math.min(to, end - 0.001) - start;
      for (let second = Math.floor(Math.max(from, start) - start); second <= last; second += 1) own.add(second);
      if (own.size < ENOUGH * Math.floor(end - start)) continue;
      store.change((state) => { state.watched[key] = true; });
      onProgress();
    }
  };
};

/**
 * Reports what plays of a video whose own clock begins at `zero` and whose part ends at `end`, both on the film's clock.
 * A jump begins a new stretch. Where the browser ends the video, all is seen, however short its last frame was cut.
 * Gives back a function that reports the end, for a video that is stopped there by hand.
 */
const listen = (video, zero, end, hear) => {
  let last = null;
  const finish = () => {
    hear(last ?? zero + video.currentTime, end());
    last = null;
  };
  video.addEventListener("seeking", () => { last = null; });
  video.addEventListener("timeupdate", () => {
    if (video.paused) return;
    const now = zero + video.currentTime;
    hear(last !== null && now >= last && now - last < STRETCH ? last : now, now);
    last = now;
  });
  video.addEventListener("ended", finish);
  return finish;
};
