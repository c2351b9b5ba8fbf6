// What the page says by itself while it is used: phrases of its language's catalogue, from the page's data.

const WORDS = JSON.parse(document.getElementById("lesson-data").textContent).words;

/** A phrase with values put into its `{names}`. */
const fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** A phrase that changes with a count, which is put in as `{count}`. */
const counted = (forms, count, values = {}) => fill(count === 1 ? forms.one : forms.other, { count, ...values });
