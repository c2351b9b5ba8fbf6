// Jumps within a film. A server that sends no parts of a file (no byte ranges) lets a browser play a film from its start
// and nowhere else: then the whole film is loaded before a jump, and the page says so.

/** The whole of a file, with `told` how much of it has come (0…1, or null where the server does not say its size). */
const loadWhole = async (address, told) => {
  // past the cache, whose entry the video's own request holds for as long as it waits for more to be played
  const answer = await fetch(address, { cache: "no-store" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const size = Number(answer.headers.get("content-length")) || null;
  const reader = answer.body.getReader();
  const pieces = [];
  let come = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(pieces, { type: "video/mp4" });
    pieces.push(value);
    come += value.length;
    told(size && come / size);
  }
};

/** Whether this page's server sends parts of a file; asked once, of the film. A page opened from a file needs no server. */
const askForParts = async (address) => {
  if (!location.protocol.startsWith("http") || !address || address.startsWith("blob:")) return true;
  const stop = new AbortController();
  try {
    const answer = await fetch(address, { headers: { Range: "bytes=0-0" }, cache: "no-store", signal: stop.signal });
    stop.abort();
    return answer.status === 206 || !answer.ok;
  } catch {
    return true; // what cannot be asked for is told by the film itself
  }
};

/** What a video can do: `jump(seconds, { play })`, as soon as it can. `parts` promises whether the server sends parts. */
const startJumping = (video, note, parts) => {
  const { no_parts } = WORDS;
  let whole = null;
  const say = (text) => { if (note.textContent !== text) note.textContent = text; };

  const loaded = () => new Promise((done) => {
    if (video.readyState > 0) done();
    else video.addEventListener("loadedmetadata", done, { once: true });
  });

  /** The film inside the page, going on where it stood. */
  const takeWhole = async () => {
    const told = (share) => say(share
      ? fill(WORDS.loading_so_far, { no_parts, percent: Math.floor(share * 10) * 10 })
      : fill(WORDS.loading, { no_parts }));
    told(null);
    try {
      const blob = await loadWhole(video.src, told);
      const [at, playing] = [video.currentTime, !video.paused];
      video.src = URL.createObjectURL(blob);
      await loaded();
      video.currentTime = at;
      if (playing) video.play().catch(() => {});
      say("");
      return true;
    } catch {
      say(fill(WORDS.no_jumps, { no_parts }));
      return false;
    }
  };
  const ready = async () => (await parts) || (whole ??= takeWhole());

  parts.then((sends) => {
    if (sends) return;
    say(fill(WORDS.loading, { no_parts }));
    video.addEventListener("play", ready, { once: true });
    video.addEventListener("seeking", ready, { once: true });
  });

  let wanted = 0;
  return async (seconds, { play = true } = {}) => {
    wanted += 1;
    const mine = wanted;
    if (video.readyState === 0 && video.preload === "none") video.preload = "metadata";
    if (!(await ready()) || mine !== wanted) return;
    await loaded();
    if (mine !== wanted) return;
    // A hair past the boundary: a seek to a frame's exact time may round down to the frame before.
    video.currentTime = seconds + 0.001;
    if (play) video.play().catch(() => {});
  };
};
