import type { Context, Hono } from "hono";
import { answer } from "../answer.tsx";
import { refuse as refuseCall } from "../api/mount.ts";
import { type PageFrame, ProblemPage } from "../pages/frame.tsx";
import { SignInPage } from "../pages/sign-in.tsx";
import { type FormRefusal, keepSession, readFields, readForm, takeSession } from "./forms.ts";
import type { Gate, Refusal } from "./gate.ts";
import type { Sessions } from "./sessions.ts";

/** Who may read and write in a room, and how that is found out. */
export interface RoomAccess {
	readonly gate: Gate;
	readonly sessions: Sessions;
	/** What the person who started the program is called on this machine. */
	readonly owner: string;
	/** Told when the key that was printed is used up: another one is to be made and printed. */
	keyUsed(): void;
}

/** Everything behind these pages is only for who may read here. */
export function mountAccess(app: Hono, { gate, sessions, owner, keyUsed }: RoomAccess, frame: PageFrame): void {
	app.use(gate.guardReading((context, refusal) => refuseReading(context, refusal, frame)));

	app.get("/sign-in", async (context) => {
		const parts = { session: await gate.findSession(context), name: owner, to: readPath(context.req.query("to")) };
		const keyGiven = context.req.query("key") ?? null;
		return answer(context, <SignInPage frame={frame} {...parts} keyGiven={keyGiven} mistake={null} />);
	});

	app.post("/sign-in", async (context) => {
		const late = gate.refuseAttempt(context);
		const fields = late ?? (await readFields(context));
		if (!(fields instanceof URLSearchParams)) return refusePage(context, fields, frame);
		const key = fields.get("key");
		const [token, to] = [fields.get("token")?.trim() ?? "", readPath(fields.get("to") ?? undefined)];
		const name = readName(fields.get("name")) ?? owner;
		const secret = key === null ? await sessions.openWithToken(token) : sessions.openWithKey(key, name);
		if (secret !== null) {
			if (key !== null) keyUsed();
			keepSession(context, secret);
			return context.redirect(to, 303);
		}
		gate.countFailure(context);
		const mistake =
			key === null
				? "this token is none of this store’s, or was revoked, or has expired"
				: "the address has been used already, or is of another start of the program; the latest is printed where Stemma was started";
		return answer(
			context,
			<SignInPage frame={frame} session={null} keyGiven={null} name={owner} to={to} mistake={mistake} />,
			401,
		);
	});

	app.post("/sign-out", async (context) => {
		const sent = await readForm(context, gate, null);
		if (!("session" in sent)) return refusePage(context, sent, frame);
		const secret = takeSession(context);
		if (secret !== null) sessions.end(secret);
		return context.redirect("/sign-in", 303);
	});
}

/** A page that says why a form, or a page, is not taken. */
export function refusePage(context: Context, refusal: FormRefusal, frame: PageFrame): Response | Promise<Response> {
	if (refusal.retryAfter !== null) context.header("retry-after", `${refusal.retryAfter}`);
	const to = context.req.method === "GET" ? `?to=${encodeURIComponent(context.req.path)}` : "";
	const page = (
		<ProblemPage frame={frame} title={TITLES[refusal.status]}>
			{refusal.detail[0]?.toUpperCase()}
			{refusal.detail.slice(1)}. {refusal.status === 401 ? <a href={`/sign-in${to}`}>Sign in</a> : null}
		</ProblemPage>
	);
	return answer(context, page, refusal.status);
}

const TITLES: Readonly<Record<FormRefusal["status"], string>> = {
	400: "This is not understood",
	401: "Sign in first",
	403: "This may not be done",
	413: "This is too much",
	429: "This is too often",
};

function refuseReading(context: Context, refusal: Refusal, frame: PageFrame): Response | Promise<Response> {
	const isPage = context.req.method === "GET" && (context.req.header("accept") ?? "").includes("text/html");
	if (!isPage || context.req.path.startsWith("/api/v1")) return refuseCall(context, refusal);
	const detail = refusal.status === 401 ? "who reads here shows a token" : refusal.detail;
	return refusePage(context, { ...refusal, detail }, frame);
}

/** A path of this room, so that nobody is led elsewhere. */
function readPath(given: string | undefined): string {
	return given !== undefined && /^\/(?![/\\])[\w/?=&%.#-]{0,500}$/.test(given) ? given : "/";
}

function readName(given: string | null): string | null {
	const name = given?.replace(/\p{Cc}+/gu, " ").trim() ?? "";
	return name === "" || name.length > 80 ? null : name;
}
