// The quick check: choose, submit, feedback with the why, try again.

const startQuestion = (form, config, store, onProgress) => {
  const options = [...form.querySelectorAll(".option")];
  const check = part(form, "check");
  const again = part(form, "again");
  const feedback = part(form, "feedback");
  const chosen = () => options.findIndex((option) => option.querySelector("input").checked);

  const clear = () => {
    options.forEach((option) => {
      option.classList.remove("right", "wrong");
      part(option, "sign").textContent = "";
      option.querySelector("input").disabled = false;
    });
    feedback.replaceChildren();
    again.hidden = true;
    check.hidden = false;
  };

  const judge = (index) => {
    clear();
    const correct = config.correct === index;
    const option = options[index];
    option.querySelector("input").checked = true;
    option.classList.add(correct ? "right" : "wrong");
    part(option, "sign").textContent = correct ? WORDS.right : WORDS.not_quite;
    options.forEach((other) => { other.querySelector("input").disabled = true; });
    feedback.replaceChildren(part(form, `why-${index}`).content.cloneNode(true));
    check.hidden = true;
    again.hidden = false;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const index = chosen();
    if (index < 0) {
      feedback.textContent = WORDS.choose;
      options[0].querySelector("input").focus();
      return;
    }
    judge(index);
    again.focus();
    store.change((state) => { state.answers[config.key] = config.options[index]; });
    onProgress();
  });
  again.addEventListener("click", () => {
    clear();
    options.forEach((option) => { option.querySelector("input").checked = false; });
    options[0].querySelector("input").focus();
    store.change((state) => { delete state.answers[config.key]; });
    onProgress();
  });

  const restore = () => {
    const index = config.options.indexOf(store.state.answers[config.key]);
    if (index >= 0) judge(index);
    else {
      clear();
      options.forEach((option) => { option.querySelector("input").checked = false; });
    }
  };
  check.disabled = false;
  restore();
  return { restore };
};
