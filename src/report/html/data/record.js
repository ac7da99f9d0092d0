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
	/** Marks the words from a target up to where a link says that they end. */
	const aim = (id, start, end) => {
		CSS.highlights?.delete("aimed");
		const target = document.getElementById(id);
		if (!target) return;
		for (let box = target.closest("details"); box; box = box.parentElement?.closest("details")) box.open = true;
		const text = target.closest(".text");
		if (!text || !CSS.highlights || !Number.isFinite(end)) return;
		const [from, to] = [locate(text, start), locate(text, end)];
		if (!from || !to) return;
		const range = new Range();
		range.setStart(...from);
		range.setEnd(...to);
		CSS.highlights.set("aimed", new Highlight(range));
	};
	document.addEventListener("click", (event) => {
		const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
		if (!link) return;
		const [start, end] = (/:(\d+)–(\d+)$/.exec(link.textContent) ?? []).slice(1).map(Number);
		aim(link.getAttribute("href").slice(1), start ?? Number.NaN, end ?? Number.NaN);
	});
	addEventListener("beforeprint", () => {
		for (const box of document.querySelectorAll("details:not(.cite, td details)")) box.open = true;
	});
})();
