import type { Html } from "../../report/html/parts.tsx";
import type { Session } from "../access/sessions.ts";
import { Page, type PageFrame } from "./frame.tsx";

/** Where somebody signs in to change the store or, where not everybody may read, to read. */
export function SignInPage({
	frame,
	session,
	keyGiven,
	name,
	to,
	mistake,
}: {
	readonly frame: PageFrame;
	/** Who is signed in already; null for nobody. */
	readonly session: Session | null;
	/** The key of the address; null where it has none. */
	readonly keyGiven: string | null;
	/** What the person who started the program is called on this machine. */
	readonly name: string;
	/** Where it goes on to: a path of this room. */
	readonly to: string;
	/** Why the last attempt failed; null for the first. */
	readonly mistake: string | null;
}): Html {
	return (
		<Page frame={frame} title="Sign in" room={null}>
			<h1>Sign in</h1>
			{mistake === null ? null : (
				<p class="doubt" role="alert">
					Not signed in: {mistake}.
				</p>
			)}
			{session === null ? null : (
				<form method="post" action="/sign-out" class="own-form">
					<input type="hidden" name="form" value={session.form} />
					<p>
						You are signed in as <strong>{session.name}</strong>, and may{" "}
						{session.scopes.map((scope) => MAY[scope]).join(", ")}. <button type="submit">Sign out</button>
					</p>
				</form>
			)}
			{keyGiven === null ? (
				<form method="post" action="/sign-in" class="own-form">
					<input type="hidden" name="to" value={to} />
					<p>
						<label for="token">Token</label>
						<input id="token" name="token" type="password" required autocomplete="off" />
					</p>
					<p class="note">
						The command <code>stemma token add</code> makes one. Where Stemma was started, an address is printed as well
						that signs you in without one, once.
					</p>
					<p>
						<button type="submit">Sign in</button>
					</p>
				</form>
			) : (
				<form method="post" action="/sign-in" class="own-form">
					<input type="hidden" name="key" value={keyGiven} />
					<input type="hidden" name="to" value={to} />
					<p>
						<label for="name">Your name, as the log of corrections gives it</label>
						<input id="name" name="name" value={name} required maxlength={80} autocomplete="name" />
					</p>
					<p>
						<button type="submit">Sign in</button>
					</p>
				</form>
			)}
		</Page>
	);
}

const MAY = { read: "read", write: "add feeds, reports and searches", correct: "correct what is found" } as const;
