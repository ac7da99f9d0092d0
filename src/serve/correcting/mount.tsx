import type { Context, Hono } from "hono";
import { UserError } from "../../model/problem.ts";
import type { Story } from "../../model/record.ts";
import { indexRecord } from "../../report/view/record-index.ts";
import { titleOf } from "../../report/view/story-lists.ts";
import type { Store } from "../../store/store.ts";
import { findStories } from "../../store/stories.ts";
import { readForm } from "../access/forms.ts";
import type { Gate } from "../access/gate.ts";
import { refusePage } from "../access/mount.tsx";
import { answer, notFound, readId } from "../answer.tsx";
import { CorrectPage } from "../pages/correct.tsx";
import { CorrectionsPage } from "../pages/corrections.tsx";
import { type PageFrame, ProblemPage } from "../pages/frame.tsx";
import { findStory } from "../stored-pages.ts";
import { readDecision } from "./read-decision.ts";

/** Entries of the log on one page. */
const ENTRIES = 20;

/** The pages on which a person corrects what is found, and the log of that. */
export function mountCorrecting(app: Hono, { store, gate }: { store: Store; gate: Gate }, frame: PageFrame): void {
	app.get("/corrections", async (context) => {
		const asked = context.req.query("story");
		const found = asked === undefined ? null : await findStory(store, readId(asked));
		if (asked !== undefined && found === null) return notFound(context, frame);
		const own = found?.stored.record.stories[0];
		const story =
			found === null || own === undefined
				? null
				: { id: found.id, title: titleOf(indexRecord(found.stored.record), own) };
		const after = readId(context.req.query("after"));
		const log = await store.corrections.list({ limit: ENTRIES, after, story: story?.id ?? null });
		const session = await gate.findSession(context);
		const form = session?.scopes.includes("correct") ? session.form : null;
		return answer(context, <CorrectionsPage frame={frame} log={log} story={story} form={form} />);
	});

	app.get("/stories/:id/correct", async (context) => {
		const found = await findStory(store, readId(context.req.param("id")));
		const [story] = found?.stored.record.stories ?? [];
		if (found === null || story === undefined) return notFound(context, frame);
		const session = await gate.findSession(context);
		if (!session?.scopes.includes("correct")) {
			const detail = "who corrects signs in first, so that the log says whose decision it was";
			return refusePage(context, { status: 401, detail, retryAfter: null }, frame);
		}
		const { record } = found.stored;
		const parts = { record, story: { ...story, id: found.id }, form: session.form, who: session.name };
		return answer(context, <CorrectPage frame={frame} {...parts} />);
	});

	app.post("/corrections", async (context) => {
		const sent = await readForm(context, gate, "correct");
		if (!("session" in sent)) return refusePage(context, sent, frame);
		const { session, fields } = sent;
		const found = await findStory(store, readId(fields.get("story") ?? undefined));
		const [story] = found?.stored.record.stories ?? [];
		if (found === null || story === undefined) return notFound(context, frame);
		const findOther = async (id: string): Promise<Story | null> =>
			(await findStories(store.database, [id]))[0]?.story ?? null;
		return said(context, frame, `/stories/${found.id}/correct`, async () => {
			const decision = await readDecision(fields, { record: found.stored.record, story, findOther });
			return store.corrections.decide(session.name, decision);
		});
	});

	app.post("/corrections/:id/undo", async (context) => {
		const sent = await readForm(context, gate, "correct");
		if (!("session" in sent)) return refusePage(context, sent, frame);
		const id = readId(context.req.param("id"));
		if (id === null) return notFound(context, frame);
		const why = (sent.fields.get("why") ?? "").trim();
		return said(context, frame, "/corrections", () => {
			if (why === "" || why.length > 500) throw new UserError("corrections/form", "it needs the reason");
			return store.corrections.undo(sent.session.name, id, why);
		});
	});
}

/** Goes on to the entry that was made; says why none was, where the person has to do something else. */
async function said(
	context: Context,
	frame: PageFrame,
	back: string,
	decide: () => Promise<string>,
): Promise<Response> {
	try {
		return context.redirect(`/corrections#entry-${await decide()}`, 303);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const page = (
			<ProblemPage frame={frame} title="This was not decided">
				{error.message}. <a href={back}>Back</a>
			</ProblemPage>
		);
		return answer(context, page, 422);
	}
}
