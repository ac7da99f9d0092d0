/** Words that end a noun phrase before its noun: verbs, prepositions, conjunctions, pronouns. */
export const STOPS: ReadonlySet<string> = new Set(
	(
		"a an the this that these those and or but nor so in on at to by for from with as than into onto over under after before since until " +
		"during between among against about near who whom which what when where while because if is are was were be been being has have had " +
		"will would can could should may might must shall do does did said says told say it he she they we you i his her its their our my your " +
		"there here then not no only also still already each per ago later earlier more less fewer when were out up down off away back another both all"
	).split(" "),
);

/** Verbs in the past that do not end in "-ed", and participles that go on from a noun: behind one they end its phrase. */
export const ENDING_VERBS: ReadonlySet<string> = new Set(
	(
		"died met left came went fell fled took made got won lost hit shot found told gave began broke struck rose ran saw sat stood " +
		"held led sent spoke knew kept tried cried felt sang sank swam drove flew wrote built brought bought caught fought taught " +
		"thought sought cost put became grew threw drew wore chose spent paid set cut swept burst " +
		"causing involving carrying including wearing using being containing regarding concerning resulting"
	).split(" "),
);
