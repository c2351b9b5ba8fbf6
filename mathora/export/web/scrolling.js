// A formula that is wider than its box is scrolled with the arrow keys: the Tab key stops there, and only there.

const startScrolling = () => {
  const look = (box) => {
    if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
    else if (document.activeElement !== box) box.removeAttribute("tabindex");
  };
  const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => look(target)));
  for (const box of document.querySelectorAll(".formulas")) watcher.observe(box);
  document.fonts.ready.then(() => document.querySelectorAll(".formulas").forEach(look));
};

startScrolling();
