// What this browser remembers of the lesson: sections watched, answers, last position. One JSON value, keyed by the
// lesson; sections and questions are keyed by digests of their content, so that an edit forgets only what changed.
// Where storage is blocked or full, memory serves for this visit.

const openStore = (lesson) => {
  const key = `mathora:${lesson}`;
  const empty = () => ({ watched: {}, answers: {}, position: 0 });
  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const read = () => {
    try {
      const value = JSON.parse(localStorage.getItem(key));
      const position = Number.isFinite(value?.position) ? value.position : 0;
      return {
        watched: isRecord(value?.watched) ? value.watched : {},
        answers: isRecord(value?.answers) ? value.answers : {},
        position,
      };
    } catch {
      return empty();
    }
  };
  let state = read();
  let lasting = true;
  const write = () => {
    try {
      localStorage.setItem(key, JSON.stringify(state));
    } catch {
      lasting = false;
    }
  };
  write();
  return {
    get state() { return state; },
    /** False where nothing outlives this visit. */
    get lasting() { return lasting; },
    change(edit) {
      edit(state);
      write();
    },
    reset() {
      state = empty();
      try {
        localStorage.removeItem(key);
      } catch {
        lasting = false;
      }
    },
  };
};
