// Reading needs none of this: it marks a place to its last character, and opens what a link leads into.
(() => {
	/** The text node and offset at which a character of a report stands, and whether it is the end of what is marked. */
	const locate = (text, offset) => {
		const lines = [...text.querySelectorAll("[data-s]")];
		const line = lines.findLast((one) => Number(one.dataset.s) <= offset);
		if (!line) return null;
		let left = offset - Number(line.dataset.s);
		const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
		for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
			if (left <= node.data.length) return [node, left];
			left -= node.data.length;
		}
		return [line, line.childNodes.length];
	};
	/** Marks characters of a text; where they begin. */
	const mark = (text, start, end) => {
		CSS.highlights?.delete("aimed");
		if (!text || !CSS.highlights || !Number.isFinite(end)) return null;
		const [from, to] = [locate(text, start), locate(text, end)];
		if (!from || !to) return null;
		const range = new Range();
		range.setStart(...from);
		range.setEnd(...to);
		CSS.highlights.set("aimed", new Highlight(range));
		return range.startContainer.parentElement;
	};
	/** Marks the words from a target up to where a link says that they end. */
	const aim = (id, start, end) => {
		const target = document.getElementById(id);
		for (let box = target?.closest("details"); box; box = box.parentElement?.closest("details")) box.open = true;
		mark(target?.closest(".text"), start, end);
	};
	/** Shows characters of the one text that a page holds, which its address names: `#385-394`. */
	const showNamed = () => {
		const [start, end] = (/^#(\d+)-(\d+)$/.exec(location.hash) ?? []).slice(1).map(Number);
		const texts = document.querySelectorAll(".report .text");
		if (end !== undefined && texts.length === 1) mark(texts[0], start, end)?.scrollIntoView({ block: "center" });
	};
	addEventListener("hashchange", showNamed);
	showNamed();
	document.addEventListener("click", (event) => {
		const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
		if (!link) return;
		const [start, end] = (/:(\d+)–(\d+)$/.exec(link.textContent) ?? []).slice(1).map(Number);
		aim(link.getAttribute("href").slice(1), start ?? Number.NaN, end ?? Number.NaN);
	});
	/** Groups of links and boxes that are one stop of the Tab key each; the arrow keys lead on inside. */
	const GROUPS =
		".all, .lines ul, .reports, .timeline svg, .witness, .wordings ul, .single, .matrix, .names ul, .left-out, .stemma svg, .ties, .passages, .membership ul, .ledger, .report .text";
	const STOPS = "a[href], summary";
	const stopsOf = (group) => [...group.querySelectorAll(STOPS)].filter((one) => one.checkVisibility?.() ?? true);
	const groupOf = (stop) => stop.parentElement?.closest(GROUPS);
	const settle = (group, chosen) => {
		for (const one of group.querySelectorAll(STOPS)) one.tabIndex = one === chosen ? 0 : -1;
	};
	for (const group of document.querySelectorAll(GROUPS))
		if (!groupOf(group)) settle(group, stopsOf(group)[0] ?? group.querySelector(STOPS));
	document.documentElement.classList.add("scripted");
	const outermost = (stop) => {
		let group = groupOf(stop);
		for (let outer = group && groupOf(group); outer; outer = groupOf(outer)) group = outer;
		return group;
	};
	document.addEventListener("focusin", ({ target }) => {
		const group = target.matches?.(STOPS) && outermost(target);
		if (group) settle(group, target);
	});
	document.addEventListener("keydown", (event) => {
		const { target, key } = event;
		const group = !event.ctrlKey && !event.metaKey && !event.altKey && target.matches?.(STOPS) && outermost(target);
		if (!group) return;
		const stops = stopsOf(group);
		const at = stops.indexOf(target);
		let next = {
			ArrowRight: at + 1,
			ArrowLeft: at - 1,
			ArrowDown: at + 1,
			ArrowUp: at - 1,
			Home: 0,
			End: stops.length - 1,
		}[key];
		const cell = target.closest("td");
		if (cell && (key === "ArrowDown" || key === "ArrowUp")) {
			// In a table the next row that has something in this column.
			const inColumn = stops.filter((one) => one.matches("summary") && one.closest("td")?.cellIndex === cell.cellIndex);
			const found = inColumn[inColumn.indexOf(cell.querySelector("summary")) + (key === "ArrowDown" ? 1 : -1)];
			next = found ? stops.indexOf(found) : -1;
		}
		if (next === undefined) return;
		event.preventDefault();
		stops[next]?.focus();
	});
	addEventListener("beforeprint", () => {
		for (const box of document.querySelectorAll("details:not(.cite, td details)")) box.open = true;
	});
})();
