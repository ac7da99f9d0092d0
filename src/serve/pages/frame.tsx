import type { Child } from "hono/jsx";
import type { Html } from "../../report/html/parts.tsx";
import { VERSION } from "../../version.ts";

/** The parts of the reading room, in the order in which they are named at the top of each page. */
const ROOMS = [
	["/", "Stories"],
	["/search", "Search"],
	["/trace", "Trace"],
	["/speakers", "Speakers"],
	["/outlets", "Outlets"],
	["/sources", "Sources"],
	["/about", "About this store"],
] as const;

export type Room = (typeof ROOMS)[number][0];

/** What every page is set with. */
export interface PageFrame {
	readonly styles: readonly string[];
	readonly script: string;
	/** The script that tells what has changed since. */
	readonly live: string;
	/** How the store is called. */
	readonly store: string;
}

/** A whole page. The words of reports that it holds are escaped where they are set. */
export function Page({
	frame,
	title,
	room,
	children,
}: {
	readonly frame: PageFrame;
	readonly title: string;
	/** The part of the reading room that it is the first page of; null where it is of none. */
	readonly room: Room | null;
	readonly children: Child;
}): Html {
	return (
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="generator" content={`stemma ${VERSION}`} />
				<title>{`${title} – Stemma`}</title>
				{frame.styles.map((path) => (
					<link rel="stylesheet" href={path} />
				))}
				<script src={frame.script} defer />
				<script src={frame.live} defer />
			</head>
			<body>
				<a class="skip" href="#main">
					Skip to the page
				</a>
				<header class="room-head">
					<a class="room-name" href="/">
						Stemma
					</a>
					<nav aria-label="Reading room">
						<ul>
							{ROOMS.map(([path, name]) => (
								<li>
									<a href={path} aria-current={room === path ? "page" : undefined}>
										{name}
									</a>
								</li>
							))}
						</ul>
					</nav>
					{room === "/search" ? null : <QuickSearch />}
				</header>
				<main id="main">{children}</main>
				<p id="changed" class="changed" role="status" />
				<footer class="room-foot">
					<p class="note">
						<a href="/corrections">Corrections</a> · <a href="/sign-in">Sign in to correct and add</a>
					</p>
					<p class="note">Stemma {VERSION}. What each report says, side by side; nothing here says who is right.</p>
				</footer>
			</body>
		</html>
	);
}

function QuickSearch() {
	return (
		// biome-ignore lint/a11y/useSemanticElements: <search> is not known to all readers yet
		<form role="search" action="/search">
			<label class="hidden" for="quick">
				Search
			</label>
			<input id="quick" name="q" type="search" autocomplete="off" />
			<button type="submit">Search</button>
		</form>
	);
}

/** Says what is not there, and what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children: Child }): Html {
	return (
		<section class="empty">
			<h1>{title}</h1>
			{children}
		</section>
	);
}

/** Says why there is no page. */
export function ProblemPage({
	frame,
	title,
	children,
}: {
	readonly frame: PageFrame;
	readonly title: string;
	readonly children: Child;
}): Html {
	return (
		<Page frame={frame} title={title} room={null}>
			<Empty title={title}>
				<p>{children}</p>
			</Empty>
		</Page>
	);
}
