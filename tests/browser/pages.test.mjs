// The pages as their readers use them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

const { CHROMIUM, DUIZHAO, SOURCES, FOLDER } = process.env;
const { chromium } = createRequire(join(FOLDER, "package.json"))("playwright-core");

const folder = mkdtempSync(join(tmpdir(), "pages-"));
const interview = (name) => join(SOURCES, "data/interviews", name);
const chinese = interview("passages.zh.txt");
const english = interview("passages.en.txt");
const quotes = interview("quotations-in-learnings.en.txt");
const other = join(folder, "other.en.txt");
const original = join(SOURCES, "examples/guides/original.txt");
const translation = join(SOURCES, "examples/guides/translation.txt");
const pages = {
  align: ["align", chinese, english],
  beside: ["align", chinese, english, other],
  check: ["check", "--lines", original, translation],
  trace: ["trace", quotes, "--against", english],
  variants: ["variants", chinese, english, quotes],
};

let browser;
before(async () => {
  const half = execFileSync("head", ["-n", "9", english]);
  writeFileSync(other, half);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const make = (args, language = "en") => {
  const file = join(folder, `${args[0]}-${Math.random().toString(36).slice(2)}.html`);
  execFileSync(DUIZHAO, [...args, "--ui-language", language, "--quiet", "-f", "html", "-o", file]);
  return pathToFileURL(file).href;
};

/// A page that is open. In the end it must have asked for nothing and complained of nothing.
const withPage = async (address, use, context = {}) => {
  const session = await browser.newContext(context);
  const page = await session.newPage();
  const complaints = [];
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== address) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  await use(page);
  assert.deepEqual(complaints, []);
  await session.close();
};

const shown = (page) => page.locator(".item:visible").count();
const all = (page) => page.locator(".item").count();

/// Items whose content is cut off at their right edge.
const clipped = (page) =>
  page.locator(".item").evaluateAll((items) => items.filter((item) => item.scrollWidth > item.clientWidth + 1).map((item) => `${item.scrollWidth} in ${item.clientWidth}: ${item.textContent.slice(0, 60)}`));

/// The contrast of an element's colour with what is behind it (WCAG 2.1).
const contrast = (page, selector) =>
  page.locator(selector).first().evaluate((element) => {
    const channels = (text) => text.match(/[\d.]+/g).map(Number);
    const luminance = ([red, green, blue]) => {
      const linear = (value) => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    let behind = element;
    let background = [0, 0, 0, 0];
    while (behind && (background[3] ?? 1) === 0) {
      background = channels(getComputedStyle(behind).backgroundColor);
      behind = behind.parentElement;
    }
    const [bright, dark] = [luminance(channels(getComputedStyle(element).color)), luminance(background)].sort((a, b) => b - a);
    return (bright + 0.05) / (dark + 0.05);
  });

for (const [name, args] of Object.entries(pages)) {
  for (const language of ["en", "zh_CN"]) {
    for (const [width, height, device] of [[1280, 900, "desktop"], [390, 844, "phone"]]) {
      for (const colorScheme of ["light", "dark"]) {
        test(`${name} in ${language} on a ${device}, ${colorScheme}`, async () => {
          const context = { viewport: { width, height }, colorScheme };
          await withPage(make(args, language), async (page) => {
            assert.ok((await all(page)) > 0);
            assert.equal(await page.locator("html").getAttribute("lang"), language.replace("_", "-"));
            assert.match(await page.locator("output.count").textContent(), language === "en" ? /^\d+ of \d+ shown$/ : /^显示 \d+ \/ \d+$/);
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert.ok(overflow <= 0, `${overflow} pixels too wide`);
            assert.deepEqual(await clipped(page), []);
            for (const selector of ["body", ".summary", ".where", "label", "button, select, input"]) {
              const found = await contrast(page, selector);
              assert.ok(found >= 4.5, `${selector}: contrast ${found}`);
            }
            for (const landmark of ["header", "main", "form[role=search]", "h1"]) {
              assert.equal(await page.locator(landmark).count(), 1, landmark);
            }
            const picture = join(FOLDER, `${name}-${language}-${device}-${colorScheme}.png`);
            await page.screenshot({ path: picture });
          }, context);
        });
      }
    }
  }
}

test("dark pages are dark", async () => {
  const address = make(pages.align);
  const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  let light, dark;
  await withPage(address, async (page) => { light = await paper(page); }, { colorScheme: "light" });
  await withPage(address, async (page) => { dark = await paper(page); }, { colorScheme: "dark" });
  assert.notEqual(light, dark);
});

test("nothing is cut off, whatever the width, the paths and the number of translations", async () => {
  const deep = join(folder, "a-folder-with-a-long-name/another-folder-with-a-long-name/and-one-more-of-them");
  mkdirSync(deep, { recursive: true });
  mkdirSync(join(folder, "elsewhere"), { recursive: true });
  const paths = [join(deep, "original.zh.txt"), ...[1, 2, 3, 4, 5, 6].map((n) => join(n > 3 ? deep : join(folder, "elsewhere"), `translation-${n}.en.txt`))];
  for (const path of paths) copyFileSync(path.endsWith("zh.txt") ? chinese : english, path);
  const [source, ...targets] = paths;
  const commands = [["align", source, targets[5]], ["align", source, targets[5], targets[0]], ["align", source, ...targets],
                    ["check", source, ...targets.slice(3, 5)], ["trace", quotes, "--against", ...paths.slice(5)], ["variants", quotes, ...paths.slice(4)]];
  for (const command of commands) {
    const address = make(command);
    for (const width of [320, 390, 768, 1024, 1280]) {
      await withPage(address, async (page) => {
        assert.deepEqual(await clipped(page), [], `${command[0]} at ${width}`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${command[0]} at ${width}`);
      }, { viewport: { width, height: 800 } });
    }
  }
});

test("beads are filtered by words, type and confidence", async () => {
  await withPage(make(pages.align), async (page) => {
    const beads = await all(page);
    await page.fill("input[type=search]", "Undervalued");
    assert.equal(await shown(page), 1);
    assert.equal(await page.locator("output.count").textContent(), `1 of ${beads} shown`);
    await page.press("input[type=search]", "Escape");
    assert.equal(await shown(page), beads);
    await page.selectOption("[data-filter=type]", "1:3");
    assert.equal(await shown(page), await page.locator(".item[data-type='1:3']").count());
    await page.selectOption("[data-filter=type]", "");
    for (const [typed, found] of [["it's", 4], ["ＡＧＩ", 1], ["language  models", 1], ["confidence 1.00", 0], ["passages.en", 0]]) {
      await page.fill("input[type=search]", typed);
      assert.equal(await shown(page), found, typed);
    }
    assert.ok(await page.locator(".nothing").isVisible());
    await page.fill("input[type=search]", "");
    await page.locator("[data-filter=confidence]").fill("0.5");
    assert.equal(await page.locator("output.value").textContent(), "0.50");
    const sure = await page.locator(".item").evaluateAll((items) => items.filter((item) => item.dataset.confidence > 0.5).length);
    assert.equal(await shown(page), beads - sure);
  });
});

test("findings are filtered by rule and severity, each for itself", async () => {
  await withPage(make(pages.check), async (page) => {
    const notes = () => page.locator("li.note:visible").count();
    assert.equal(await page.locator("output.count").textContent(), "5 of 5 shown");
    await page.selectOption("[data-filter=rule]", "number");
    assert.equal(await notes(), 1);
    await page.selectOption("[data-filter=rule]", "spacing");
    assert.equal(await notes(), 1);
    await page.selectOption("[data-filter=severity]", "medium");  // what stands beside it is
    assert.equal(await notes(), 0);
    assert.equal(await shown(page), 0);
    await page.selectOption("[data-filter=rule]", "");
    assert.equal(await notes(), 2);
  });
});

test("quotes are filtered by their verdict", async () => {
  await withPage(make(pages.trace), async (page) => {
    let filtered = 0;
    for (const status of ["attested", "altered", "partial", "unattested"]) {
      await page.selectOption("[data-filter=status]", status);
      filtered += await shown(page);
    }
    assert.equal(filtered, await all(page));
  });
});

test("a word shows its counterpart under the pointer and with the keyboard", async () => {
  await withPage(make(pages.align), async (page) => {
    const word = page.locator(".item [data-l]").first();
    await word.hover();
    const lit = page.locator(".on");
    assert.ok((await lit.count()) >= 2);
    const languages = await lit.evaluateAll((words) => [...new Set(words.map((each) => each.closest("[lang]").lang))].sort());
    assert.deepEqual(languages, ["en", "zh"]);
    await word.click();
    assert.ok((await lit.count()) >= 2);
    await page.mouse.move(0, 0);
    assert.equal(await lit.count(), 0);
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowRight");
    assert.ok((await lit.count()) >= 2);
    assert.ok(await page.evaluate(() => document.activeElement.matches("[data-l]")));
  });
});

test("words are linked in every column", async () => {
  await withPage(make(pages.beside), async (page) => {
    const row = page.locator(".item.beside").first();
    assert.equal(await row.locator("> div").count(), 3);
    const columns = new Set();
    for (const word of await row.locator("> div:first-child [data-l]").all()) {
      await word.hover();
      for (const column of await row.locator(".on").evaluateAll((words) => words.map((each) => [...each.closest(".item").children].indexOf(each.closest(".item > div"))))) {
        columns.add(column);
      }
    }
    assert.deepEqual([...columns].sort(), [0, 1, 2]);
  });
});

test("keys go from item to item", async () => {
  await withPage(make(pages.trace), async (page) => {
    const at = () => page.evaluate(() => [...document.querySelectorAll(".item")].indexOf(document.activeElement.closest(".item")));
    await page.keyboard.press("j");
    assert.equal(await at(), 0);
    await page.keyboard.press("j");
    assert.equal(await at(), 1);
    await page.keyboard.press("k");
    assert.equal(await at(), 0);
    await page.keyboard.press("n");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.level), "doubtful");
    const doubtful = await at();
    await page.click("[data-jump]");
    await page.click("[data-jump]");
    assert.ok((await at()) > doubtful + 1);
    const before = await at();
    await page.keyboard.press("/");
    await page.keyboard.press("Escape");
    assert.equal(await at(), before);
    await page.keyboard.press("j");
    assert.equal(await at(), before + 1);
    await page.keyboard.press("/");
    assert.ok(await page.evaluate(() => document.activeElement.type === "search"));
    await page.keyboard.type("jjn");
    assert.equal(await page.inputValue("input[type=search]"), "jjn");
  });
});

test("keys can be turned off, and leave an input method alone", async () => {
  await withPage(make(pages.align), async (page) => {
    await page.uncheck("[name=keys]");
    await page.locator("body").press("j");
    assert.equal(await page.evaluate(() => document.activeElement.matches(".item")), false);
    await page.fill("input[type=search]", "AGI");
    await page.locator("input[type=search]").evaluate((field) =>
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", isComposing: true, bubbles: true })));
    assert.equal(await page.inputValue("input[type=search]"), "AGI");
  });
});

test("a page without anything says so", async () => {
  const empty = join(folder, "empty.txt");
  writeFileSync(empty, "Nobody is quoted here.\n");
  await withPage(make(["trace", empty, "--against", english]), async (page) => {
    assert.ok(await page.locator(".empty").isVisible());
  });
});

test("what the texts hold is text", async () => {
  const hostile = join(folder, "hostile.txt");
  const evil = '<script>alert(1)</script><img src=x onerror=alert(2)> </style></textarea>&lt; "q" \u202Eabc\u202C \u0007\u001B[31m\u0000';
  writeFileSync(hostile, `${evil}\n“${evil} is here and says it all in 120 words.”\n`);
  const translated = join(folder, "translated.txt");
  writeFileSync(translated, `${evil}\n“${evil} is here and says it all in 340 words.”\n`);
  for (const args of [["align", "--lines", hostile, hostile, "--source-language", "zh"], ["check", "--lines", hostile, translated, "--source-language", "zh"],
                      ["trace", "--lines", hostile, "--against", hostile], ["variants", "--lines", hostile, hostile]]) {
    await withPage(make(args), async (page) => {
      assert.equal(await page.locator("script").count(), 1);
      assert.equal(await page.locator("style").count(), 1);
      assert.equal(await page.locator("img, textarea").count(), 0);
      const text = await page.locator("main").textContent();
      assert.ok((await all(page)) > 0, args[0]);
      assert.ok(text.includes("<script>alert(1)</script>"), args[0]);
      assert.doesNotMatch(text, /[\u0000-\u0008\u000E-\u001F]/);
    });
  }
});

test("print leaves the controls out", async () => {
  await withPage(make(pages.check), async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("form").isVisible(), false);
    assert.ok(await page.locator(".item").first().isVisible());
  });
  await withPage(make(pages.beside), async (page) => {
    await page.emulateMedia({ media: "print" });
    const cells = await page.locator(".item.beside").first().locator("> div").evaluateAll((divs) => divs.map((div) => div.getBoundingClientRect().left));
    assert.equal(new Set(cells).size, 1);  // below each other
  });
});

test("without a script a page is read as it is", async () => {
  const session = await browser.newContext({ javaScriptEnabled: false });
  const page = await session.newPage();
  await page.goto(make(pages.align));
  assert.equal(await page.locator("form").isVisible(), false);
  assert.equal(await shown(page), await all(page));
  await session.close();
});
