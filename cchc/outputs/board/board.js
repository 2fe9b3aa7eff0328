"use strict";
// Draws the board from the data in the page. Every text is set as a text node, never as HTML.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const L = data.labels;
  const PAGE = 100; // tasks drawn at once; more at a press
  const figure = Object.fromEntries(data.figures.map((name, n) => [name, n]));
  const STATES = ["overdue", "soon", "done", "done_late", "running", "not_recorded", "not_yet_due",
    "recurring", "continuous", "conditional"];

  const bare = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const tasks = data.tasks.map(([plan, number, title, lead, support, who, leader, deadline, subject, states, counted, dates]) => ({
    plan, number, title, lead, support, who, leader, deadline, subject, states, counted, dates,
    quarters: new Set(dates.filter((d) => d[0]).map((d) => Math.ceil(Number(d[0].slice(5, 7)) / 3))),
    words: bare([number, title, deadline, ...lead.map((n) => data.units[n]), ...support.map((n) => data.units[n])].join(" ")),
  }));
  const many = new Set(data.plans.map((plan) => plan.commune)).size > 1;

  const $ = (id) => document.getElementById(id);
  const make = (tag, options = {}, ...inside) => {
    const { on, ...rest } = options;
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(rest)) element.setAttribute(key, value);
    if (on) element.addEventListener("click", on);
    element.append(...inside);
    return element;
  };
  const day = (iso) => (iso ? iso.split("-").reverse().join("/") : "");
  const language = document.documentElement.lang;
  const grouped = (number) => number.toLocaleString(language);
  const share = (number) => number.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = (part, all) => (all ? `${share((100 * part) / all)}%` : "–");

  function sums(chosen) {
    const found = data.figures.map(() => 0);
    for (const task of chosen)
      for (let n = 0; n < task.counted.length; n += 2) found[task.counted[n]] += task.counted[n + 1];
    return (name) => found[figure[name]] || 0;
  }

  function rate(sum, name) {
    const [done, whole] = data.rates[name];
    return percent(done.reduce((total, one) => total + sum(one), 0), sum(whole));
  }

  let onlyDay = "";
  function chosen() {
    const words = bare($("words").value).split(/\s+/).filter(Boolean);
    const [commune, unit, leader, quarter, state] = ["commune", "unit", "leader", "quarter", "state"].map((id) => $(id).value);
    return tasks.filter((task) =>
      (!commune || data.plans[task.plan].commune === commune) &&
      (!unit || [...task.lead, ...task.support, ...task.who].some((n) => (data.units[n] === unit)) || task.who.some((n) => data.whos[n] === unit)) &&
      (!leader || task.leader.some((n) => data.leaders[n] === leader)) &&
      (!quarter || task.quarters.has(Number(quarter))) &&
      (!state || task.states.includes(state)) &&
      (!onlyDay || task.dates.some((d) => d[0] === onlyDay)) &&
      words.every((word) => task.words.includes(word)));
  }

  function choose(id, value) {
    $(id).value = value;
    draw();
  }

  function tiles(sum, found) {
    const late = found.filter((task) => task.states.includes("overdue")).length;
    const soon = found.filter((task) => task.states.includes("soon")).length;
    const tile = (label, value, more, kind, on) =>
      make(on ? "button" : "div", { class: `tile ${kind}`, "data-tile": kind, ...(on ? { type: "button", on } : {}) },
        label, make("b", {}, typeof value === "number" ? grouped(value) : value), make("small", {}, more));
    $("tiles").replaceChildren(
      tile(L.tasks, sum("tasks.total"), `${L.recurring}: ${grouped(sum("tasks.recurring"))}; ${L.continuous}: ${grouped(sum("tasks.continuous"))}`, "total"),
      tile(L.rate, rate(sum, "tasks.rate"), `${grouped(sum("tasks.due_done"))}/${grouped(sum("tasks.due"))}`, "done", () => choose("state", "done")),
      tile(L.overdue, late, `${L.of_tasks}: ${grouped(sum("tasks.overdue"))}`, "overdue", () => choose("state", "overdue")),
      tile(L.soon, soon, "", "soon", () => choose("state", "soon")),
      tile(L.periods, rate(sum, "periods.rate"), `${grouped(sum("periods.done") + sum("periods.done_late"))}/${grouped(sum("periods.total"))}`, "periods"));
  }

  function bars(where, rows, on) {
    const top = Math.max(1, ...rows.map((row) => row.total));
    $(where).replaceChildren(...rows.map((row) => make("li", {},
      make("button", { type: "button", on: () => on(row.name) }, make("span", {}, row.label || row.name), make("span", {}, row.text)),
      make("span", { class: "track" }, ...row.parts.map(([kind, n]) => {
        const bar = make("i", { class: kind });
        bar.style.setProperty("width", `${(100 * n) / (row.scale || top)}%`);
        return bar;
      })))));
    if (!rows.length) $(where).replaceChildren(make("li", {}, L.nobody));
  }

  function lateBy(found, names, list) {
    const counts = new Map();
    for (const task of found)
      if (task.states.includes("overdue"))
        for (const n of names(task)) counts.set(list[n], (counts.get(list[n]) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 8)
      .map(([name, n]) => ({ name, total: n, text: String(n), parts: [["overdue", n]] }));
  }

  function fields(found) {
    const rows = Object.entries(data.subjects).map(([key, label]) => {
      const inside = found.filter((task) => task.subject === key);
      const sum = sums(inside);
      const parts = ["done", "done_late", "running", "overdue"].map((one) => [one, sum(`tasks.${one}`)]);
      const total = sum("tasks.total");
      parts.push(["rest", total - parts.reduce((all, [, n]) => all + n, 0)]);
      return { name: label, total, scale: total, text: `${sum("tasks.done") + sum("tasks.done_late")}/${total}`, parts };
    });
    bars("fields", rows.filter((row) => row.total), (label) => focusField(label));
  }

  function focusField(label) {
    const key = Object.keys(data.subjects).find((one) => data.subjects[one] === label);
    list(chosen().filter((task) => task.subject === key));
    $("list").scrollIntoView();
  }

  function soon(found) {
    const rows = found.filter((task) => task.states.includes("soon"))
      .map((task) => [task.dates.find((d) => d[0] >= data.today && !d[1].startsWith("done"))?.[0] || "", task])
      .sort((a, b) => (a[0] < b[0] ? -1 : 1));
    const shown = rows.slice(0, 8).map(([when, task]) => make("li", {},
      make("time", { datetime: when }, day(when)), ` ${task.title} (${[...task.who.map((n) => data.whos[n]), ...(many ? [data.plans[task.plan].commune] : [])].join(", ")})`));
    if (rows.length > shown.length) shown.push(make("li", {}, `+ ${grouped(rows.length - shown.length)}`));
    $("soon").replaceChildren(...(shown.length ? shown : [make("li", {}, L.nobody)]));
  }

  function trend() {
    const known = data.months.map(([when, share], n) => ({ n, when, share })).filter((month) => month.share !== null);
    if (known.length < 2) return $("trend-box").remove();
    const svgns = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(svgns, "svg");
    const add = (tag, options, text) => {
      const element = document.createElementNS(svgns, tag);
      for (const [key, value] of Object.entries(options)) element.setAttribute(key, value);
      if (text) element.textContent = text;
      svg.append(element);
    };
    const x = (month) => 15 + (270 * month.n) / Math.max(1, data.months.length - 1);
    const y = (month) => 90 - 0.75 * month.share;
    svg.setAttribute("viewBox", "0 0 300 112");
    svg.setAttribute("role", "img");
    const last = known[known.length - 1], before = known[known.length - 2];
    const change = last.share - before.share;
    svg.setAttribute("aria-label", `${L.trend}: ${known.map((month) => `${day(month.when)} ${share(month.share)}%`).join(", ")}`);
    add("path", { d: known.map((month, n) => `${n ? "L" : "M"}${x(month)} ${y(month)}`).join("") });
    for (const month of known) {
      add("circle", { cx: x(month), cy: y(month), r: 3 });
      add("text", { x: x(month), y: 108, "text-anchor": "middle" }, String(Number(month.when.slice(5, 7))));
    }
    $("trend").replaceChildren(make("p", {}, `${share(last.share)}% (${change > 0 ? "+" : ""}${share(change)} ${L.against})`), svg);
  }

  function calendar(found) {
    const dates = new Map();
    for (const task of found)
      for (const [when, state] of task.dates) {
        if (!when) continue;
        const here = dates.get(when) || { n: 0, late: 0, done: 0 };
        here.n += 1;
        here.late += state === "overdue";
        here.done += state.startsWith("done");
        dates.set(when, here);
      }
    const year = data.today.slice(0, 4);
    const months = Array.from({ length: 12 }, (_, month) => {
      const grid = make("div", { class: "days" });
      const first = new Date(Date.UTC(year, month, 1));
      const blanks = (first.getUTCDay() + 6) % 7;
      for (let n = 0; n < blanks; n += 1) grid.append(make("span"));
      for (let n = 1; n <= new Date(Date.UTC(year, month + 1, 0)).getUTCDate(); n += 1) {
        const when = `${year}-${String(month + 1).padStart(2, "0")}-${String(n).padStart(2, "0")}`;
        const here = dates.get(when);
        const today = when === data.today ? " today" : "";
        if (!here) grid.append(make("span", { class: today.trim() }, String(n)));
        else grid.append(make("button", {
          type: "button", class: (here.late ? "overdue" : here.done === here.n ? "done" : "") + today,
          "aria-label": `${day(when)}: ${here.n}`, title: `${day(when)}: ${here.n}`,
          on: () => { onlyDay = onlyDay === when ? "" : when; draw(); },
        }, String(n)));
      }
      return make("div", {}, make("h3", {}, `${month + 1}/${year}`), grid);
    });
    $("calendar").replaceChildren(...months);
  }

  function map(found) {
    if (!many) return;
    const rows = [...new Set(data.plans.map((plan) => plan.commune))].map((commune) => {
      const inside = found.filter((task) => data.plans[task.plan].commune === commune);
      const all = sums(inside);
      const share = all("tasks.due") ? all("tasks.due_done") / all("tasks.due") : -1;
      const quarters = [1, 2, 3, 4].map((quarter) => {
        const sum = sums(inside.filter((task) => task.quarters.has(quarter)));
        return [sum("tasks.due_done"), sum("tasks.due")];
      });
      return { commune, all, share, quarters };
    }).sort((a, b) => b.share - a.share);
    const cell = ([done, whole]) => {
      const found = make("td", {}, percent(done, whole));
      if (whole) found.style.setProperty("background", `color-mix(in srgb, var(--done) ${Math.round((60 * done) / whole)}%, var(--paper))`);
      return found;
    };
    const head = make("tr", {}, ...["#", L.commune, "I", "II", "III", "IV", L.rate, L.overdue].map((text) => make("th", { scope: "col" }, text)));
    $("map").replaceChildren(make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows.map((row, n) =>
      make("tr", {}, make("td", {}, String(n + 1)),
        make("th", { scope: "row" }, make("button", { type: "button", on: () => choose("commune", row.commune) }, row.commune)),
        ...row.quarters.map(cell), cell([row.all("tasks.due_done"), row.all("tasks.due")]),
        make("td", {}, String(row.all("tasks.overdue"))))))));
  }

  function entry(task) {
    const state = task.states[0] || "";
    const pair = (label, text) => (text ? [make("dt", {}, label), make("dd", {}, text)] : []);
    const names = (list, from) => list.map((n) => from[n]).join("; ");
    const records = task.dates.filter((d) => d.length > 2)
      .map((d) => [day(d[0]), L[d[1].replace("-", "_")] || d[1], d[2] && day(d[2]), d[3], d[4]].filter(Boolean).join(", "));
    const details = make("details", {},
      make("summary", {}, make("span", {}, task.number), make("span", {}, task.title),
        make("span", { class: `mark ${state}` }, task.states.map((one) => L[one]).join(", "))));
    // At the press, by pointer or key, and so before it opens: nothing is drawn late.
    details.firstChild.addEventListener("click", () => {
      if (!details.querySelector("dl"))
        details.append(make("dl", {},
          ...pair(L.commune, many ? data.plans[task.plan].commune : ""),
          ...pair(L.deadline, task.deadline),
          ...pair(L.last_day, task.dates.map((d) => day(d[0]) + (d[1] === "overdue" ? ` (${L.late})` : "")).filter(Boolean).join("; ")),
          ...pair(L.lead, names(task.lead, data.units)), ...pair(L.support, names(task.support, data.units)),
          ...pair(L.leader, names(task.leader, data.leaders)), ...pair(L.record, records.join(" | "))));
    });
    return details;
  }

  // Who has taken up the tasks of plans above; it goes by no filter.
  function coverage() {
    $("coverage-box").hidden = !data.coverage.length;
    for (const { plan, tasks: above } of data.coverage) {
      const heads = [L.number, L.task, L.asked, L.taken, L.done, L.overdue, L.suspect, L.missing];
      const body = above.map(([number, title, asked, taken, done, overdue, suspect, missing, names]) => make("tr", {},
        make("td", {}, number), make("th", { scope: "row" }, title),
        ...[asked, taken, done, overdue, suspect].map((n, at) => make("td", at > 2 && n ? { class: "late" } : {}, grouped(n))),
        make("td", {}, missing ? make("details", {}, make("summary", {}, grouped(missing)), names.join("; ")) : grouped(0))));
      $("coverage").append(make("h3", {}, plan), make("table", {},
        make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))), make("tbody", {}, ...body)));
    }
  }

  // What the list is sorted by; equal ones stay in the order of their plans.
  const open = (task) => task.dates.find((d) => d[0] && !d[1].startsWith("done"))?.[0] || "9999";
  const compare = (one, other) => one.localeCompare(other, "vi");
  const ORDERS = {
    by_plan: () => 0,
    last_day: (one, other) => compare(open(one), open(other)),
    state: (one, other) => STATES.indexOf(one.states[0]) - STATES.indexOf(other.states[0]),
    unit: (one, other) => compare(one.who.map((n) => data.whos[n]).join(), other.who.map((n) => data.whos[n]).join()),
  };

  function list(unsorted) {
    const found = [...unsorted].sort(ORDERS[$("sort").value]);
    let shown = 0;
    const more = () => {
      $("list").append(...found.slice(shown, shown + PAGE).map(entry));
      shown = Math.min(shown + PAGE, found.length);
      $("more").hidden = shown >= found.length;
    };
    $("count").textContent = String(found.length);
    $("list").replaceChildren(...(found.length ? [] : [make("p", {}, L.none)]));
    $("more").onclick = more;
    more();
  }

  function draw() {
    const found = chosen();
    tiles(sums(found), found);
    bars("late-units", lateBy(found, (task) => task.who, data.whos), (name) => choose("unit", name));
    if (data.leaders.length) bars("late-leaders", lateBy(found, (task) => task.leader, data.leaders), (name) => choose("leader", name));
    fields(found);
    soon(found);
    calendar(found);
    map(found);
    list(found);
  }

  function fill(id, values, names = (value) => value) {
    $(id).replaceChildren(make("option", { value: "" }, L.any), ...values.map((value) => make("option", { value }, names(value))));
  }

  fill("commune", many ? [...new Set(data.plans.map((plan) => plan.commune))].sort((a, b) => a.localeCompare(b, "vi")) : []);
  fill("unit", [...new Set([...data.units, ...data.whos])].sort((a, b) => a.localeCompare(b, "vi")));
  fill("leader", data.leaders);
  fill("quarter", ["1", "2", "3", "4"], (n) => ["I", "II", "III", "IV"][n - 1]);
  fill("state", STATES, (state) => L[state]);
  $("sort").replaceChildren(...Object.keys(ORDERS).map((value) => make("option", { value }, L[value])));
  if (!many) for (const element of document.querySelectorAll("[data-filter=commune]")) element.hidden = true;
  if (!data.leaders.length) for (const element of document.querySelectorAll("[data-filter=leader]")) element.hidden = true;
  for (const kind of ["input", "change"]) $("filters").addEventListener(kind, draw);
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("filters").addEventListener("reset", () => { onlyDay = ""; setTimeout(draw); });
  trend();
  coverage();
  draw();
})();
