import type { Draw } from "./random.ts";

/** Invented texts of the kinds that outlets print over and over. Nothing in them is from a corpus. */

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const PLACES = ["Halden Bay", "Norrick", "Eastmere", "Tolva", "the Brenn valley", "Port Amsel", "Carrow", "Lindmoor"];
const SKIES = ["light showers", "sunny spells", "thick fog", "heavy rain", "patchy cloud", "dry weather"];
const WINDS = ["north", "north-easterly", "south-westerly", "westerly", "easterly"];
const FIRMS = ["Orrin Steel", "Vantar", "Kessel Foods", "Pell Mining", "Dray Shipping", "Ostra Energy", "Quill Bank"];

function weather(draw: Draw): string {
	const number = (from: number, count: number): string => String(from + draw.below(count));
	return [
		`${draw.pick(DAYS)} will bring ${draw.pick(SKIES)} to ${draw.pick(PLACES)}, with temperatures rising to ${number(4, 26)} degrees by the middle of the afternoon and winds of up to ${number(5, 50)} miles an hour from a ${draw.pick(WINDS)} direction.`,
		`Overnight it will turn colder, with ${draw.pick(SKIES)} expected in ${draw.pick(PLACES)} and lows of ${number(-3, 12)} degrees. Between ${number(1, 9)} and ${number(10, 25)} millimetres of rain could fall on higher ground, the forecasters of the weather office said.`,
		`The outlook for ${draw.pick(DAYS)} is for ${draw.pick(SKIES)} at first, giving way to ${draw.pick(SKIES)} later in the day. The pollen count is ${number(1, 9)} and the sun will set at ${number(4, 5)}.${number(10, 49)} pm. Drivers are asked to leave more time for their journeys and to check the roads before they set out.`,
	].join("\n");
}

function market(draw: Draw): string {
	const number = (from: number, count: number): string => String(from + draw.below(count));
	const share = (): string => `${draw.below(4)}.${draw.below(9)}${1 + draw.below(9)}`;
	const turn = (): string => draw.pick(["rose", "fell"]) ?? "rose";
	return [
		`The index of leading shares ${turn()} ${share()} per cent to ${number(3, 5)},${number(100, 899)}.${number(1, 9)} points at the close of trading on ${draw.pick(DAYS)}, as investors weighed up the latest figures on prices and awaited word from the central bank.`,
		`${draw.pick(FIRMS)} ${turn()} ${share()} per cent to ${number(80, 800)} crowns and was the day's most traded share, with a turnover of ${number(11, 80)} million. ${draw.pick(FIRMS)} ${turn()} ${share()} per cent after it said that sales in the quarter had come to ${number(100, 900)} million.`,
		`Oil ${turn()} ${share()} per cent to ${number(40, 70)}.${number(10, 89)} a barrel and gold stood at ${number(900, 900)} an ounce. The crown was worth ${number(60, 39)}.${number(1, 9)} cents, against ${number(60, 39)}.${number(1, 9)} the evening before. Trading volume was ${number(200, 700)} million shares, the exchange said.`,
	].join("\n");
}

export const TEMPLATES: readonly ((draw: Draw) => string)[] = [weather, market];

/** What three invented outlets print under every report. */
export const BOILERPLATE: readonly string[] = [
	"The Halden Courier has been reporting from the valley since 1887. Our reporters are in every court and every council chamber of the county, and what we print is paid for by those who read it. If you value this work, please think about becoming a member: it takes two minutes and costs less than a cup of coffee a week. You can write to the editors with corrections at any time, and we will answer.\nSign up for our morning letter and never miss a story. By signing up you agree to our terms and our notice on privacy.",
	"This material may not be published, broadcast, written anew or passed on without leave. The views of those who comment are their own and not those of Norrick Broadcasting. To report a comment, press the flag beside it; moderators read every report within a day.\nMore from Norrick: the week in pictures, the podcast that everybody talks about, and ten recipes for a long weekend.",
	"Eastmere Today is a free paper, given out at stations each weekday morning and read by four hundred thousand people. Follow us for news as it breaks, for travel updates on your line, and for offers from our partners. Have you seen something that we should know about? Send your pictures and your story to the newsroom; we pay for those that we print. Some links earn us a commission, which has no bearing on what we write.",
];

/** Official statements in full, as several outlets print them. */
export const STATEMENTS: readonly string[] = [
	"“We are aware of what happened last night and our thoughts are with all those who were touched by it. The council has asked for a full and independent review, which will begin its work without delay and report to the public by the end of the year. We will not comment on single cases while that review is under way, but nobody should doubt our will to learn whatever lessons there are to be learned, and to act on them at once.”",
	"“The company takes the safety of its customers and of its staff with the utmost seriousness. As soon as the fault came to light, all units were taken out of service, and a team of engineers has been working day and night to find its cause. Every customer will be repaid in full. We are sorry for the trouble that this has given to so many, and we will set out in the coming days how we mean to make sure that it cannot happen again.”",
	"“Today's ruling is a victory for everyone who has waited eleven long years to be heard. It shows that no office is above the law and that patience has its reward. We ask the government not to appeal, not to spend another year and another million on lawyers, but to sit down with the families this week and to agree how the wrong that was done to them can be put right while those who suffered it are still alive.”",
];

/** Leads that another desk writes above a text that it takes over. */
export const LEADS: readonly string[] = [
	"There was fresh comment this morning on a matter that has been followed far beyond the region.",
	"It has been talked about for days, and now more of what lies behind it has come to light.",
	"Many will have heard of it already, but the details that became known today are new.",
	"What was first thought a small matter has turned out to be of wider interest, our desk reports.",
];
