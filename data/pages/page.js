"use strict";
// Filters, jumps and counterparts of a page. Everything works on elements of the class "item", and, where
// an item holds notes (li.note), on them: without this script the page is read as it is.
(() => {
  const items = Array.from(document.querySelectorAll(".item"));
  const notesOf = new Map(items.map((item) => [item, Array.from(item.querySelectorAll("li.note"))]));
  const folds = Array.from(document.querySelectorAll(".left-out"));
  const main = document.querySelector("main");
  const form = document.querySelector("form");
  const count = form.querySelector("output.count");
  const nothing = document.querySelector(".nothing");
  const jumps = Array.from(form.querySelectorAll("button[data-jump]"));
  let current = null;  // the item that keys and jumps go on from

  // Widths, quotation marks, apostrophes and spaces do not count.
  const plain = (text) =>
    text.normalize("NFKC").toLowerCase().replace(/[\u2018\u2019\u02BC]/g, "'").replace(/[\u201C\u201D]/g, '"')
      .replace(/\s+/g, " ").trim();
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) {
      const parts = Array.from(item.querySelectorAll(".text, .note, .evidence, .speaker, td"));
      texts.set(item, plain(parts.map((part) => part.textContent).join(" ")));
    }
    return texts.get(item);
  };

  const passes = (element, controls) =>
    controls.every(([key, value]) => {
      if (key === "text") return textOf(element).includes(value);
      if (key === "confidence") return Number(element.dataset.confidence) <= value;
      return (element.dataset[key] || "").split(" ").includes(value);
    });

  const filter = () => {
    const ofItems = [];
    const ofNotes = [];
    for (const control of form.elements) {
      const key = control.dataset.filter;
      if (!key || control.value === "") continue;
      const value = key === "text" ? plain(control.value) : key === "confidence" ? Number(control.value) : control.value;
      (control.dataset.of === "note" ? ofNotes : ofItems).push([key, value]);
    }
    let shown = 0;
    let all = 0;
    for (const item of items) {
      const notes = notesOf.get(item);
      for (const note of notes) note.hidden = !passes(note, ofNotes);
      const kept = notes.filter((note) => !note.hidden).length;
      item.hidden = !passes(item, ofItems) || (notes.length > 0 && kept === 0);
      all += notes.length || 1;
      if (!item.hidden) shown += kept || 1;
    }
    count.textContent = count.dataset.label.replace("{}", shown).replace("{}", all);
    for (const fold of folds) fold.hidden = shown < all;
    nothing.hidden = shown > 0 || items.length === 0;
    for (const jump of jumps) jump.disabled = !items.some((item) => !item.hidden && doubtful(item));
    for (const value of form.querySelectorAll("output.value")) {
      value.textContent = Number(value.parentElement.querySelector("input").value).toFixed(2);
    }
  };

  const go = (item) => {
    item.focus();
    item.scrollIntoView({ block: item.offsetHeight > innerHeight / 2 ? "start" : "center" });
  };
  const move = (step, wanted) => {
    // Once round, beginning behind the current item or before it.
    const at = items.indexOf(current);
    const round = step > 0 ? [...items.slice(at + 1), ...items.slice(0, at + 1)]
                           : [...items.slice(Math.max(at, 0)), ...items.slice(0, Math.max(at, 0))].reverse();
    const next = round.find((item) => !item.hidden && wanted(item));
    if (next) go(next);
  };
  const doubtful = (item) => item.dataset.level === "doubtful";
  const any = () => true;

  const show = (word) => {
    for (const other of document.querySelectorAll(".on")) other.classList.remove("on");
    if (!word) return;
    const links = word.dataset.l.split(" ");
    for (const other of word.closest(".item").querySelectorAll("[data-l]")) {
      if (other.dataset.l.split(" ").some((link) => links.includes(link))) other.classList.add("on");
    }
  };
  const wordOf = (event) => (event.target.closest ? event.target.closest("[data-l]") : null);
  document.addEventListener("pointerover", (event) => show(wordOf(event)));
  document.addEventListener("focusin", (event) => {
    const item = event.target.closest(".item");
    if (item) current = item;
    if (!event.target.matches(".item")) show(wordOf(event));
  });
  main.addEventListener("click", (event) => show(wordOf(event)));

  const nextWord = (step) => {
    const item = document.activeElement.closest(".item");
    if (!item) return false;
    const words = Array.from(item.querySelectorAll("[data-l]"));
    const at = words.indexOf(document.activeElement);
    const next = words[at < 0 ? (step > 0 ? 0 : words.length - 1) : at + step];
    if (next) {
      next.tabIndex = -1;
      next.focus();
    }
    return Boolean(next);
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = event.target.closest("input, select, textarea");
    if (event.key === "Escape" && field) {
      if (field.type === "search") field.value = "";
      field.blur();
      filter();
      if (current && !current.hidden) go(current);
      return;
    }
    if (field || !form.elements.keys.checked) return;
    const actions = {
      "/": () => form.querySelector("input[type=search]").focus(),
      j: () => move(1, any),
      k: () => move(-1, any),
      n: () => move(1, doubtful),
      ArrowRight: () => nextWord(1),
      ArrowLeft: () => nextWord(-1),
    };
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (action && action() !== false) event.preventDefault();
  });

  if (navigator.clipboard) {
    for (const button of document.querySelectorAll("[data-copy]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        navigator.clipboard.writeText(button.dataset.copy).then(() => { button.dataset.done = ""; }, () => {});
      });
    }
  }

  form.addEventListener("input", (event) => {
    if (!event.isComposing) filter();
  });
  form.addEventListener("compositionend", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const jump of jumps) jump.addEventListener("click", () => move(1, doubtful));
  form.hidden = false;
  filter();
})();
