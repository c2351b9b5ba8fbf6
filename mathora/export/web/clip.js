// A section's clip. It has a clock of its own that starts at zero; in a page that has the film inside, it is the film from
// `start` to `end`, on the film's clock, and has to be stopped there.

/** Gives back a function that makes the clip ready to begin at a moment of the film. */
const startClip = (figure, film, blob, parts, hear) => {
  const video = figure.querySelector("video");
  const start = Number(figure.dataset.start);
  const end = Number(figure.dataset.end);
  const zero = blob ? 0 : start;
  const button = part(figure, "start");
  const label = part(button, "label");
  if (blob) video.src = `${blob}#t=${start},${end}`;
  const jump = startJumping(video, part(figure, "note"), parts);
  const finish = listen(video, zero, () => end, hear);
  let from = null;
  button.hidden = false;
  video.controls = false;
  button.addEventListener("click", () => {
    button.hidden = true;
    video.controls = true;
    video.focus();
    const now = zero + video.currentTime;
    if (from === null && (now < start || now > end - 0.1)) from = start;
    if (from === null || (from === zero && video.currentTime === 0)) video.play().catch(() => {});
    else jump(from - zero);
    from = null;
  });
  video.addEventListener("play", () => {
    for (const other of document.querySelectorAll("video")) if (other !== video) other.pause();
  });
  const offerAgain = () => {
    button.hidden = false;
    label.textContent = WORDS.play_again;
    if (document.activeElement === video) button.focus({ preventScroll: true });
    video.controls = false;
    from = start;
  };
  video.addEventListener("ended", offerAgain);
  video.addEventListener("timeupdate", () => {
    if (!blob || video.currentTime < end - 0.04) return;
    video.pause();
    if (video.currentTime > end) video.currentTime = end - 0.02;
    finish();
    offerAgain();
  });
  film.addEventListener("play", () => video.pause());

  return (seconds) => {
    if (seconds < start || seconds >= end) return;
    if (button.hidden) {
      jump(seconds - zero, { play: !video.paused });
      return;
    }
    from = seconds;
    label.textContent = seconds > start
      ? fill(WORDS.watch_part_from, { time: clock(seconds) })
      : fill(WORDS.watch_part, { length: clock(end - start) });
  };
};
