/** How sure, how binding, how much: words whose change weakens or strengthens a statement. */
export const STRENGTH: ReadonlySet<string> = new Set(
	(
		"must should shall will would can could may might ought certainly definitely surely clearly probably " +
		"possibly perhaps maybe likely unlikely always often sometimes rarely all most many some few only more less fewer " +
		"considering studying examining whether if unless hope hopes plan plans want wants consider seriously"
	).split(" "),
);
