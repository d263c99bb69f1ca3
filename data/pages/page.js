"use strict";
// Filters, jumps and counterparts of a page. Everything works on elements of the class "item":
// without this script the page is read as it is.
(() => {
  const items = Array.from(document.querySelectorAll(".item"));
  const form = document.querySelector("form");
  const count = document.querySelector("output");
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };

  const passes = (item) => {
    for (const control of form.elements) {
      const key = control.dataset.filter;
      if (!key || control.value === "") continue;
      if (key === "text") {
        if (!textOf(item).includes(control.value.toLowerCase())) return false;
      } else if (key === "confidence") {
        if (Number(item.dataset.confidence) * 100 > Number(control.value)) return false;
      } else if (!(item.dataset[key] || "").split(" ").includes(control.value)) {
        return false;
      }
    }
    return true;
  };

  const filter = () => {
    let shown = 0;
    for (const item of items) {
      item.hidden = !passes(item);
      if (!item.hidden) ++shown;
    }
    if (count) count.textContent = count.dataset.label.replace("{}", shown).replace("{}", items.length);
  };

  const move = (step, wanted) => {
    const shown = items.filter((item) => !item.hidden && wanted(item));
    if (shown.length === 0) return;
    const all = items.indexOf(document.activeElement.closest(".item"));
    let next = step > 0 ? shown.find((item) => items.indexOf(item) > all)
                        : shown.findLast((item) => items.indexOf(item) < all);
    next = next || (step > 0 ? shown[0] : shown[shown.length - 1]);
    next.focus();
    next.scrollIntoView({ block: "center" });
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
  document.addEventListener("focusin", (event) => show(wordOf(event)));

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
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const field = event.target.closest("input, select, textarea");
    if (event.key === "Escape" && field) {
      if (field.type === "search") field.value = "";
      field.blur();
      filter();
      return;
    }
    if (field) return;
    const actions = {
      "/": () => form.querySelector("input[type=search]").focus(),
      j: () => move(1, any),
      k: () => move(-1, any),
      n: () => move(1, doubtful),
      ArrowRight: () => nextWord(1),
      ArrowLeft: () => nextWord(-1),
    };
    const action = actions[event.key];
    if (action && action() !== false) event.preventDefault();
  });

  if (form) {
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const button of form.querySelectorAll("button[data-jump]")) {
      button.addEventListener("click", () => move(1, doubtful));
    }
    form.hidden = false;
    filter();
  }
})();
