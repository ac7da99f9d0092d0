// Reading needs none of this: it only marks a place to its last character and opens what a link leads into.
(() => {
	const clear = () => {
		for (const piece of document.querySelectorAll(".aimed")) piece.classList.remove("aimed");
	};
	/** Marks the pieces of a text from the target's start up to the end that the link names. */
	const aim = (id, end) => {
		clear();
		const target = document.getElementById(id);
		if (!target) return;
		for (let box = target.closest("details"); box; box = box.parentElement?.closest("details")) box.open = true;
		const text = target.closest(".text");
		if (!text || !Number.isFinite(end)) return;
		const start = Number(target.dataset.s);
		for (const piece of text.querySelectorAll("[data-s]")) {
			const at = Number(piece.dataset.s);
			if (at >= start && at < end) piece.classList.add("aimed");
		}
	};
	document.addEventListener("click", (event) => {
		const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
		if (link) aim(link.getAttribute("href").slice(1), Number(link.dataset.end ?? Number.NaN));
	});
	addEventListener("hashchange", () => {
		if (!document.querySelector(".aimed:target")) aim(location.hash.slice(1), Number.NaN);
	});
	addEventListener("beforeprint", () => {
		for (const box of document.querySelectorAll("details:not(.cite, td details)")) box.open = true;
	});
})();
