"use strict";
// The page's own script. Words of articles reach the page through textContent only.
(() => {
  const KINDS = ["direct", "mixed", "indirect", "scare"];
  const SHOWN = 60; // quotes at a time
  const TOP = 20; // speakers in the chart
  const $ = (id) => document.getElementById(id);
  const plural = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  // ---- data -------------------------------------------------------------------------------------------------------

  const summary = JSON.parse(document.querySelector(".summary").textContent);
  const speakers = summary.speakers.map(([name, label, role, articles]) => ({ name, label, role, articles }));
  const articles = new Map();
  const quotes = [];
  const unlinked = new Map(); // speakers whom no name links: those of one description are shown as one

  function speakerOf(who) {
    if (typeof who === "number") return summary.entities[who];
    if (!who) return -1;
    const key = folded(who);
    if (!unlinked.has(key)) {
      unlinked.set(key, speakers.length);
      speakers.push({ name: who, label: "", role: "", articles: 0 });
    }
    return unlinked.get(key);
  }

  for (const chunk of document.querySelectorAll(".data")) {
    const data = JSON.parse(chunk.textContent);
    for (const [number, id, day, title] of data.articles) articles.set(number, { id, day, title });
    for (const [number, who, kind, confidence, group, pieces] of data.quotes) {
      let said = "";
      for (let i = 0; i < pieces.length; i += 2) if (pieces[i] === "q") said += " " + pieces[i + 1];
      const words = said.split(/\s+/u).length - 1;
      quotes.push({ article: articles.get(number), speaker: speakerOf(who) ?? -1, kind, confidence, group, pieces, said, words, order: quotes.length });
    }
    chunk.remove(); // its memory is needed no more
  }
  // Made at the first search: half of the time that the page takes to begin.
  let haystacks = null;
  function haystack(quote) {
    haystacks ??= quotes.map((q) => {
      const speaker = speakers[q.speaker];
      return folded([q.said, speaker?.name ?? "", speaker?.role ?? "", q.article.title, q.article.id].join(" "));
    });
    return haystacks[quote.order];
  }
  const days = quotes.map((quote) => quote.article.day).filter(Boolean);
  const least = days.reduce((a, b) => (a < b ? a : b), "9999");
  const most = days.reduce((a, b) => (a > b ? a : b), "");

  // ---- filters ----------------------------------------------------------------------------------------------------

  let byWords = false;
  let found = [];
  let shown = 0;
  for (const speaker of speakers) speaker.folded = folded(speaker.name);
  const kindBoxes = KINDS.map((kind) => {
    const box = element("input", { type: "checkbox", value: kind, checked: "" });
    const count = quotes.filter((quote) => quote.kind === kind).length;
    if (count) $("kinds").append(element("label", {}, box, ` ${kind} ${count.toLocaleString("en")}`));
    return box;
  });

  const wordsOf = (id) => folded($(id).value).split(/\s+/u).filter(Boolean);

  function choice() {
    return {
      words: wordsOf("words"),
      speaker: wordsOf("speaker"),
      from: $("from").value,
      to: $("to").value,
      sure: $("sure").value / 100,
      kinds: new Set(kindBoxes.filter((box) => box.checked).map((box) => box.value)),
    };
  }

  // Three questions, since each chart shows what the other filters leave: it offers what can be chosen next.
  const fits = (quote, { kinds, sure, words }) =>
    kinds.has(quote.kind) && quote.confidence >= sure && words.every((word) => haystack(quote).includes(word));
  const isBy = (quote, { speaker }) =>
    !speaker.length || (quote.speaker >= 0 && speaker.every((word) => speakers[quote.speaker].folded.includes(word)));
  const isIn = ({ article: { day } }, { from, to }) => (!from || (day && day >= from)) && (!to || (day && day <= to));

  const byOrder = (a, b) => a.order - b.order;
  const times = (quote) => summary.repeated[quote.group] ?? 1;
  const ORDERS = {
    new: (a, b) => (a.article.day < b.article.day ? 1 : a.article.day > b.article.day ? -1 : byOrder(a, b)),
    long: (a, b) => b.words - a.words || byOrder(a, b),
    sure: (a, b) => b.confidence - a.confidence || byOrder(a, b),
    repeated: (a, b) => times(b) - times(a) || a.group - b.group || byOrder(a, b),
  };

  function update() {
    const chosen = choice();
    const bySpeaker = new Map();
    const byDay = new Map();
    const groups = new Set();
    const once = $("once").checked;
    found = [];
    for (const quote of quotes) {
      if (!fits(quote, chosen)) continue;
      const inTime = isIn(quote, chosen);
      const theirs = isBy(quote, chosen);
      if (inTime && quote.speaker >= 0) {
        bySpeaker.set(quote.speaker, (bySpeaker.get(quote.speaker) ?? 0) + (byWords ? quote.words : 1));
      }
      if (theirs && quote.article.day) byDay.set(quote.article.day, (byDay.get(quote.article.day) ?? 0) + 1);
      if (!inTime || !theirs || (once && groups.has(quote.group))) continue;
      groups.add(quote.group);
      found.push(quote);
    }
    if ($("order").value) found.sort(ORDERS[$("order").value]);
    const all = plural(quotes.length, "quote", "quotes");
    $("count").textContent = found.length === quotes.length ? all : `${found.length.toLocaleString("en")} of ${all}`;
    $("sure-shown").textContent = `${$("sure").value} %`;
    $("quotes").replaceChildren();
    shown = 0;
    showMore();
    drawSpeakers(bySpeaker);
    drawTime(byDay, chosen);
  }

  // ---- quotes -----------------------------------------------------------------------------------------------------

  const TAGS = { q: "mark", c: "i", s: "b" };

  function card(quote) {
    const speaker = speakers[quote.speaker];
    const who = element("p", { class: "who" });
    if (speaker) {
      who.append(element("button", { type: "button", title: "Only this speaker" }, speaker.name), element("span", {}, speaker.role));
      who.firstChild.addEventListener("click", () => choose("speaker", speaker.name));
    } else who.append(element("span", {}, quote.kind === "scare" ? "said by nobody" : "speaker not named"));
    const context = element("p", { class: "context", dir: "auto", lang: "en" });
    for (let i = 0; i < quote.pieces.length; i += 2) {
      const tag = TAGS[quote.pieces[i]];
      context.append(tag ? element(tag, {}, quote.pieces[i + 1]) : quote.pieces[i + 1]);
    }
    const { id, day, title } = quote.article;
    const facts = [quote.kind, `${Math.round(quote.confidence * 100)} % sure`, day, title, id];
    if (times(quote) > 1) facts.splice(2, 0, `printed ${times(quote)} times`);
    return element("li", {}, who, context, element("p", { class: "facts", dir: "auto" }, facts.filter(Boolean).join(" · ")));
  }

  function showMore() {
    $("quotes").append(...found.slice(shown, shown + SHOWN).map(card));
    shown = Math.min(shown + SHOWN, found.length);
    $("more").hidden = shown === found.length;
  }

  // ---- charts -----------------------------------------------------------------------------------------------------

  function drawSpeakers(counts) {
    const top = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, TOP);
    const chosen = $("speaker").value;
    $("speakers-chart").replaceChildren(
      ...top.map(([number, count]) => {
        const { name, role } = speakers[number];
        const label = byWords ? plural(count, "word", "words") : plural(count, "quote", "quotes");
        const bar = element(
          "button",
          { type: "button", "aria-pressed": chosen === name, title: [name, role, label].filter(Boolean).join(", "), style: `--part: ${(100 * count) / top[0][1]}%` },
          element("span", {}, name),
          element("span", {}, count.toLocaleString("en")),
        );
        bar.addEventListener("click", () => choose("speaker", chosen === name ? "" : name));
        return element("li", {}, bar);
      }),
    );
  }

  // Days, months or years, so that there are at most some sixty bars where that can be.
  const span = most ? (new Date(most) - new Date(least)) / 864e5 : 0;
  const unit = span < 62 ? 10 : span < 365 * 6 ? 7 : 4;

  function periods() {
    const out = [];
    const end = most.slice(0, unit);
    const day = new Date(`${least.slice(0, unit === 10 ? 10 : 7)}${unit === 10 ? "" : "-01"}T00:00Z`);
    while (out.length < 1000) {
      const period = day.toISOString().slice(0, unit);
      if (period > end) break;
      out.push(period);
      if (unit === 10) day.setUTCDate(day.getUTCDate() + 1);
      else if (unit === 7) day.setUTCMonth(day.getUTCMonth() + 1);
      else day.setUTCFullYear(day.getUTCFullYear() + 1, 0, 1);
    }
    return out;
  }

  function lastDay(period) {
    if (unit === 10) return period;
    if (unit === 4) return `${period}-12-31`;
    return new Date(Date.UTC(+period.slice(0, 4), +period.slice(5), 0)).toISOString().slice(0, 10);
  }

  function drawTime(counts, { from, to }) {
    const chart = $("time-chart");
    if (!most) {
      chart.previousElementSibling.hidden = chart.hidden = true;
      return;
    }
    const totals = new Map();
    for (const [day, count] of counts) totals.set(day.slice(0, unit), (totals.get(day.slice(0, unit)) ?? 0) + count);
    const highest = Math.max(1, ...totals.values());
    const all = periods();
    const bars = all.map((period) => {
      const first = (period + "-01-01").slice(0, 10);
      const last = lastDay(period);
      const count = totals.get(period) ?? 0;
      const pressed = Boolean(from || to) && from <= first && (!to || to >= last);
      const label = `${period}: ${plural(count, "quote", "quotes")}`;
      const bar = element("button", { type: "button", "aria-pressed": pressed, title: label, "aria-label": label, style: `--part: ${(100 * count) / highest}%` });
      bar.addEventListener("click", () => {
        const again = from === first && to === last;
        $("from").value = again ? "" : first;
        $("to").value = again ? "" : last;
        update();
      });
      return bar;
    });
    chart.replaceChildren(...bars, element("span", {}, all[0]), element("span", {}, all.length > 1 ? all[all.length - 1] : ""));
  }

  // ---- what the reader does ---------------------------------------------------------------------------------------

  function choose(id, value) {
    $(id).value = value;
    update();
    $("filters").scrollIntoView({ block: "nearest" });
  }

  let waiting = 0;
  $("filters").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(update, 120);
  });
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("filters").addEventListener("reset", () => setTimeout(update));
  $("more").addEventListener("click", showMore);
  new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && !$("more").hidden) showMore();
  }, { rootMargin: "600px" }).observe($("more"));
  for (const [id, words] of [["by-quotes", false], ["by-words", true]]) {
    $(id).addEventListener("click", () => {
      byWords = words;
      $("by-quotes").setAttribute("aria-pressed", !words);
      $("by-words").setAttribute("aria-pressed", words);
      update();
    });
  }

  $("speakers").append(...speakers.slice(0, 500).map(({ name, role }) => element("option", { value: name }, role)));
  const facts = [plural(summary.articles, "article", "articles"), plural(quotes.length, "quote", "quotes"), plural(speakers.length, "speaker", "speakers")];
  if (most) facts.push(least === most ? least : `${least} to ${most}`);
  if (summary.copies) facts.push(`${plural(summary.copies, "article repeats", "articles repeat")} another`);
  $("facts").textContent = facts.join(" · ");
  update();
  document.body.dataset.ready = "";
})();
