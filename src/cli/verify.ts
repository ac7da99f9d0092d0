import type { Verification } from "../model/evidence.ts";
import { UserError } from "../model/problem.ts";
import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { choosePrinting, printingOptions } from "./printing.ts";
import { openProgressBar } from "./progress-bar.ts";

const EXITS: Readonly<Record<Verification["outcome"], number>> = {
	verified: 0,
	"no-record": 0,
	changed: 1,
	"other-generator": 3,
};

const SPEC: CommandSpec = {
	name: "verify",
	summary: "check that an evidence file is what was written, and compute its record again",
	operands: "<evidence.wacz|->",
	about: [
		"Takes a file that stemma evidence wrote, checks every hash, reads each capture and computes the\n" +
			"record again, and says exactly which file or capture does not match. Of another program's WACZ\n" +
			"it checks the hashes.",
		"That all matches says that the file is whole and the record is what its captures give. Whether\n" +
			"it is the file you once had, its own hash tells, printed here, against the one you kept.",
	],
	options: printingOptions("print what was found as JSON (docs/evidence.md describes it)"),
	exits: [
		[0, "everything matches, and the record is what the captures give"],
		[1, "something does not match; each such file, capture or record is named"],
		[2, "nothing verified: a mistake in the command, or the file cannot be opened as a WACZ"],
		[3, "every hash matches, but another version made the record: it is not confirmed"],
		[70, "a bug in stemma"],
	],
	examples: [
		{ command: "stemma verify evidence.wacz", shows: "what matches and what does not" },
		{ command: "stemma verify evidence.wacz --json", shows: "for other programs" },
		{ command: "unzip -p evidence.wacz stemma/record.json | stemma diff old.json -", shows: "the record in it" },
	],
};

async function runVerify(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const [path, ...more] = args.operands;
	if (path === undefined || more.length > 0) {
		throw new UserError("cli/no-input", `verify needs one evidence file ("stemma ${SPEC.name} --help")`);
	}
	if (/\.warc(?:\.gz)?$/i.test(path)) {
		throw new UserError(
			"cli/no-input",
			`${path} is a WARC, which lists no hashes of its own to verify; stemma evidence --out FILE.wacz writes what can be`,
		);
	}
	const printing = choosePrinting(args, effects);
	const bar = openProgressBar(effects, printing.style.unicode);
	let verification: Verification;
	try {
		verification = await effects.verify(path, bar.report);
	} finally {
		bar.erase();
	}
	if (printing.asJson) await printing.write((await import("../report/json.ts")).formatVerification(verification));
	else {
		const { printVerification } = await import("../report/verification-page.ts");
		await printing.write(printVerification(verification, printing.style));
	}
	return EXITS[verification.outcome];
}

export const verifyCommand: Command = { spec: SPEC, run: runVerify };
