import type { Ancestor } from "../linearise.ts";
import type { RegionRule } from "./region.ts";

/**
 * Menus, footers, forms and dialogs.
 *
 * Catches: `<nav>`, `<footer>`, `<form>`, `<div role="dialog">`.
 * Leaves: the `<footer>` of a block quotation, which names who is quoted.
 */
const NAMES: Readonly<{ [name: string]: string }> = {
	nav: "navigation",
	menu: "navigation",
	footer: "a footer",
	form: "a form",
	fieldset: "a form",
	dialog: "a dialog",
};
const ROLES = /\b(navigation|menubar|menu|toolbar|dialog|alertdialog|search|tablist|contentinfo|banner)\b/;

export const navigation: RegionRule = {
	rule: "article/navigation",
	element(element) {
		const named = NAMES[element.name];
		if (named !== undefined)
			return element.name === "footer" && isQuoted(element) ? null : `the page marks it as ${named}`;
		const role = element.marks === "" ? undefined : ROLES.exec(element.marks)?.[1];
		return role === undefined || !element.marks.startsWith(role) ? null : `the page gives it the role "${role}"`;
	},
};

function isQuoted(element: Ancestor): boolean {
	for (let at = element.parent; at; at = at.parent) if (at.name === "blockquote") return true;
	return false;
}
