"use strict";
// What the studio shows, kept in step with it: only what has changed is touched, so that the reader keeps the place.
(() => {
  const at = (id) => document.getElementById(id);
  let shown = null, chosen = "", focus = "", filmed = "";

  const text = (name, words, kind = "") => {
    const element = document.createElement(name);
    element.textContent = words;
    if (kind) element.className = kind;
    return element;
  };

  function show(next) {
    shown = next;
    document.title = `${next.title} – Mathora preview`;
    at("title").textContent = next.title;
    const late = next.steps.filter((step) => step.late).length;
    const state = next.busy || (next.faults.length ? "" : late ? `${late} pictures are of an earlier version` : "up to date");
    const wrong = next.faults.length ? `${next.faults.length} ${next.faults.length > 1 ? "faults" : "fault"}` : "";
    at("state").textContent = [wrong, state].filter(Boolean).join(" · ");
    at("products").hidden = !next.product;
    at("products").href = `products/${next.product}`;
    showFaults(next);
    if (next.focus !== focus && at("follow").checked) { chosen = next.focus; stopFilm(); }
    focus = next.focus;
    if (!next.steps.some((step) => step.address === chosen)) chosen = next.focus;
    showStoryboard(next.steps);
    showLarge();
  }

  function showFaults(next) {
    const list = at("faults");
    const told = [...next.faults, ...next.remarks];
    list.hidden = !told.length;
    list.replaceChildren(...told.map((fault, place) => {
      const article = document.createElement("article");
      if (place >= next.faults.length) article.className = "remark";
      article.append(text("h2", `${fault.file}:${fault.line}:${fault.column}: ${fault.message} [${fault.rule}]`));
      if (fault.quoted) article.append(text("pre", `${fault.quoted}\n${" ".repeat(fault.column - 1)}${"^".repeat(fault.length)}`));
      if (fault.hint) article.append(text("p", fault.hint));
      return article;
    }));
  }

  const buttons = new Map();

  function buttonOf(step) {
    if (!buttons.has(step.address)) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(text("div", "", "none"), text("span", ""));
      button.addEventListener("click", () => { chosen = step.address; at("follow").checked = false; stopFilm(); show(shown); });
      buttons.set(step.address, button);
    }
    const button = buttons.get(step.address);
    if (button.dataset.picture !== step.picture && step.picture) {
      button.dataset.picture = step.picture;
      const picture = document.createElement("img");
      picture.src = `picture/${step.picture}.png`;
      picture.alt = "";
      picture.loading = "lazy";
      button.firstChild.replaceWith(picture);
    }
    button.className = `${step.late ? "late" : ""} ${step.trouble ? "trouble" : ""}`;
    button.lastChild.textContent = step.trouble || `${step.address.split("/")[1]} · line ${step.line}`;
    button.setAttribute("aria-current", String(step.address === chosen));
    return button;
  }

  function showStoryboard(steps) {
    const wanted = [];
    let section = null;
    for (const step of steps) {
      if (step.section !== section) wanted.push(heading(section = step.section));
      wanted.push(buttonOf(step));
    }
    const board = at("storyboard");
    const same = board.children.length === wanted.length && wanted.every((one, index) => board.children[index] === one);
    if (!same) board.replaceChildren(...wanted);
    for (const address of buttons.keys()) if (!steps.some((step) => step.address === address)) buttons.delete(address);
  }

  const headings = new Map();
  function heading(words) {
    if (!headings.has(words)) headings.set(words, text("h2", words));
    return headings.get(words);
  }

  function showLarge() {
    const step = shown.steps.find((one) => one.address === chosen);
    at("play").disabled = !step;
    if (!step) return;
    at("address").textContent = step.address;
    at("say").textContent = step.say;
    const picture = at("picture");
    if (step.picture && picture.dataset.key !== step.picture) {
      picture.dataset.key = step.picture;
      picture.src = `picture/${step.picture}.png`;
      picture.alt = `The last frame of ${step.address}`;
    }
    if (filmed && filmed !== version(step)) stopFilm();
    at("large").className = step.late ? "late" : "";
  }

  function stopFilm() {
    const film = at("film");
    film.pause();
    film.removeAttribute("src");
    film.hidden = true;
    at("picture").hidden = false;
    filmed = "";
  }

  // What a film is of: the step as it was when the film was asked for.
  const version = (step) => `${step.address} ${step.picture} ${step.say}`;

  function playFilm() {
    const step = shown && shown.steps.find((one) => one.address === chosen);
    if (!step) return;
    const film = at("film");
    filmed = version(step);
    film.src = `film/${chosen}?${Date.now()}`;
    film.hidden = false;
    at("picture").hidden = true;
    film.play().catch(() => {});
  }

  at("play").addEventListener("click", playFilm);
  at("film").addEventListener("error", () => { if (filmed) { stopFilm(); at("state").textContent = "this step could not be filmed"; } });
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input, video") || event.ctrlKey || event.metaKey || event.altKey || !shown) return;
    const steps = shown.steps.map((step) => step.address), place = steps.indexOf(chosen);
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "f") playFilm();
    else if (way && steps[place + way]) { chosen = steps[place + way]; at("follow").checked = false; stopFilm(); show(shown); event.preventDefault(); }
  });
  const events = new EventSource("events");
  events.onmessage = (event) => show(JSON.parse(event.data));
  events.onerror = () => { at("state").textContent = "the preview has ended, or is starting again"; };
})();
