import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import nlp from "compromise/two";

/**
 * Writes the tables under src/language/names/data that come from other projects:
 *
 *     npx tsx scripts/build-name-data.ts [folder of names.csv]
 *
 * territories.ts from Unicode CLDR (cldr-localenames-full), given-names.ts and cities.ts from the
 * lexicon of compromise. Both are development dependencies, pinned; nothing of them is loaded when
 * Stemma runs. nicknames.ts from names.csv of https://github.com/carltonnorthern/nicknames, when its folder
 * is given as the first argument.
 */

const require = createRequire(import.meta.url);
const folder = new URL("../src/language/names/data/", import.meta.url);

/** Codes of CLDR that name no state or inhabited territory that news calls by that name. */
const SKIPPED = new Set(["AC", "BV", "CP", "CQ", "DG", "EA", "EZ", "HM", "IC", "QO", "TA", "UM", "XA", "XB", "ZZ"]);

interface TerritoryFile {
	readonly main: { readonly en: { readonly localeDisplayNames: { readonly territories: { [code: string]: string } } } };
}

function versionOf(name: string): string {
	const file: unknown = JSON.parse(
		readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), "utf8"),
	);
	return file !== null && typeof file === "object" && "version" in file ? String(file.version) : "unknown";
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function territories(): string {
	const path = require.resolve("cldr-localenames-full/main/en/territories.json");
	const file = JSON.parse(readFileSync(path, "utf8")) as TerritoryFile;
	const names = new Map<string, Set<string>>();
	const put = (code: string, name: string): void => {
		const set = names.get(code) ?? new Set<string>();
		set.add(name.trim());
		names.set(code, set);
	};
	for (const [key, name] of Object.entries(file.main.en.localeDisplayNames.territories)) {
		const code = key.slice(0, 2);
		if (!/^[A-Z]{2}(?:-alt-\w+)?$/.test(key) || SKIPPED.has(code)) continue;
		put(code, name.replace(/ SAR China$/, "").replace(/ \([^)]*\)$/, ""));
		const bracket = / \((\p{Lu}\p{Ll}[^)]*)\)$/u.exec(name)?.[1];
		if (bracket !== undefined && code === "MM") put(code, bracket);
		if (name.includes(" & ")) put(code, name.replace(" & ", " and "));
	}
	names.delete("CG");
	names.delete("CD");
	const lines = [...names]
		.sort((a, b) => compareText(a[0], b[0]))
		.map(([code, set]) => `${code}|${[...set].join("|")}`);
	return table(
		"TERRITORIES",
		`English names of states and territories by ISO 3166 code, the usual one first: "CODE|name|name".`,
		`Unicode CLDR ${versionOf("cldr-localenames-full")} (cldr-localenames-full), © Unicode, Inc., Unicode-3.0 licence (https://www.unicode.org/license.txt).`,
		lines,
	);
}

/** Words of compromise's lexicon that carry a tag, sorted. */
function tagged(lexicon: Lexicon, tag: string): string[] {
	return Object.keys(lexicon)
		.filter((word) => [lexicon[word] ?? []].flat().includes(tag))
		.sort(compareText);
}

type Lexicon = Readonly<{ [word: string]: string | readonly string[] }>;

function compromiseLexicon(): Lexicon {
	const model = nlp.model() as { readonly one: { readonly lexicon: Lexicon } };
	return model.one.lexicon;
}

function compromiseSource(): string {
	return `the lexicon of compromise ${versionOf("compromise")}, © 2019 Spencer Kelly, MIT licence.`;
}

function givenNames(lexicon: Lexicon): string {
	const male = tagged(lexicon, "MaleName");
	const female = new Set(tagged(lexicon, "FemaleName"));
	const either = new Set([...tagged(lexicon, "FirstName"), ...male.filter((name) => female.has(name))]);
	const oneWord = (name: string): boolean => /^\p{Ll}{2,}$/u.test(name);
	const lines = (names: readonly string[]): string[] => wrap(names.filter(oneWord));
	return `${table(
		"MALE_NAMES",
		"Given names that are usually a man's, in lower case.",
		compromiseSource(),
		lines(male.filter((name) => !either.has(name))),
	)}\n${constant(
		"FEMALE_NAMES",
		"Given names that are usually a woman's, in lower case.",
		lines([...female].filter((name) => !either.has(name)).sort(compareText)),
	)}\n${constant(
		"OPEN_NAMES",
		"Given names that are a man's or a woman's, in lower case.",
		lines([...either].sort(compareText)),
	)}`;
}

function cities(lexicon: Lexicon): string {
	const names = new Set([...tagged(lexicon, "City"), ...tagged(lexicon, "Region")]);
	const kept = [...names].filter((name) => name.length > 3).sort(compareText);
	return table("CITIES", "Large cities and regions of the world, in lower case.", compromiseSource(), kept);
}

/** English given names with their short forms, those aside that another pronoun goes with. */
function nicknames(csv: string, lexicon: Lexicon): string {
	const male = new Set(tagged(lexicon, "MaleName"));
	const female = new Set(tagged(lexicon, "FemaleName"));
	const pronoun = (name: string): string => (male.has(name) === female.has(name) ? "" : male.has(name) ? "he" : "she");
	const shorts = new Map<string, Set<string>>();
	for (const row of csv.split("\n").slice(1)) {
		const [name = "", relation, short = ""] = row.trim().split(",");
		if (relation !== "has_nickname" || !/^\p{Ll}{3,}$/u.test(name) || !/^\p{Ll}{2,}$/u.test(short)) continue;
		const [a, b] = [pronoun(name), pronoun(short)];
		if (a !== "" && b !== "" && a !== b) continue;
		shorts.set(name, (shorts.get(name) ?? new Set()).add(short));
	}
	const lines = [...shorts]
		.sort((a, b) => compareText(a[0], b[0]))
		.map(([name, set]) => `${name} ${[...set].sort(compareText).join(" ")}`);
	return table(
		"NICKNAMES",
		"English given names, each with the short forms it is used in, in lower case.",
		"names.csv of carltonnorthern/nicknames, Apache-2.0 licence (https://www.apache.org/licenses/LICENSE-2.0).",
		lines,
	);
}

function wrap(names: readonly string[]): string[] {
	const lines: string[] = [];
	let line = "";
	for (const name of names) {
		if (line.length + name.length > 110) {
			lines.push(line);
			line = "";
		}
		line = line === "" ? name : `${line} ${name}`;
	}
	if (line !== "") lines.push(line);
	return lines;
}

function constant(name: string, what: string, lines: readonly string[]): string {
	return `/** ${what} */\nexport const ${name} = \`\n${lines.join("\n")}\n\`;\n`;
}

function table(name: string, what: string, source: string, lines: readonly string[]): string {
	return `// Written by scripts/build-name-data.ts; do not edit.\n// Source: ${source}\n\n${constant(name, what, lines)}`;
}

const lexicon = compromiseLexicon();
writeFileSync(new URL("territories.ts", folder), territories());
writeFileSync(new URL("given-names.ts", folder), givenNames(lexicon));
writeFileSync(new URL("cities.ts", folder), cities(lexicon));
const [nicknameFolder] = process.argv.slice(2);
if (nicknameFolder !== undefined) {
	const csv = readFileSync(join(nicknameFolder, "names.csv"), "utf8");
	writeFileSync(new URL("nicknames.ts", folder), nicknames(csv, lexicon));
}
