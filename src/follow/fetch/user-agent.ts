import { UserError } from "../../model/problem.ts";
import { VERSION } from "../../version.ts";

/** UTF-16 units a name may have. */
const LONGEST = 200;

/**
 * What fetching calls itself: always Stemma and its version, so that a host knows whom to write rules for, and what the
 * user adds, such as an address to write to.
 *
 * @throws UserError `fetch/user-agent` for what no header can carry
 */
export function chooseUserAgent(added: string | null): string {
	const own = `Stemma/${VERSION}`;
	if (added === null) return own;
	if (!/^[\u0020-\u007e]+$/.test(added) || added.length > LONGEST) {
		throw new UserError("fetch/user-agent", `--user-agent takes up to ${LONGEST} characters of plain ASCII`);
	}
	return added.toLowerCase().includes("stemma") ? added : `${own} (${added})`;
}
