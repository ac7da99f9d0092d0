// Says what has changed since the page was made, and renews what only counts. Without it, a reload does.
(() => {
	const bar = document.getElementById("changed");
	if (!bar || !("EventSource" in window)) return;
	const story = /^\/stories\/([0-9a-f]{16})$/.exec(location.pathname)?.[1];
	const isList = location.pathname === "/";
	const changed = new Set();
	let isMore = false;
	let known = Math.floor(performance.timeOrigin);
	let source = null;

	const say = () => {
		if (changed.size === 0) return;
		const number = isMore ? `More than ${changed.size}` : changed.size;
		const text = story
			? "This story has changed."
			: `${number} ${changed.size === 1 ? "story has" : "stories have"} changed.`;
		const link = document.createElement("a");
		link.href = location.pathname + location.search;
		link.textContent = story ? "Show it as it is now" : "Show them";
		bar.replaceChildren(`${text} `, link);
	};

	// Parts that are renewed where they stand, unless somebody is in them.
	let isPlanned = false;
	const stale = new Set();
	const renew = async () => {
		isPlanned = false;
		const kinds = [...stale];
		stale.clear();
		try {
			const answer = await fetch(location.href, { headers: { accept: "text/html" } });
			if (!answer.ok) return;
			const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
			for (const part of document.querySelectorAll("[data-live]")) {
				const own = part.dataset.live.split(" ");
				const selection = getSelection();
				const isSelected = selection !== null && !selection.isCollapsed && selection.containsNode(part, true);
				if (!kinds.some((kind) => own.includes(kind)) || part.contains(document.activeElement) || isSelected) continue;
				const now = fresh.getElementById(part.id);
				part.replaceChildren(...(now ? now.childNodes : []));
			}
		} catch {}
	};
	const mark = (kind) => {
		if (!document.querySelector(`[data-live~="${kind}"]`)) return;
		stale.add(kind);
		if (isPlanned) return;
		isPlanned = true;
		setTimeout(renew, 3000);
	};

	const listen = (kind, take) => {
		source.addEventListener(kind, (event) => {
			known = Number(event.lastEventId) || known;
			take(JSON.parse(event.data));
			mark(kind);
		});
	};
	const open = () => {
		if (source !== null) return;
		source = new EventSource(`/events?since=${known}`);
		listen("stories", ({ stories, more }) => {
			if (isList) {
				for (const id of stories) changed.add(id);
				isMore ||= more;
			} else if (story && (stories.includes(story) || more)) changed.add(story);
			say();
		});
		listen("work", () => {});
		listen("sources", () => {});
	};
	// A browser has six connections to one host: pages that nobody looks at leave theirs to others.
	const look = () => {
		if (document.visibilityState === "visible") open();
		else {
			source?.close();
			source = null;
		}
	};
	document.addEventListener("visibilitychange", look);
	addEventListener("pagehide", () => {
		source?.close();
		source = null;
	});
	addEventListener("pageshow", look);
	look();
})();
